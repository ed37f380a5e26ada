package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.SubChip;

/** Fills {@link SubChip}. */
final class SubFiller implements Filler<SubChip.Row> {

  @Override
  public void fill(SubChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    out.set(row.difference(), event.rdAfter());
  }
}
