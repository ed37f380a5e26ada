package org.zarf.stark;

import java.util.List;
import org.zarf.air.Algebra;
import org.zarf.air.Cell;
import org.zarf.air.Leaf;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;

/**
 * Reads expressions as their values at zeta, from an instance's openings.
 *
 * @param openings the values of its columns
 * @param nextColumns which main columns are opened at zeta g, in order
 * @param powers gamma, then beta, beta^2, ..
 * @param instance the instance's place in the proof
 * @param sum its published sum
 */
record OpenedRow(
    InstanceOpenings openings, List<Integer> nextColumns, List<Ext> powers, int instance, Ext sum)
    implements Algebra<Ext> {

  /** x, the generator of the extension. */
  private static final Ext X = new Ext(0, KoalaBear.ONE, 0, 0, 0);

  @Override
  public Ext constant(int value) {
    return Ext.of(value);
  }

  @Override
  public Ext leaf(Leaf leaf) {
    return switch (leaf) {
      case Cell.Fixed fixed -> openings.fixed().get(fixed.column());
      case Cell cell -> openings.main().get(cell.column());
      case Leaf.Next(Cell of) -> openings.mainNext().get(nextColumns.indexOf(of.column()));
      case Leaf.BusChallenge(int power) -> powers.get(power);
      case Leaf.BusColumn(int column, boolean next) ->
          next ? join(openings.busNext(), 0) : join(openings.bus(), column * Ext.DEGREE);
      case Leaf.InstanceIndex _ -> Ext.of(KoalaBear.of(instance));
      case Leaf.PublishedSum _ -> sum;
    };
  }

  /** The value of a column over E, from the values of its five columns over F. */
  static Ext join(List<Ext> values, int from) {
    Ext value = Ext.ZERO;
    for (int i = Ext.DEGREE - 1; i >= 0; i--) {
      value = value.times(X).plus(values.get(from + i));
    }
    return value;
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
