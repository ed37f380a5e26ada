package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * The gadget y = -x mod 2^64 where a flag is set, and y = x elsewhere; or the same of the low 32
 * bits, where the upper halves are left to the caller. Both words have limbs below 2^16.
 *
 * @param of64 whether 64 bits are negated
 * @param of32 whether 32 bits are negated
 */
public record Negation(Cell.Bit of64, Cell.Bit of32) {

  /** Lays out the columns. */
  public static Negation of(Columns c, String name) {
    return new Negation(c.bit(name + ".negate64"), c.bit(name + ".negate32"));
  }

  /** Whether anything is negated. */
  Expr applies() {
    return of64.plus(of32);
  }

  /**
   * y is x, negated where a flag is set.
   *
   * @param word whether only the low 32 bits are meant
   */
  void prove(Constraints must, Expr word, Word x, Word y) {
    must.when(of64).zero("64 bits are negated only where 64 are meant", word);
    must.when(of32).zero("32 bits are negated only where 32 are meant", word.not());
    Expr carry = Expr.Constant.ZERO;
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr negated = i < 2 ? applies() : of64;
      Expr kept = i < 2 ? negated.not() : negated.not().minus(word);
      // x + y = 2^64, or both are 0.
      Expr sum = x.at(i).plus(y.at(i)).plus(carry);
      carry = must.when(negated).carry("a number and its negation, limb " + i, sum, 16, 0, 1);
      must.when(kept).zero("a number kept, limb " + i, x.at(i).minus(y.at(i)));
    }
  }
}
