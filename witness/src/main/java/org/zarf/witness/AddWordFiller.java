package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.AddWordChip;

/** Fills {@link AddWordChip}. */
final class AddWordFiller implements Filler<AddWordChip.Row> {

  @Override
  public void fill(AddWordChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    Frame.signExtended(row.sum(), event.rdAfter(), out);
  }
}
