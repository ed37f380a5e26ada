package org.zarf.prover;

import org.zarf.prover.Extender.Extended;
import org.zarf.prover.constraint.InstanceColumns;
import org.zarf.stark.InstanceLayout;

/**
 * An instance with its columns' values on the evaluation domain, as far as they are known.
 *
 * @param layout which columns there are
 * @param fixed the fixed columns
 * @param main the main columns
 * @param bus the base columns of bus columns
 * @param quotient the base columns of quotient chunks
 * @param extra the columns on the extra coset, when hiding
 */
record ProvedInstance(
    InstanceLayout layout,
    int[][] fixed,
    int[][] main,
    int[][] bus,
    int[][] quotient,
    InstanceColumns extra) {

  private static final int[][] NONE = {};

  /** With fixed and main columns. */
  static ProvedInstance of(InstanceLayout layout, Extended fixed, Extended main) {
    var extra = new InstanceColumns(fixed.extra(), main.extra(), NONE);
    return new ProvedInstance(layout, fixed.domain(), main.domain(), NONE, NONE, extra);
  }

  /** With bus columns. */
  ProvedInstance withBus(Extended columns) {
    var withExtra = new InstanceColumns(extra.fixed(), extra.main(), columns.extra());
    return new ProvedInstance(layout, fixed, main, columns.domain(), quotient, withExtra);
  }

  /** With quotient chunks. */
  ProvedInstance withQuotient(int[][] columns) {
    return new ProvedInstance(layout, fixed, main, bus, columns, extra);
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
