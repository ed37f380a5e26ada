package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.Bitwise;
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
    Bitwise gadget = row.gadget();
    Gadgets.fill(gadget.a(), a, out);
    Gadgets.fill(gadget.b(), b, out);
    for (int i = 0; i < gadget.and().size(); i++) {
      out.set(gadget.and().get(i), ((a & b) >>> (8 * i)) & 0xff);
    }
    out.set(gadget.result(), event.rdAfter());
  }
}
