package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.AddChip;

/** Fills {@link AddChip}. */
final class AddFiller implements Filler<AddChip.Row> {

  @Override
  public void fill(AddChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    out.set(row.sum(), event.rdAfter());
  }
}
