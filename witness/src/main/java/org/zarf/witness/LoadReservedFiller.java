package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.LoadReservedChip;

/** Fills {@link LoadReservedChip}. */
final class LoadReservedFiller implements Filler<LoadReservedChip.Row> {

  @Override
  public void fill(LoadReservedChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    Frame.old(row.old(), event, out);
    Frame.reservation(row.reservation(), event, out);
  }
}
