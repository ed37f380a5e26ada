package org.zarf.hash;

import java.util.Arrays;
import java.util.List;
import org.zarf.algebra.KoalaBear;

/**
 * Rows of a {@link MerkleTree}'s matrices at some indices, with the digests that lead to the root:
 * each row, salt and digest once, and only what cannot be computed from the rest.
 *
 * @param rows for each matrix, the rows at the distinct (index mod height), ascending
 * @param salts the salt of each leaf, in the order of the indices; none if the tree is not salted
 * @param nodes the missing siblings, level by level from the leaves, each level by position
 */
public record MerkleOpening(List<int[][]> rows, List<Digest> salts, List<Digest> nodes) {

  /**
   * Whether the rows belong to a tree, and no part is missing or left over.
   *
   * @param shapes the tree's matrices
   * @param isSalted whether its leaves are salted
   * @param indices the opened rows of the tallest matrices: sorted, each once
   */
  public boolean verifies(
      HashSuite hash, Digest root, List<MatrixShape> shapes, boolean isSalted, int[] indices) {
    if (!hasShape(shapes, indices) || salts.size() != (isSalted ? indices.length : 0)) {
      return false;
    }
    int top = shapes.stream().mapToInt(MatrixShape::logHeight).max().orElseThrow();
    int[] positions = positions(indices, top);
    Digest[] digests = new Digest[positions.length];
    for (int i = 0; i < positions.length; i++) {
      int row = MerkleTree.reverse(positions[i], top);
      int[] salt = new int[isSalted ? Digest.WORDS : 0];
      if (isSalted) {
        salts.get(Arrays.binarySearch(indices, row)).write(salt, 0);
      }
      digests[i] = hash.leaf(salt, rowAt(shapes, indices, top, row));
    }
    int used = 0;
    for (int level = top - 1; level >= 0; level--) {
      int count = 0;
      for (int i = 0; i < positions.length; i++) {
        int position = positions[i];
        boolean isPair =
            (position & 1) == 0 && i + 1 < positions.length && positions[i + 1] == position + 1;
        if (!isPair && used == nodes.size()) {
          return false;
        }
        Digest sibling = isPair ? digests[i + 1] : nodes.get(used++);
        Digest left = (position & 1) == 0 ? digests[i] : sibling;
        Digest right = (position & 1) == 0 ? sibling : digests[i];
        int[] row = rowAt(shapes, indices, level, MerkleTree.reverse(position >> 1, level));
        digests[count] =
            row.length == 0 ? hash.node(left, right) : hash.nodeWithRow(left, right, row);
        positions[count++] = position >> 1;
        i += isPair ? 1 : 0;
      }
      positions = Arrays.copyOf(positions, count);
    }
    return used == nodes.size() && digests[0].equals(root);
  }

  private boolean hasShape(List<MatrixShape> shapes, int[] indices) {
    if (indices.length == 0 || rows.size() != shapes.size()) {
      return false;
    }
    for (int m = 0; m < shapes.size(); m++) {
      if (rows.get(m).length != distinct(indices, shapes.get(m).logHeight()).length) {
        return false;
      }
      for (int[] row : rows.get(m)) {
        if (row.length != shapes.get(m).width()
            || !Arrays.stream(row).allMatch(KoalaBear::isElement)) {
          return false;
        }
      }
    }
    return true;
  }

  /** One row of all matrices of a height, one after the other. */
  private int[] rowAt(List<MatrixShape> shapes, int[] indices, int level, int row) {
    int width = 0;
    for (MatrixShape shape : shapes) {
      width += shape.logHeight() == level ? shape.width() : 0;
    }
    int[] values = new int[width];
    if (width == 0) {
      return values;
    }
    int place = Arrays.binarySearch(distinct(indices, level), row);
    int used = 0;
    for (int m = 0; m < shapes.size(); m++) {
      if (shapes.get(m).logHeight() == level) {
        System.arraycopy(rows.get(m)[place], 0, values, used, shapes.get(m).width());
        used += shapes.get(m).width();
      }
    }
    return values;
  }

  /** The indices modulo 2^logSize: sorted, each once. */
  public static int[] distinct(int[] indices, int logSize) {
    int mask = (1 << logSize) - 1;
    return Arrays.stream(indices).map(i -> i & mask).sorted().distinct().toArray();
  }

  /** The positions of some leaves, ascending. */
  static int[] positions(int[] indices, int logLeaves) {
    return Arrays.stream(indices).map(i -> MerkleTree.reverse(i, logLeaves)).sorted().toArray();
  }
}
