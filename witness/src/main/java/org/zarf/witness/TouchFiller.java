package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.TouchChip;

/** Fills {@link TouchChip}. */
final class TouchFiller implements Filler<TouchChip.Row> {

  @Override
  public void fill(TouchChip.Row row, Event event, RowWriter out) {
    int now = event.clock();
    out.set(row.active(), true);
    out.set(row.index(), event.index());
    out.set(row.value(), event.rs1());
    out.set(row.time(), event.rs1Time());
    out.set(row.nowLow(), now & 0xffff);
    out.set(row.nowHigh(), now >>> 16);
    out.set(row.gapHigh(), (now - event.rs1Time() - 1) >>> 16);
  }
}
