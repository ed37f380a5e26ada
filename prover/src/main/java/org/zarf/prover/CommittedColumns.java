package org.zarf.prover;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.zarf.hash.Digests;
import org.zarf.hash.Matrix;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;

/** Builds trees with kernels, in parallel over blocks of rows. */
final class CommittedColumns {

  private static final int BLOCK = 1 << 10;

  private CommittedColumns() {}

  /** A tree without salts. */
  static MerkleTree commit(Kernels kernels, List<Matrix> matrices, Workspace memory) {
    return build(kernels, matrices, Digests.zeros(0), MerkleTree.UNSALTED, memory);
  }

  /** A tree whose leaves are salted with a stream of their own. */
  static MerkleTree commit(
      Kernels kernels, List<Matrix> matrices, Randomness randomness, int stream, Workspace memory) {
    int count = 1 << logLeaves(matrices);
    Digests salts = memory.digests(count);
    blocks(count)
        .forEach(
            from -> randomness.salts(stream, from, Math.min(BLOCK, count - from), salts, from));
    MerkleTree tree =
        build(kernels, matrices, salts, leaf -> randomness.salt(stream, leaf), memory);
    memory.give(salts.words());
    return tree;
  }

  private static MerkleTree build(
      Kernels kernels,
      List<Matrix> matrices,
      Digests salts,
      IntFunction<int[]> saltOf,
      Workspace memory) {
    int top = logLeaves(matrices);
    Digests[] levels = new Digests[top + 1];
    for (int k = top; k >= 0; k--) {
      int level = k;
      levels[level] = memory.digests(1 << level);
      List<Span> columns = columns(matrices, level);
      blocks(1 << level)
          .forEach(
              from -> {
                int to = Math.min(from + BLOCK, 1 << level);
                if (level == top) {
                  kernels.hashLeaves(columns, salts, levels[level], from, to);
                } else {
                  kernels.hashNodes(levels[level + 1], columns, levels[level], from, to);
                }
              });
    }
    return new MerkleTree(matrices, List.of(levels), saltOf);
  }

  private static int logLeaves(List<Matrix> matrices) {
    return matrices.stream().mapToInt(Matrix::logHeight).max().orElseThrow();
  }

  private static List<Span> columns(List<Matrix> matrices, int level) {
    return matrices.stream()
        .filter(m -> m.logHeight() == level)
        .flatMap(m -> m.columns().stream())
        .map(c -> new Span(c.values(), c.offset()))
        .toList();
  }

  /** The starts of blocks, to be worked on in parallel. */
  static IntStream blocks(int count) {
    return IntStream.range(0, (count + BLOCK - 1) / BLOCK).map(i -> i * BLOCK).parallel();
  }

  /** The size of a block. */
  static int blockSize() {
    return BLOCK;
  }
}
