package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.SubWordChip;

/** Fills {@link SubWordChip}. */
final class SubWordFiller implements Filler<SubWordChip.Row> {

  @Override
  public void fill(SubWordChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    Frame.signExtended(row.difference(), event.rdAfter(), out);
  }
}
