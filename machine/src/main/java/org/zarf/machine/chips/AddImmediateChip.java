package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Word;
import org.zarf.machine.isa.Opcode;

/**
 * Proves {@code ADDI}: rd = rs1 + immediate mod 2^64; {@code LUI} and {@code AUIPC} are decoded to
 * it.
 */
public final class AddImmediateChip implements Chip<AddImmediateChip.Row> {

  /** One addition. */
  public record Row(ImmediateForm form, Word sum) {}

  /** The chip. */
  public AddImmediateChip() {}

  @Override
  public String name() {
    return "add-immediate";
  }

  @Override
  public Row row(Columns c) {
    return new Row(ImmediateForm.of(c), c.checkedWord("sum"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    row.form().execute(must, Opcode.ADDI, row.sum());
    Addition.of(must, row.form().a().value(), row.form().imm(), row.sum());
  }
}
