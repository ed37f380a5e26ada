package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Opcode;

/** Proves {@code SLT}, {@code SLTU}, {@code SLTI} and {@code SLTIU}: rd = 1 if rs1 is less. */
public final class CompareChip implements Chip<CompareChip.Row> {

  /** One comparison. */
  public record Row(
      EitherForm form, SmallImmediate imm, Cell.Bit signed, SignedComparison gadget) {}

  /** The chip. */
  public CompareChip() {}

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public Row row(Columns c) {
    return new Row(EitherForm.of(c), SmallImmediate.of(c), c.bit("signed"), SignedComparison.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    RegisterForm form = row.form().form();
    Choice choice =
        Choice.of(form.active(), Opcode.SLTU)
            .or(row.signed(), Opcode.SLT)
            .orImmediate(row.form().immediate(), Opcode.SLTIU)
            .exclusive(must);
    Expr zero = Expr.Constant.ZERO;
    Limbs result = Limbs.of(row.gadget().less(), zero, zero, zero);
    row.form().execute(must, row.imm().in(choice.opcode()), row.imm(), result);
    row.gadget().prove(must, row.signed(), form.a().value(), form.b().value());
  }
}
