package org.zarf.prover.constraint;

import org.zarf.air.Algebra;
import org.zarf.air.Cell;
import org.zarf.air.Leaf;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;

/** Reads an expression as its value on one row: the reference of the schedules. */
record RowOf(Inputs inputs, int row) implements Algebra<Ext> {

  private int entry(int[] column, boolean next) {
    return column[inputs.rows().entry(row, next)];
  }

  @Override
  public Ext constant(int value) {
    return Ext.of(value);
  }

  @Override
  public Ext leaf(Leaf leaf) {
    return switch (leaf) {
      case Cell.Fixed fixed -> Ext.of(entry(inputs.columns().fixed()[fixed.column()], false));
      case Cell cell -> Ext.of(entry(inputs.columns().main()[cell.column()], false));
      case Leaf.Next(Cell of) -> Ext.of(entry(inputs.columns().main()[of.column()], true));
      case Leaf.BusColumn(int column, boolean next) -> {
        int[] coefficients = new int[Ext.DEGREE];
        for (int e = 0; e < Ext.DEGREE; e++) {
          coefficients[e] = entry(inputs.columns().bus()[Ext.DEGREE * column + e], next);
        }
        yield Ext.at(coefficients, 0);
      }
      case Leaf.BusChallenge(int power) -> inputs.values().powers().get(power);
      case Leaf.InstanceIndex _ -> Ext.of(KoalaBear.of(inputs.values().instanceIndex()));
      case Leaf.PublishedSum _ -> inputs.values().sum();
    };
  }

  @Override
  public Ext sum(Ext left, Ext right) {
    return left.plus(right);
  }

  @Override
  public Ext difference(Ext left, Ext right) {
    return left.minus(right);
  }

  @Override
  public Ext product(Ext left, Ext right) {
    return left.times(right);
  }
}
