package org.zarf.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything there is to know about a table, read off its chip once: what all readers start from.
 *
 * @param name unique in the circuit
 * @param main the columns that the prover fills and commits to for each run
 * @param fixed the preprocessed columns
 * @param constraints what must vanish
 * @param interactions the messages of each row
 * @param claims the equations that must hold over the integers
 * @param isMasked whether its sum is private, so that hiding proofs mask it
 */
public record Table(
    String name,
    List<Cell> main,
    List<Cell> fixed,
    List<Constraint> constraints,
    List<Interaction> interactions,
    List<IntegerClaim> claims,
    boolean isMasked) {

  /** The highest degree that a constraint may have. */
  public static final int MAX_DEGREE = 3;

  /** How many columns of its own a table needs to mask its sum: one element of the extension. */
  public static final int MASK_COLUMNS = 5;

  /** On which rows a constraint holds. */
  public enum Domain {
    /** On every regular row. */
    EVERY_ROW,
    /** On every regular row but the last: it reads the next row. */
    TRANSITION,
    /** On every regular row, and reads the next row: the running sum steps out. */
    BUS_STEP,
    /** On row 0. */
    FIRST_ROW,
    /** On the row after the last regular one. */
    END_ROW,
    /** On the row after that. */
    AFTER_END_ROW
  }

  /** A polynomial that vanishes on a domain, and the sentence that says why. */
  public record Constraint(String why, Domain domain, Expr expr) {}

  /** A message to a bus; {@code times} counts negative for what is received. */
  public record Interaction(Bus bus, Expr times, List<Expr> message) {}

  /**
   * An expression that is one of the multiples min, min + step, .., max of step modulo p, and must
   * be one over the integers.
   */
  public record IntegerClaim(String why, Expr expr, long min, long max) {}

  /** A chip's row of symbols with its table. */
  public record Defined<R extends Record>(R row, Table table) {}

  /**
   * Reads a chip.
   *
   * @throws IllegalArgumentException if a constraint has too high a degree, or a message is not
   *     linear
   */
  public static <R extends Record> Defined<R> of(Chip<R> chip) {
    var columns = new Columns();
    R row = chip.row(columns);
    var reader = new ChipReader();
    var open = reader.open();
    for (Cell cell : columns.main()) {
      switch (cell) {
        case Cell.Bit bit -> open.bit(bit.name() + " is a bit", bit);
        case Cell.Checked checked -> open.range(Expr.Constant.ONE, checked.bits(), checked);
        case Cell.Felt _, Cell.Trusted _ -> {}
        case Cell.Fixed _ -> throw new IllegalStateException("a fixed column among the main ones");
      }
    }
    chip.constrain(row, open);
    boolean isMasked = !chip.isPublic() && !reader.interactions.isEmpty();
    if (isMasked) {
      for (int i = columns.main().size(); i < MASK_COLUMNS; i++) {
        columns.felt("mask" + i);
      }
    }
    return new Defined<>(
        row,
        new Table(
            chip.name(),
            columns.main(),
            columns.fixed(),
            List.copyOf(reader.constraints),
            List.copyOf(reader.interactions),
            List.copyOf(reader.claims),
            isMasked));
  }

  /** Collects what a chip says. */
  private static final class ChipReader {
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Interaction> interactions = new ArrayList<>();
    private final List<IntegerClaim> claims = new ArrayList<>();

    Constraints open() {
      return new Guarded(this, Expr.Constant.ONE, false);
    }
  }

  private record Guarded(ChipReader into, Expr guard, boolean first) implements Constraints {

    @Override
    public Constraints when(Expr condition) {
      return new Guarded(into, guard.times(condition), first);
    }

    @Override
    public Constraints onFirstRow() {
      return new Guarded(into, guard, true);
    }

    @Override
    public void zero(String why, Expr expr) {
      Expr guarded = guard.times(expr);
      // Dividing by X - 1 takes off less than dividing by all rows: it counts as one degree.
      int degree = Degree.of(guarded) + (first ? 1 : 0);
      if (degree > MAX_DEGREE) {
        throw new IllegalArgumentException(why + ": degree " + degree);
      }
      boolean readsNext = ReadsNext.of(guarded);
      if (first && readsNext) {
        throw new IllegalArgumentException(why + ": reads the next row on the first row only");
      }
      Domain domain = first ? Domain.FIRST_ROW : readsNext ? Domain.TRANSITION : Domain.EVERY_ROW;
      into.constraints.add(new Constraint(why, domain, guarded));
    }

    @Override
    public void zeroInteger(String why, Expr expr) {
      into.claims.add(new IntegerClaim(why, expr, 0, 0));
      zero(why, expr);
    }

    @Override
    public Expr carry(String why, Expr excess, int logRadix, int min, int max) {
      if (min > max || max - min > 2) {
        throw new IllegalArgumentException(why + ": carries from " + min + " to " + max);
      }
      Expr carry = new Expr.Bounded(excess.over(1L << logRadix), min, max);
      into.claims.add(
          new IntegerClaim(why, excess, (long) min << logRadix, (long) max << logRadix));
      Expr product = Expr.Constant.ONE;
      for (int value = min; value <= max; value++) {
        product = product.times(carry.minus(value));
      }
      zero(why, product);
      return carry;
    }

    @Override
    public void send(Bus bus, Expr times, Limbs... message) {
      add(bus, times, message);
    }

    @Override
    public void receive(Bus bus, Expr times, Limbs... message) {
      add(bus, times.negated(), message);
    }

    private void add(Bus bus, Expr times, Limbs... message) {
      List<Expr> parts = Arrays.stream(message).flatMap(m -> m.limbs().stream()).toList();
      for (Expr part : parts) {
        if (Degree.of(part) > 1 || ReadsNext.of(part)) {
          throw new IllegalArgumentException(
              "a message on bus " + bus.name() + " is not linear in the row");
        }
      }
      if (Degree.of(times) > 2 || ReadsNext.of(times)) {
        throw new IllegalArgumentException(
            "a multiplicity on bus " + bus.name() + " is not quadratic in the row");
      }
      into.interactions.add(new Interaction(bus, times, parts));
    }
  }
}
