package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.LoadNarrowChip;

/** Fills {@link LoadNarrowChip}. */
final class LoadNarrowFiller implements Filler<LoadNarrowChip.Row> {

  @Override
  public void fill(LoadNarrowChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.load(), event, out);
    Frame.opcode(row.opcode(), event, out);
    Frame.offset(row.offset(), event, out);
    int bytes = event.instruction().op().accessBytes();
    int offset = (int) Frame.address(event) & 7;
    long result = event.rdAfter();
    out.set(row.loaded(), result & (bytes == 1 ? 0xff : 0xffff));
    if (bytes == 1) {
      out.set(row.other(), (event.wordBefore(0) >>> (8 * (offset ^ 1))) & 0xff);
    }
    out.set(row.negativeByte(), bytes == 1 && result < 0);
    out.set(row.negativeHalf(), bytes == 2 && result < 0);
  }
}
