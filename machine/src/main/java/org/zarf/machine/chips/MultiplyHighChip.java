package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.machine.isa.Opcode;

/** Proves {@code MULH}, {@code MULHU} and {@code MULHSU}. */
public final class MultiplyHighChip implements Chip<MultiplyHighChip.Row> {

  /** One multiplication: MULHU if no flag is set. */
  public record Row(RegisterForm form, Cell.Bit isMulh, Cell.Bit isMulhsu, MultiplyHigh gadget) {}

  /** The chip. */
  public MultiplyHighChip() {}

  @Override
  public String name() {
    return "multiply-high";
  }

  @Override
  public Row row(Columns c) {
    return new Row(RegisterForm.of(c), c.bit("isMulh"), c.bit("isMulhsu"), MultiplyHigh.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    RegisterForm form = row.form();
    Choice choice =
        Choice.of(form.active(), Opcode.MULHU)
            .or(row.isMulh(), Opcode.MULH)
            .or(row.isMulhsu(), Opcode.MULHSU)
            .exclusive(must);
    form.execute(must, choice.opcode(), row.gadget().high());
    var signed = new MultiplyHigh.Signed(row.isMulh().plus(row.isMulhsu()), row.isMulh());
    row.gadget().prove(must, form.active(), signed, form.a().value(), form.b().value());
  }
}
