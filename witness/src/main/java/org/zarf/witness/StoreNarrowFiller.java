package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.StoreNarrowChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link StoreNarrowChip}. */
final class StoreNarrowFiller implements Filler<StoreNarrowChip.Row> {

  @Override
  public void fill(StoreNarrowChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.store(), event, out);
    Frame.opcode(row.opcode(), event, out);
    Frame.offset(row.offset(), event, out);
    int offset = (int) Frame.address(event) & 7;
    long before = event.wordBefore(0);
    long after = event.wordAfter(0);
    out.set(row.stored(), event.rs2() & 0xff);
    if (event.instruction().op() == Opcode.SB) {
      out.set(row.replaced(), (before >>> (8 * offset)) & 0xff);
      out.set(row.kept(), (before >>> (8 * (offset ^ 1))) & 0xff);
    }
    out.set(row.limb(), (after >>> (8 * (offset & 6))) & 0xffff);
    out.set(row.after(), after);
  }
}
