package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Opcode;

/** Proves {@code LD} at a multiple of 8: the whole word moves. */
public final class LoadDoubleChip implements Chip<LoadDoubleChip.Row> {

  /** One load. */
  public record Row(LoadForm load) {}

  /** The chip. */
  public LoadDoubleChip() {}

  @Override
  public String name() {
    return "load-double";
  }

  @Override
  public Row row(Columns c) {
    return new Row(LoadForm.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr opcode = Expr.of(Opcode.LD.code());
    row.load().execute(must, opcode, Expr.Constant.ZERO, row.load().word());
  }
}
