package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.StoreDoubleChip;

/** Fills {@link StoreDoubleChip}. */
final class StoreDoubleFiller implements Filler<StoreDoubleChip.Row> {

  @Override
  public void fill(StoreDoubleChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.store(), event, out);
  }
}
