package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.JumpRegisterChip;
import org.zarf.machine.isa.Instruction;

/** Fills {@link JumpRegisterChip}. */
final class JumpRegisterFiller implements Filler<JumpRegisterChip.Row> {

  @Override
  public void fill(JumpRegisterChip.Row row, Event event, RowWriter out) {
    Instruction x = event.instruction();
    long target = Frame.address(event);
    out.set(row.active(), true);
    out.set(row.rd(), x.rd());
    out.set(row.rs1(), x.rs1());
    out.set(row.linkHigh(), x.next() >>> 16);
    out.set(row.target0(), target & 0xffff);
    out.set(row.target1(), target >>> 16);
    out.set(row.odd(), (target & 1) != 0);
    Frame.immediate(row.imm(), event, out);
    Frame.cycle(row.cycle(), event, out);
    Frame.rs1(row.a(), event, out);
    Frame.rd(row.out(), event, out);
  }
}
