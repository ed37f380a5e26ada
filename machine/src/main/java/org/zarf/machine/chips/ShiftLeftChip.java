package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Opcode;

/** Proves {@code SLL}, {@code SLLI}, {@code SLLW} and {@code SLLIW}. */
public final class ShiftLeftChip implements Chip<ShiftLeftChip.Row> {

  /**
   * One shift.
   *
   * @param imm the amount if it is an immediate; only the program table answers
   * @param word whether the low 32 bits are shifted
   */
  public record Row(EitherForm form, Cell.Trusted imm, Cell.Bit word, ShiftLeft gadget) {}

  /** The chip. */
  public ShiftLeftChip() {}

  @Override
  public String name() {
    return "shift-left";
  }

  @Override
  public Row row(Columns c) {
    return new Row(EitherForm.of(c), c.trusted("imm.x0", 6), c.bit("word"), ShiftLeft.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    RegisterForm form = row.form().form();
    Choice choice =
        Choice.of(form.active(), Opcode.SLL)
            .or(row.word(), Opcode.SLLW)
            .orImmediate(row.form().immediate(), Opcode.SLLI)
            .exclusive(must);
    Expr zero = Expr.Constant.ZERO;
    row.form()
        .execute(
            must,
            ProgramRow.Decoded.of(choice.opcode()).values(row.imm(), zero, zero),
            Limbs.of(row.imm(), zero, zero, zero),
            row.gadget().result());
    var width = new ShiftAmount.Width(choice.first(), row.word());
    row.gadget().prove(must, width, form.a().value(), form.b().value());
  }
}
