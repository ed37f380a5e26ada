package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.AddImmediateChip;

/** Fills {@link AddImmediateChip}. */
final class AddImmediateFiller implements Filler<AddImmediateChip.Row> {

  @Override
  public void fill(AddImmediateChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    out.set(row.sum(), event.rdAfter());
  }
}
