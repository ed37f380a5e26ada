package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.BitwiseChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link BitwiseChip}. */
final class BitwiseFiller implements Filler<BitwiseChip.Row> {

  @Override
  public void fill(BitwiseChip.Row row, Event event, RowWriter out) {
    long a = event.rs1();
    long b = Frame.fill(row.form(), event, out);
    Frame.immediate(row.imm(), event, out);
    Opcode op = event.instruction().op();
    out.set(row.isOr(), op == Opcode.OR || op == Opcode.ORI);
    out.set(row.isXor(), op == Opcode.XOR || op == Opcode.XORI);
    Gadgets.fill(row.gadget(), a, b, out);
    out.set(row.gadget().result(), event.rdAfter());
  }
}
