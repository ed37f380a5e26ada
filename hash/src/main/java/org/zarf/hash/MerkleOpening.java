package org.zarf.hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

  /** Takes the lists as they are now; no part may be null. */
  public MerkleOpening {
    rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
    for (int[][] matrix : rows) {
      for (int[] row : matrix) {
        Objects.requireNonNull(row, "row");
      }
    }
    salts = List.copyOf(Objects.requireNonNull(salts, "salts"));
    nodes = List.copyOf(Objects.requireNonNull(nodes, "nodes"));
  }

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
    Level leaves = level(shapes, indices, top);
    for (int i = 0; i < positions.length; i++) {
      int row = MerkleTree.reverse(positions[i], top);
      int[] salt = new int[isSalted ? Digest.WORDS : 0];
      if (isSalted) {
        salts.get(Arrays.binarySearch(indices, row)).write(salt, 0);
      }
      digests[i] = hash.leaf(salt, leaves.at(row));
    }
    int used = 0;
    for (int level = top - 1; level >= 0; level--) {
      int count = 0;
      Level parents = level(shapes, indices, level);
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
        int[] row = parents.at(MerkleTree.reverse(position >> 1, level));
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

  /** The opened rows of all matrices of a height. */
  private Level level(List<MatrixShape> shapes, int[] indices, int logHeight) {
    var matrices = new ArrayList<int[][]>();
    int width = 0;
    for (int m = 0; m < shapes.size(); m++) {
      if (shapes.get(m).logHeight() == logHeight) {
        matrices.add(rows.get(m));
        width += shapes.get(m).width();
      }
    }
    int[] opened = matrices.isEmpty() ? new int[0] : distinct(indices, logHeight);
    return new Level(opened, matrices, width);
  }

  /** The matrices of a height, and which of their rows are opened. */
  private record Level(int[] opened, List<int[][]> matrices, int width) {

    /** One row of all matrices, one after the other. */
    int[] at(int row) {
      int[] values = new int[width];
      if (width > 0) {
        int place = Arrays.binarySearch(opened, row);
        int used = 0;
        for (int[][] matrix : matrices) {
          System.arraycopy(matrix[place], 0, values, used, matrix[place].length);
          used += matrix[place].length;
        }
      }
      return values;
    }
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
