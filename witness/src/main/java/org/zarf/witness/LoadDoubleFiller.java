package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.LoadDoubleChip;

/** Fills {@link LoadDoubleChip}. */
final class LoadDoubleFiller implements Filler<LoadDoubleChip.Row> {

  @Override
  public void fill(LoadDoubleChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.load(), event, out);
  }
}
