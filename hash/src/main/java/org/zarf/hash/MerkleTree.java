package org.zarf.hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A binary Merkle tree over matrices of different power-of-two heights.
 *
 * <p>The leaf at position p hashes row bitrev(p) of all tallest matrices; a node of the level with
 * 2^k nodes also absorbs the row with its bit-reversed position of every matrix of height 2^k. So
 * the path of row j of the tallest absorbs row j mod height of every matrix.
 *
 * @param matrices the matrices, in order
 * @param levels the digests, eight words each: level k has 2^k nodes
 * @param salts eight words for each row of the tallest matrices, or no words at all
 */
public record MerkleTree(List<Matrix> matrices, List<int[]> levels, IntFunction<int[]> salts) {

  /** No salts. */
  public static final IntFunction<int[]> UNSALTED = row -> new int[0];

  /** Builds a tree: the reference for the prover's kernels. */
  public static MerkleTree of(HashSuite hash, List<Matrix> matrices, IntFunction<int[]> salts) {
    int top = matrices.stream().mapToInt(Matrix::logHeight).max().orElseThrow();
    int[][] levels = new int[top + 1][];
    for (int level = top; level >= 0; level--) {
      levels[level] = new int[Digest.WORDS << level];
      for (int position = 0; position < 1 << level; position++) {
        int row = reverse(position, level);
        int[] values = rowAt(matrices, level, row);
        Digest digest;
        if (level == top) {
          digest = hash.leaf(salts.apply(row), values);
        } else {
          Digest left = Digest.at(levels[level + 1], 2 * position * Digest.WORDS);
          Digest right = Digest.at(levels[level + 1], (2 * position + 1) * Digest.WORDS);
          digest =
              values.length == 0 ? hash.node(left, right) : hash.nodeWithRow(left, right, values);
        }
        digest.write(levels[level], position * Digest.WORDS);
      }
    }
    return new MerkleTree(matrices, Arrays.asList(levels), salts);
  }

  private static int[] rowAt(List<Matrix> matrices, int level, int row) {
    return matrices.stream()
        .filter(m -> m.logHeight() == level)
        .flatMapToInt(m -> Arrays.stream(m.row(row)))
        .toArray();
  }

  /** The root. */
  public Digest root() {
    return Digest.at(levels.getFirst(), 0);
  }

  /**
   * Opens some rows.
   *
   * @param indices rows of the tallest matrices: sorted, each once
   */
  public MerkleOpening open(int[] indices) {
    int top = levels.size() - 1;
    var rows = new ArrayList<int[][]>();
    for (Matrix matrix : matrices) {
      rows.add(
          Arrays.stream(MerkleOpening.distinct(indices, matrix.logHeight()))
              .mapToObj(matrix::row)
              .toArray(int[][]::new));
    }
    var opened = new ArrayList<Digest>();
    for (int index : indices) {
      int[] salt = salts.apply(index);
      if (salt.length > 0) {
        opened.add(Digest.at(salt, 0));
      }
    }
    var nodes = new ArrayList<Digest>();
    int[] positions = MerkleOpening.positions(indices, top);
    for (int level = top; level > 0; level--) {
      for (int i = 0; i < positions.length; i++) {
        int sibling = positions[i] ^ 1;
        if (Arrays.binarySearch(positions, sibling) < 0) {
          nodes.add(Digest.at(levels.get(level), sibling * Digest.WORDS));
        }
      }
      positions = Arrays.stream(positions).map(p -> p >> 1).distinct().toArray();
    }
    return new MerkleOpening(List.copyOf(rows), List.copyOf(opened), List.copyOf(nodes));
  }

  /** The lowest {@code bits} bits of a number in reverse order. */
  public static int reverse(int number, int bits) {
    return bits == 0 ? 0 : Integer.reverse(number) >>> (32 - bits);
  }
}
