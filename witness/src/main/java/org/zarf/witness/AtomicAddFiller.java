package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.AtomicAddChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link AtomicAddChip}. */
final class AtomicAddFiller implements Filler<AtomicAddChip.Row> {

  @Override
  public void fill(AtomicAddChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.amo(), event, out);
    Opcode op = event.instruction().op();
    boolean isAdd = op == Opcode.AMOADD_W || op == Opcode.AMOADD_D;
    out.set(row.isAdd(), isAdd);
    out.set(row.sum(), isAdd ? event.rdAfter() + event.rs2() : event.rs2());
  }
}
