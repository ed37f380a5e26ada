package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.LoadWordChip;

/** Fills {@link LoadWordChip}. */
final class LoadWordFiller implements Filler<LoadWordChip.Row> {

  @Override
  public void fill(LoadWordChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.load(), event, out);
    Frame.opcode(row.opcode(), event, out);
    out.set(row.upper(), (Frame.address(event) & 4) != 0);
    long result = event.rdAfter();
    out.set(row.x0(), result & 0xffff);
    out.set(row.x1(), (result >>> 16) & 0xffff);
    out.set(row.negative(), result < 0);
  }
}
