package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * The gadget of quotient and remainder. On magnitudes, N = Q D + R with R &lt; D as integers, never
 * mod 2^64: so there is one Q and one R. Their signs are put in again afterwards, and -2^63 / -1 is
 * no special case: Q = 2^63 is positive, which has the bits of -2^63. Division by zero is one: the
 * quotient is -1, and R = N follows from the equation.
 *
 * @param product of quotient and divisor, which also checks the limbs of both
 * @param carries what the limbs of Q D + R carry to the next
 * @param smaller R &lt; D
 * @param chosen the magnitude of what the instruction asks for
 * @param sign set where that is negative
 * @param negative the sign of a result of 32 bits, which is extended
 */
public record Divide(
    Absolute dividend,
    Absolute divisor,
    Word quotient,
    Word remainder,
    ByteProduct product,
    List<Cell.Checked> carries,
    Comparison smaller,
    Cell.Bit byZero,
    Word chosen,
    Negation sign,
    Word result,
    Cell.Bit negative) {

  /** What a row computes; bits. A row that is not active computes nothing. */
  record Flags(Expr active, Expr signed, Expr remainder, Expr word) {}

  /** Lays out the columns. */
  public static Divide of(Columns c) {
    return new Divide(
        Absolute.of(c, "dividend", c.checkedWord("dividend")),
        Absolute.of(c, "divisor", c.trustedWord("divisor")),
        c.trustedWord("quotient"),
        c.checkedWord("remainder"),
        ByteProduct.of(c, "quotient", "divisor"),
        c.list("carry", Word.LIMBS - 1, name -> c.checked(name, ByteProduct.CARRY_BITS)),
        Comparison.of(c),
        c.bit("byZero"),
        c.trustedWord("chosen"),
        Negation.of(c, "result"),
        Multiply.signedWord(c, "result"),
        c.bit("negative"));
  }

  /** {@code result} is the quotient or the remainder of x and y. */
  void prove(Constraints must, Flags flags, Word x, Word y) {
    dividend.prove(must, flags.signed, flags.word, x);
    divisor.prove(must, flags.signed, flags.word, y);
    identity(must, flags.active);
    smaller.prove(must, remainder, divisor.magnitude());
    must.zero(
        "the remainder is smaller than the divisor, except by zero",
        flags.active.minus(byZero).minus(smaller.less()));
    zeroDivisor(must.when(byZero));
    signs(must, flags);
  }

  /** N = Q D + R. */
  private void identity(Constraints must, Expr active) {
    List<Expr> sums = product.prove(must, active, quotient, divisor.magnitude());
    Expr carry = Expr.Constant.ZERO;
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr excess = sums.get(i).plus(remainder.at(i)).plus(carry).minus(dividend.magnitude().at(i));
      if (i < carries.size()) {
        carry = carries.get(i);
        excess = excess.minus(carry.times(1 << 16));
      }
      must.zeroInteger("limb " + i + " of Q D + R", excess);
    }
    // The sums beyond 64 bits have no negative terms, so all are zero if they add up to zero.
    Expr beyond = Expr.Constant.ZERO;
    for (Expr sum : sums.subList(Word.LIMBS, ByteProduct.LIMBS)) {
      beyond = beyond.plus(sum);
    }
    must.zeroInteger("Q D is below 2^64", beyond);
  }

  /** Q = 1 if the dividend, and so the result's sign, is negative; otherwise Q is all ones. */
  private void zeroDivisor(Constraints must) {
    Expr ones = dividend.negative().not().times(0xffff);
    for (int i = 0; i < Word.LIMBS; i++) {
      must.zero("the divisor is zero, limb " + i, divisor.magnitude().at(i));
      Expr limb = i == 0 ? ones.plus(dividend.negative()) : ones;
      must.zero("the quotient by zero, limb " + i, quotient.at(i).minus(limb));
    }
  }

  /**
   * The result is negative where the dividend is, and for quotients the other way by the divisor.
   */
  private void signs(Constraints must, Flags flags) {
    Expr n = dividend.negative();
    Expr d = divisor.negative();
    Expr turns = d.minus(n.times(d).times(2)).times(flags.remainder.not());
    must.zero("the sign of the result", sign.applies().minus(n).minus(turns));
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr difference = remainder.at(i).minus(quotient.at(i));
      Expr choice = quotient.at(i).plus(flags.remainder.times(difference));
      must.zero("what is asked for, limb " + i, chosen.at(i).minus(choice));
    }
    sign.prove(must, flags.word, chosen, result);
    Multiply.extendSign(must, flags.active, flags.word, result, negative);
  }
}
