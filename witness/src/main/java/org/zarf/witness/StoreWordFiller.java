package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.StoreWordChip;

/** Fills {@link StoreWordChip}. */
final class StoreWordFiller implements Filler<StoreWordChip.Row> {

  @Override
  public void fill(StoreWordChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.store(), event, out);
    out.set(row.upper(), (Frame.address(event) & 4) != 0);
    out.set(row.after(), event.wordAfter(0));
  }
}
