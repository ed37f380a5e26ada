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
 * @param levels the digests: level k has 2^k nodes, the node at position p as number bitrev(p), so
 *     that node r has the children r and r + 2^k and absorbs row r
 * @param salts eight words for each row of the tallest matrices, or no words at all
 */
public record MerkleTree(List<Matrix> matrices, List<Digests> levels, IntFunction<int[]> salts) {

  /** No salts. */
  public static final IntFunction<int[]> UNSALTED = row -> new int[0];

  /** Builds a tree: the reference for the prover's kernels. */
  public static MerkleTree of(HashSuite hash, List<Matrix> matrices, IntFunction<int[]> salts) {
    int top = matrices.stream().mapToInt(Matrix::logHeight).max().orElseThrow();
    Digests[] levels = new Digests[top + 1];
    for (int level = top; level >= 0; level--) {
      levels[level] = Digests.zeros(1 << level);
      for (int row = 0; row < 1 << level; row++) {
        int[] values = rowAt(matrices, level, row);
        Digest digest;
        if (level == top) {
          digest = hash.leaf(salts.apply(row), values);
        } else {
          Digest left = levels[level + 1].get(row);
          Digest right = levels[level + 1].get(row + (1 << level));
          digest =
              values.length == 0 ? hash.node(left, right) : hash.nodeWithRow(left, right, values);
        }
        levels[level].set(row, digest);
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
    return levels.getFirst().get(0);
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
          nodes.add(levels.get(level).get(reverse(sibling, level)));
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
