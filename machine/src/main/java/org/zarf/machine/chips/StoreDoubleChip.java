package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Opcode;

/** Proves {@code SD} at a multiple of 8: the whole word is replaced. */
public final class StoreDoubleChip implements Chip<StoreDoubleChip.Row> {

  /** One store. */
  public record Row(StoreForm store) {}

  /** The chip. */
  public StoreDoubleChip() {}

  @Override
  public String name() {
    return "store-double";
  }

  @Override
  public Row row(Columns c) {
    return new Row(StoreForm.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr opcode = Expr.of(Opcode.SD.code());
    row.store().execute(must, opcode, Expr.Constant.ZERO, row.store().value().value());
  }
}
