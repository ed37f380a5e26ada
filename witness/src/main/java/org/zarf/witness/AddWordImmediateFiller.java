package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.AddWordImmediateChip;

/** Fills {@link AddWordImmediateChip}. */
final class AddWordImmediateFiller implements Filler<AddWordImmediateChip.Row> {

  @Override
  public void fill(AddWordImmediateChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    Frame.signExtended(row.sum(), event.rdAfter(), out);
  }
}
