package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.HaltChip;

/** Fills {@link HaltChip}. */
final class HaltFiller implements Filler<HaltChip.Row> {

  @Override
  public void fill(HaltChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    Frame.half(row.code(), event.rs2(), event.rs2Time(), out);
    Frame.half(row.bytes(), event.rdBefore(), event.rdTime(), out);
  }
}
