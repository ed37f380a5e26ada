package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.machine.isa.Call;

/** Proves the call {@code PRINT}, which does nothing that a proof could see. */
public final class PrintChip implements Chip<PrintChip.Row> {

  /** One call. */
  public record Row(CallForm form) {}

  /** The chip. */
  public PrintChip() {}

  @Override
  public String name() {
    return "print";
  }

  @Override
  public Row row(Columns c) {
    return new Row(CallForm.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    CallForm form = row.form();
    form.fetch(must, Call.PRINT);
    form.cycle().advance(must, form.active(), form.cycle().next());
  }
}
