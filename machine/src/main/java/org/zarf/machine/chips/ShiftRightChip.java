package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Opcode;

/** Proves {@code SRL}, {@code SRA}, {@code SRLW}, {@code SRAW} and their immediate forms. */
public final class ShiftRightChip implements Chip<ShiftRightChip.Row> {

  /**
   * One shift: SRL if no flag is set.
   *
   * @param imm the amount if it is an immediate; only the program table answers
   */
  public record Row(
      EitherForm form,
      Cell.Trusted imm,
      Cell.Bit isSra,
      Cell.Bit isSrlw,
      Cell.Bit isSraw,
      ShiftRight gadget) {}

  /** The chip. */
  public ShiftRightChip() {}

  @Override
  public String name() {
    return "shift-right";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        EitherForm.of(c),
        c.trusted("imm.x0", 6),
        c.bit("isSra"),
        c.bit("isSrlw"),
        c.bit("isSraw"),
        ShiftRight.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    RegisterForm form = row.form().form();
    Choice choice =
        Choice.of(form.active(), Opcode.SRL)
            .or(row.isSra(), Opcode.SRA)
            .or(row.isSrlw(), Opcode.SRLW)
            .or(row.isSraw(), Opcode.SRAW)
            .orImmediate(row.form().immediate(), Opcode.SRLI)
            .exclusive(must);
    Expr zero = Expr.Constant.ZERO;
    row.form()
        .execute(
            must,
            ProgramRow.Decoded.of(choice.opcode()).values(row.imm(), zero, zero),
            Limbs.of(row.imm(), zero, zero, zero),
            row.gadget().result());
    var flags = new ShiftRight.Flags(choice.first(), row.isSra(), row.isSrlw(), row.isSraw());
    row.gadget().prove(must, flags, form.a().value(), form.b().value());
  }
}
