package org.zarf.air;

import org.zarf.algebra.KoalaBear;

/**
 * Reads expressions without challenges as their values on one row of a trace: the reference that
 * every faster reader is tested against.
 */
public final class RowValues implements Algebra<Integer> {

  private final TableTrace trace;
  private final int row;

  /** Reads on a row; the row after the last is the first. */
  public RowValues(TableTrace trace, int row) {
    this.trace = trace;
    this.row = row;
  }

  @Override
  public Integer constant(int value) {
    return value;
  }

  @Override
  public Integer leaf(Leaf leaf) {
    return switch (leaf) {
      case Cell cell -> cell(cell, row);
      case Leaf.Next(Cell of) -> cell(of, (row + 1) & (trace.height() - 1));
      case Leaf.BusChallenge _, Leaf.BusColumn _, Leaf.InstanceIndex _, Leaf.PublishedSum _ ->
          throw new IllegalArgumentException("not a value of the trace: " + leaf);
    };
  }

  private int cell(Cell cell, int at) {
    return cell instanceof Cell.Fixed
        ? trace.fixed()[cell.column()][at]
        : trace.main()[cell.column()][at];
  }

  @Override
  public Integer sum(Integer left, Integer right) {
    return KoalaBear.add(left, right);
  }

  @Override
  public Integer difference(Integer left, Integer right) {
    return KoalaBear.sub(left, right);
  }

  @Override
  public Integer product(Integer left, Integer right) {
    return KoalaBear.mul(left, right);
  }
}
