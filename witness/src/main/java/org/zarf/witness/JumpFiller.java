package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.JumpChip;
import org.zarf.machine.isa.Instruction;

/** Fills {@link JumpChip}. */
final class JumpFiller implements Filler<JumpChip.Row> {

  @Override
  public void fill(JumpChip.Row row, Event event, RowWriter out) {
    Instruction x = event.instruction();
    out.set(row.active(), true);
    out.set(row.rd(), x.rd());
    out.set(row.target(), x.pc() + x.imm());
    out.set(row.linkHigh(), x.next() >>> 16);
    Frame.cycle(row.cycle(), event, out);
    Frame.rd(row.out(), event, out);
  }
}
