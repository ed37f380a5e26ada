package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.machine.isa.Opcode;

/** Proves {@code MUL} and {@code MULW}. */
public final class MultiplyChip implements Chip<MultiplyChip.Row> {

  /**
   * One multiplication.
   *
   * @param word whether only 32 bits are wanted
   */
  public record Row(RegisterForm form, Cell.Bit word, Multiply gadget) {}

  /** The chip. */
  public MultiplyChip() {}

  @Override
  public String name() {
    return "multiply";
  }

  @Override
  public Row row(Columns c) {
    return new Row(RegisterForm.of(c), c.bit("word"), Multiply.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    RegisterForm form = row.form();
    Choice choice =
        Choice.of(form.active(), Opcode.MUL).or(row.word(), Opcode.MULW).exclusive(must);
    form.execute(must, choice.opcode(), row.gadget().product());
    row.gadget().prove(must, choice.first(), row.word(), form.a().value(), form.b().value());
  }
}
