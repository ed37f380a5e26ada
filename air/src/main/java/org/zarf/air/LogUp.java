package org.zarf.air;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Leaf.BusChallenge;
import org.zarf.air.Leaf.BusColumn;
import org.zarf.air.Table.Constraint;
import org.zarf.air.Table.Domain;
import org.zarf.air.Table.Interaction;

/**
 * The columns over the extension field that balance a table's buses, and the constraints that
 * define them (logarithmic derivatives, eprint 2022/1530).
 *
 * <p>A message (t1, t2, ..) on bus b has the denominator d = gamma + b + beta t1 + beta^2 t2 + ..
 * Two interactions share the column h = m1/d1 + m2/d2. The last pair is folded into the running sum
 * phi, the last column: phi[0] = 0, phi[i+1] - phi[i] = the sum of the row's fractions on every
 * regular row, and the row after the last regular one holds the published sum. In a hiding proof
 * that row adds one fraction 1/d of a message on {@link Bus#MASK} whose five elements are random
 * cells, and the row after it holds the published sum.
 *
 * @param batches the interactions that share a column, in the order of the columns
 * @param constraints what the columns must satisfy
 */
public record LogUp(List<Batch> batches, List<Constraint> constraints) {

  /** One or two interactions whose fractions are added in one column. */
  public record Batch(List<Fraction> fractions) {}

  /** What an interaction adds to the running sum. */
  public record Fraction(Expr numerator, Expr denominator) {}

  /** The mask of a table's sum: the message whose fraction the first blinding row adds. */
  public static Expr maskDenominator(Table table) {
    var message = new ArrayList<Expr>();
    message.add(new Leaf.InstanceIndex());
    message.addAll(table.main().subList(0, Table.MASK_COLUMNS));
    return denominator(Bus.MASK, message);
  }

  /**
   * The bus columns of a table.
   *
   * @param hiding whether the table's sum is masked, if the table has one to mask
   */
  public static LogUp of(Table table, boolean hiding) {
    var batches = new ArrayList<Batch>();
    List<Interaction> interactions = table.interactions();
    for (int i = 0; i < interactions.size(); i += 2) {
      batches.add(
          new Batch(
              interactions.subList(i, Math.min(i + 2, interactions.size())).stream()
                  .map(x -> new Fraction(x.times(), denominator(x.bus(), x.message())))
                  .toList()));
    }
    if (batches.isEmpty()) {
      return new LogUp(List.of(), List.of());
    }
    var constraints = new ArrayList<Constraint>();
    int last = batches.size() - 1;
    Expr phi = new BusColumn(last, false);
    Expr phiNext = new BusColumn(last, true);
    Expr step = phiNext.minus(phi);
    for (int k = 0; k < last; k++) {
      Expr h = new BusColumn(k, false);
      step = step.minus(h);
      constraints.add(defines("bus column " + k, Domain.EVERY_ROW, h, batches.get(k)));
    }
    constraints.add(defines("running sum", Domain.BUS_STEP, step, batches.get(last)));
    constraints.add(new Constraint("the running sum starts at 0", Domain.FIRST_ROW, phi));
    Expr atEnd = phi.minus(new Leaf.PublishedSum());
    if (hiding && table.isMasked()) {
      Expr masked = phiNext.minus(phi).times(maskDenominator(table)).minus(Expr.Constant.ONE);
      constraints.add(new Constraint("the sum is masked", Domain.END_ROW, masked));
      constraints.add(new Constraint("the published sum", Domain.AFTER_END_ROW, atEnd));
    } else {
      constraints.add(new Constraint("the published sum", Domain.END_ROW, atEnd));
    }
    return new LogUp(List.copyOf(batches), List.copyOf(constraints));
  }

  /** The denominator of a message. */
  public static Expr denominator(Bus bus, List<Expr> message) {
    Expr sum = new BusChallenge(0).plus(bus.id());
    for (int i = 0; i < message.size(); i++) {
      sum = sum.plus(new BusChallenge(i + 1).times(message.get(i)));
    }
    return sum;
  }

  /** column = the sum of the batch's fractions, with the denominators multiplied out. */
  private static Constraint defines(String what, Domain domain, Expr column, Batch batch) {
    Expr difference = column;
    Expr denominators = Expr.Constant.ONE;
    for (Fraction fraction : batch.fractions()) {
      difference =
          difference.times(fraction.denominator()).minus(fraction.numerator().times(denominators));
      denominators = denominators.times(fraction.denominator());
    }
    var constraint = new Constraint(what + " adds its fractions", domain, difference);
    if (Degree.of(constraint.expr()) > Table.MAX_DEGREE) {
      throw new IllegalArgumentException(what + ": degree " + Degree.of(constraint.expr()));
    }
    return constraint;
  }

  /** The longest message on any bus, its bus id counted, mask messages included. */
  public static int longestTuple(Table table, boolean hiding) {
    int mask = hiding && table.isMasked() ? 2 + Table.MASK_COLUMNS : 0;
    return table.interactions().stream()
        .mapToInt(i -> i.message().size() + 1)
        .reduce(mask, Math::max);
  }
}
