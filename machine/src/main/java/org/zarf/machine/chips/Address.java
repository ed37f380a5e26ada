package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * The address of an access: base + immediate mod 2^64, which must be below 2^31.
 *
 * @param x0 the low limb; 16 bits, because (x0 - offset) / 8 is looked up with 13 bits
 * @param x1 the next limb; the limbs above are zero
 */
public record Address(Cell.Trusted x0, Cell.Checked x1) {

  /** Lays out the columns. */
  public static Address of(Columns c) {
    return new Address(c.trusted("address.x0", 16), c.checked("address.x1", 15));
  }

  /**
   * The index of the word that the address lies in.
   *
   * @param offset the address modulo 8, which the caller proves to be 0 to 7
   */
  public Expr word(Constraints must, Expr active, Word base, Immediate imm, Expr offset) {
    sum(must, base, imm);
    Expr low = x0.minus(offset).over(8);
    must.range(active, 13, low);
    return low.plus(x1.times(1 << 13));
  }

  /** x0 + 2^16 x1 = base + imm mod 2^64. */
  private void sum(Constraints must, Word base, Immediate imm) {
    Expr zero = Expr.Constant.ZERO;
    Expr carry = zero;
    Expr[] limbs = {x0, x1, zero, zero};
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr excess = base.at(i).plus(imm.limbs().get(i)).plus(carry).minus(limbs[i]);
      carry = must.carry("the address, limb " + i, excess, 16, 0, 1);
    }
  }
}
