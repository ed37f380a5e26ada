package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.machine.isa.Opcode;

/** Proves {@code ADDW}: rd = rs1 + rs2 mod 2^32, sign-extended. */
public final class AddWordChip implements Chip<AddWordChip.Row> {

  /** One addition. */
  public record Row(RegisterForm form, SignExtended sum) {}

  /** The chip. */
  public AddWordChip() {}

  @Override
  public String name() {
    return "add-word";
  }

  @Override
  public Row row(Columns c) {
    return new Row(RegisterForm.of(c), SignExtended.of(c, "sum"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    row.form().execute(must, Opcode.ADDW, row.sum());
    Addition.low(must, 2, row.form().a().value(), row.form().b().value(), row.sum());
    row.sum().check(must, row.form().active());
  }
}
