package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;

/**
 * A sign-extended immediate, guaranteed by the program table.
 *
 * @param x0 the low limb of the immediate
 * @param x1 the next limb
 * @param sign whether the limbs above are 0xffff; otherwise they are 0
 */
public record Immediate(Cell.Trusted x0, Cell.Trusted x1, Cell.Trusted sign) implements Limbs {

  /** Lays out the columns. */
  public static Immediate of(Columns c) {
    return new Immediate(
        c.trusted("imm.x0", 16), c.trusted("imm.x1", 16), c.trusted("imm.sign", 1));
  }

  /** The four limbs of the word that it stands for. */
  @Override
  public List<Expr> limbs() {
    Expr high = sign.times(0xffff);
    return List.of(x0, x1, high, high);
  }
}
