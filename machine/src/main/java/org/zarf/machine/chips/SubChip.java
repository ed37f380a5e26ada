package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Word;
import org.zarf.machine.isa.Opcode;

/** Proves {@code SUB}: rd = rs1 - rs2 mod 2^64, as rs1 = rd + rs2. */
public final class SubChip implements Chip<SubChip.Row> {

  /** One subtraction. */
  public record Row(RegisterForm form, Word difference) {}

  /** The chip. */
  public SubChip() {}

  @Override
  public String name() {
    return "sub";
  }

  @Override
  public Row row(Columns c) {
    return new Row(RegisterForm.of(c), c.checkedWord("difference"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    row.form().execute(must, Opcode.SUB, row.difference());
    Addition.of(must, row.difference(), row.form().b().value(), row.form().a().value());
  }
}
