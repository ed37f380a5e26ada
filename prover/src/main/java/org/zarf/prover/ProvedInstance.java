package org.zarf.prover;

import org.zarf.stark.InstanceLayout;

/**
 * An instance with its columns' values on the evaluation domain, as far as they are known.
 *
 * @param layout which columns there are
 * @param fixed the fixed columns
 * @param main the main columns
 * @param bus the base columns of bus columns
 * @param quotient the base columns of quotient chunks
 */
record ProvedInstance(
    InstanceLayout layout, int[][] fixed, int[][] main, int[][] bus, int[][] quotient) {

  /** With bus columns. */
  ProvedInstance withBus(int[][] columns) {
    return new ProvedInstance(layout, fixed, main, columns, quotient);
  }

  /** With quotient chunks. */
  ProvedInstance withQuotient(int[][] columns) {
    return new ProvedInstance(layout, fixed, main, bus, columns);
  }

  /** The main columns that are opened at the next row. */
  int[][] mainNext() {
    return layout.nextColumns().stream().map(c -> main[c]).toArray(int[][]::new);
  }

  /** The running sum's columns. */
  int[][] busNext() {
    int width = layout.busNextWidth();
    int[][] columns = new int[width][];
    System.arraycopy(bus, bus.length - width, columns, 0, width);
    return columns;
  }

  /** The logarithm of the table's height. */
  int logHeight() {
    return layout.instance().logHeight();
  }
}
