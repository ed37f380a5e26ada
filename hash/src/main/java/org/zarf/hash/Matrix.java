package org.zarf.hash;

import java.util.Arrays;
import java.util.List;

/**
 * A matrix of field elements, column by column.
 *
 * @param logHeight the logarithm of the number of rows
 * @param columns the columns
 */
public record Matrix(int logHeight, List<Column> columns) {

  /** A column: the values of an array from an offset on. */
  public record Column(int[] values, int offset) {}

  /** A matrix whose columns are whole arrays. */
  public static Matrix of(int logHeight, int[]... columns) {
    return new Matrix(logHeight, Arrays.stream(columns).map(c -> new Column(c, 0)).toList());
  }

  /** The shape. */
  public MatrixShape shape() {
    return new MatrixShape(logHeight, columns.size());
  }

  /** A copy of a row. */
  public int[] row(int index) {
    int[] row = new int[columns.size()];
    for (int c = 0; c < row.length; c++) {
      Column column = columns.get(c);
      row[c] = column.values[column.offset + index];
    }
    return row;
  }
}
