package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.machine.isa.Opcode;

/** Proves {@code SUBW}: rd = rs1 - rs2 mod 2^32, sign-extended. */
public final class SubWordChip implements Chip<SubWordChip.Row> {

  /** One subtraction. */
  public record Row(RegisterForm form, SignExtended difference) {}

  /** The chip. */
  public SubWordChip() {}

  @Override
  public String name() {
    return "sub-word";
  }

  @Override
  public Row row(Columns c) {
    return new Row(RegisterForm.of(c), SignExtended.of(c, "difference"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    row.form().execute(must, Opcode.SUBW, row.difference());
    Addition.low(must, 2, row.difference(), row.form().b().value(), row.form().a().value());
    row.difference().check(must, row.form().active());
  }
}
