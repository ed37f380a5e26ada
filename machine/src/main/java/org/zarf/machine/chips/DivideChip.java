package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Opcode;

/**
 * Proves {@code DIV}, {@code DIVU}, {@code REM}, {@code REMU} and the same of 32 bits. One wide
 * chip, because programs hardly divide.
 */
public final class DivideChip implements Chip<DivideChip.Row> {

  /**
   * One division; the flags are independent of each other.
   *
   * @param signed whether the operands are signed
   * @param remainder whether the remainder is asked for
   * @param word whether the low 32 bits are divided
   */
  public record Row(
      RegisterForm form, Cell.Bit signed, Cell.Bit remainder, Cell.Bit word, Divide gadget) {}

  /** The chip. */
  public DivideChip() {}

  @Override
  public String name() {
    return "divide";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        RegisterForm.of(c), c.bit("signed"), c.bit("isRemainder"), c.bit("word"), Divide.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    RegisterForm form = row.form();
    form.execute(must, opcode(row), row.gadget().result());
    var flags = new Divide.Flags(form.active(), row.signed(), row.remainder(), row.word());
    row.gadget().prove(must, flags, form.a().value(), form.b().value());
  }

  /** Each flag shifts the code of the opcode by the same amount in all its cases. */
  private static Expr opcode(Row row) {
    int divu = Opcode.DIVU.code();
    return Expr.of(divu)
        .plus(row.signed().times((long) Opcode.DIV.code() - divu))
        .plus(row.remainder().times((long) Opcode.REMU.code() - divu))
        .plus(row.word().times((long) Opcode.DIVUW.code() - divu));
  }
}
