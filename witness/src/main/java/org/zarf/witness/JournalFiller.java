package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.JournalChip;

/** Fills {@link JournalChip}. */
final class JournalFiller implements Filler<JournalChip.Row> {

  @Override
  public void fill(JournalChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    Frame.rs2(row.word(), event, out);
    long count = event.rdBefore();
    for (int i = 0; i < row.count().size(); i++) {
      out.set(row.count().get(i), count == i + 1);
    }
    out.set(row.countTime(), event.rdTime());
    long bytes = event.wordBefore(0);
    Frame.half(row.bytes(), bytes, event.wordTime(0), out);
    out.set(row.carry(), (bytes & 0xffff) + count > 0xffff);
  }
}
