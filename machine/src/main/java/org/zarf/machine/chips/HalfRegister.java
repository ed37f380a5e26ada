package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;

/**
 * What a register held that must be below 2^32: limbs 2 and 3 are zero in every message.
 *
 * @param x0 the low limb; 16 bits, because the memory bus holds no others
 * @param x1 the next limb; likewise
 * @param time when the register was last accessed
 */
public record HalfRegister(Cell.Trusted x0, Cell.Trusted x1, Cell.Trusted time) implements Limbs {

  /** Lays out the columns. */
  public static HalfRegister of(Columns c, String name) {
    return new HalfRegister(
        c.trusted(name + ".x0", 16), c.trusted(name + ".x1", 16), c.trusted(name + ".time", 28));
  }

  /** The four limbs of the word. */
  @Override
  public List<Expr> limbs() {
    return List.of(x0, x1, Expr.Constant.ZERO, Expr.Constant.ZERO);
  }
}
