package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.CompareChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link CompareChip}. */
final class CompareFiller implements Filler<CompareChip.Row> {

  @Override
  public void fill(CompareChip.Row row, Event event, RowWriter out) {
    long b = Frame.fill(row.form(), event, out);
    Frame.immediate(row.imm(), event, out);
    Opcode op = event.instruction().op();
    boolean signed = op == Opcode.SLT || op == Opcode.SLTI;
    out.set(row.signed(), signed);
    Gadgets.fill(row.gadget(), signed, event.rs1(), b, out);
  }
}
