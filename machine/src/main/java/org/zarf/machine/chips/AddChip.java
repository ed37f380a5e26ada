package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Word;
import org.zarf.machine.isa.Opcode;

/** Proves {@code ADD}: rd = rs1 + rs2 mod 2^64. */
public final class AddChip implements Chip<AddChip.Row> {

  /** One addition. */
  public record Row(RegisterForm form, Word sum) {}

  /** The chip. */
  public AddChip() {}

  @Override
  public String name() {
    return "add";
  }

  @Override
  public Row row(Columns c) {
    return new Row(RegisterForm.of(c), c.checkedWord("sum"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    row.form().execute(must, Opcode.ADD, row.sum());
    Addition.of(must, row.form().a().value(), row.form().b().value(), row.sum());
  }
}
