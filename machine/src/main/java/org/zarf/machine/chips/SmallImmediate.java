package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;

/**
 * A sign-extended immediate of at most 16 bits, guaranteed by the program table: the limbs above
 * the lowest all follow from the sign. All immediates of instructions are of this kind, but for
 * those of {@code ADDI}, {@code LUI} and {@code AUIPC}.
 *
 * @param x0 the low limb of the immediate
 * @param sign whether the limbs above are 0xffff; otherwise they are 0
 */
public record SmallImmediate(Cell.Trusted x0, Cell.Trusted sign) implements Limbs {

  /** Lays out the columns. */
  public static SmallImmediate of(Columns c) {
    return new SmallImmediate(c.trusted("imm.x0", 16), c.trusted("imm.sign", 1));
  }

  /** The four limbs of the word that it stands for. */
  @Override
  public List<Expr> limbs() {
    Expr high = sign.times(0xffff);
    return List.of(x0, high, high, high);
  }

  /** The decoded instruction of an opcode with this immediate. */
  ProgramRow.Decoded in(Expr opcode) {
    return ProgramRow.Decoded.of(opcode).values(x0, sign.times(0xffff), sign);
  }
}
