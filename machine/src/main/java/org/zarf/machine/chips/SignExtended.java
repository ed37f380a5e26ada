package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;

/**
 * A result of 32 bits, sign-extended to a word.
 *
 * @param x1 the high limb of the 32 bits; 16 bits by the lookup of x1 - 2^15 sign
 * @param sign the top bit of x1, and every bit above
 */
public record SignExtended(Cell.Checked x0, Cell.Trusted x1, Cell.Bit sign) implements Limbs {

  /** Lays out the columns. */
  public static SignExtended of(Columns c, String name) {
    return new SignExtended(
        c.checked(name + ".x0", 16), c.trusted(name + ".x1", 16), c.bit(name + ".sign"));
  }

  /** Proves x1 to be a limb, and the sign to be its top bit. */
  public void check(Constraints must, Expr active) {
    must.range(active, 15, x1.minus(sign.times(1 << 15)));
  }

  /** The four limbs of the word. */
  @Override
  public List<Expr> limbs() {
    Expr high = sign.times(0xffff);
    return List.of(x0, x1, high, high);
  }
}
