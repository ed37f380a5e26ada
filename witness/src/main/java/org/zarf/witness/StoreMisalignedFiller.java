package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.air.Word;
import org.zarf.machine.chips.StoreMisalignedChip;

/** Fills {@link StoreMisalignedChip}. */
final class StoreMisalignedFiller implements Filler<StoreMisalignedChip.Row> {

  @Override
  public void fill(StoreMisalignedChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.store(), event, out);
    Frame.opcode(row.opcode(), event, out);
    Frame.offset(row.offset(), event, out);
    boolean across = Frame.straddle(row.straddle(), event, out);
    long before = event.wordBefore(0);
    long secondBefore = across ? event.wordBefore(1) : 0;
    long after = event.wordAfter(0);
    int start = (int) (Frame.address(event) & 7) >> 1;
    int bytes = event.instruction().op().accessBytes();
    for (int i = 0; i < Word.LIMBS; i++) {
      out.set(row.low().get(i), (event.rs2() >>> (16 * i)) & 0xff);
    }
    long first = LoadMisalignedFiller.limb(before, secondBefore, start);
    out.set(row.first(), first);
    out.set(row.firstLow(), first & 0xff);
    long end = LoadMisalignedFiller.limb(before, secondBefore, start + bytes / 2);
    out.set(row.end(), end);
    out.set(row.endLow(), end & 0xff);
    long secondAfter = across ? event.wordAfter(1) : 0;
    for (int i = 0; i < row.window().size(); i++) {
      out.set(row.window().get(i), LoadMisalignedFiller.limb(after, secondAfter, start + i));
    }
    out.set(row.after(), after);
    out.set(row.secondAfter(), secondAfter);
  }
}
