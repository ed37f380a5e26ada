package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * The gadget high = the upper 64 bits of a b. A negative factor is 2^64 less than the unsigned word
 * with the same bits, so the upper half of the product is less by the other factor.
 *
 * @param low the lower 64 bits
 * @param carries what each limb carries to the next; in the upper half, 4 more than that, because
 *     it may be as low as -3; the last one is dropped
 * @param negativeA whether a is signed and negative
 * @param negativeB whether b is signed and negative
 */
public record MultiplyHigh(
    ByteProduct bytes,
    Word low,
    Word high,
    List<Cell.Checked> carries,
    Cell.Bit negativeA,
    Cell.Bit negativeB) {

  /** What is added to the carries of the upper half. */
  public static final int CARRY_OFFSET = 4;

  /** Which factors are signed; bits. */
  record Signed(Expr a, Expr b) {}

  /** Lays out the columns. */
  public static MultiplyHigh of(Columns c) {
    return new MultiplyHigh(
        ByteProduct.of(c, "a", "b"),
        c.checkedWord("low"),
        c.checkedWord("high"),
        c.list("carry", ByteProduct.LIMBS, name -> c.checked(name, ByteProduct.CARRY_BITS)),
        c.bit("negative.a"),
        c.bit("negative.b"));
  }

  /** {@code high} is the upper half of the product of x and y. */
  void prove(Constraints must, Expr active, Signed signed, Word x, Word y) {
    sign(must, signed.a, x, negativeA);
    sign(must, signed.b, y, negativeB);
    List<Expr> sums = bytes.prove(must, active, x, y);
    // Rows of zeros have no offset.
    Expr offset = active.times(CARRY_OFFSET);
    Expr carry = Expr.Constant.ZERO;
    for (int k = 0; k < ByteProduct.LIMBS; k++) {
      Expr total = sums.get(k).plus(carry);
      carry = carries.get(k);
      Expr limb;
      if (k < Word.LIMBS) {
        limb = low.at(k);
      } else {
        int i = k - Word.LIMBS;
        limb = high.at(i);
        carry = carry.minus(offset);
        total = total.minus(negativeA.times(y.at(i))).minus(negativeB.times(x.at(i)));
      }
      must.zeroInteger(
          "limb " + k + " of the product", total.minus(limb).minus(carry.times(1 << 16)));
    }
  }

  private static void sign(Constraints must, Expr signed, Word word, Cell.Bit negative) {
    must.when(negative).zero("unsigned words are not negative", signed.not());
    must.range(signed, 15, word.x3().minus(negative.times(1 << 15)));
  }
}
