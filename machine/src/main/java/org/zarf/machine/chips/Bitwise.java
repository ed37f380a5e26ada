package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * The gadget of AND, OR and XOR. All three follow from the conjunction of the bytes: a OR b = a + b
 * - (a AND b), a XOR b = a + b - 2 (a AND b).
 *
 * @param and the bytes of a AND b; only the fixed table of bytes answers
 * @param result below 2^16, because the equation that defines it is one of bitwise operations
 */
public record Bitwise(WordBytes a, WordBytes b, List<Cell.Trusted> and, Word result) {

  /** Which operation, or none of them. */
  record Flags(Expr and, Expr or, Expr xor) {}

  /** Lays out the columns. */
  public static Bitwise of(Columns c) {
    return new Bitwise(
        WordBytes.of(c, "a"),
        WordBytes.of(c, "b"),
        c.list("and", WordBytes.BYTES, name -> c.trusted(name, 8)),
        c.trustedWord("result"));
  }

  /** {@code result} is that of the flagged operation; at most one flag is set. */
  void prove(Constraints must, Flags flags, Word x, Word y) {
    Expr active = flags.and.plus(flags.or).plus(flags.xor);
    for (int i = 0; i < WordBytes.BYTES; i++) {
      must.send(Buses.AND, active, a.at(x, i), b.at(y, i), and.get(i));
    }
    Expr sums = flags.or.plus(flags.xor);
    Expr conjunctions = flags.and.minus(flags.or).minus(flags.xor.times(2));
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr conjunction = and.get(2 * i).plus(and.get(2 * i + 1).times(256));
      Expr value = x.at(i).plus(y.at(i)).times(sums).plus(conjunction.times(conjunctions));
      must.zero("limb " + i + " of the bitwise result", result.at(i).minus(value));
    }
  }
}
