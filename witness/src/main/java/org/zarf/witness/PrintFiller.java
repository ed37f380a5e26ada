package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.PrintChip;

/** Fills {@link PrintChip}. */
final class PrintFiller implements Filler<PrintChip.Row> {

  @Override
  public void fill(PrintChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
  }
}
