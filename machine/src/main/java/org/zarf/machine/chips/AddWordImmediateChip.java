package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.machine.isa.Opcode;

/** Proves {@code ADDIW}: rd = rs1 + immediate mod 2^32, sign-extended. */
public final class AddWordImmediateChip implements Chip<AddWordImmediateChip.Row> {

  /** One addition. */
  public record Row(ImmediateForm form, SignExtended sum) {}

  /** The chip. */
  public AddWordImmediateChip() {}

  @Override
  public String name() {
    return "add-word-immediate";
  }

  @Override
  public Row row(Columns c) {
    return new Row(ImmediateForm.of(c), SignExtended.of(c, "sum"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    row.form().execute(must, Opcode.ADDIW, row.sum());
    Addition.low(must, 2, row.form().a().value(), row.form().imm(), row.sum());
    row.sum().check(must, row.form().active());
  }
}
