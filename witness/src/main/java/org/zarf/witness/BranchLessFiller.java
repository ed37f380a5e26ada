package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.BranchLessChip;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;

/** Fills {@link BranchLessChip}. */
final class BranchLessFiller implements Filler<BranchLessChip.Row> {

  @Override
  public void fill(BranchLessChip.Row row, Event event, RowWriter out) {
    Instruction x = event.instruction();
    boolean signed = x.op() == Opcode.BLT || x.op() == Opcode.BGE;
    out.set(row.active(), true);
    out.set(row.signed(), signed);
    out.set(row.inverted(), x.op() == Opcode.BGE || x.op() == Opcode.BGEU);
    Frame.cycle(row.cycle(), event, out);
    out.set(row.rs1(), x.rs1());
    out.set(row.rs2(), x.rs2());
    out.set(row.target(), x.pc() + x.imm());
    out.set(row.destination(), event.nextPc());
    Frame.rs1(row.a(), event, out);
    Frame.rs2(row.b(), event, out);
    Gadgets.fill(row.gadget(), signed, event.rs1(), event.rs2(), out);
  }
}
