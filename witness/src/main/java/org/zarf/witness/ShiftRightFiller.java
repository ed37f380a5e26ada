package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.ShiftRight;
import org.zarf.machine.chips.ShiftRightChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link ShiftRightChip}. */
final class ShiftRightFiller implements Filler<ShiftRightChip.Row> {

  @Override
  public void fill(ShiftRightChip.Row row, Event event, RowWriter out) {
    long a = event.rs1();
    long b = Frame.fill(row.form(), event, out);
    Opcode op = event.instruction().op();
    boolean sra = op == Opcode.SRA || op == Opcode.SRAI;
    boolean srlw = op == Opcode.SRLW || op == Opcode.SRLIW;
    boolean sraw = op == Opcode.SRAW || op == Opcode.SRAIW;
    long result = event.rdAfter();
    out.set(row.imm(), event.instruction().imm());
    out.set(row.isSra(), sra);
    out.set(row.isSrlw(), srlw);
    out.set(row.isSraw(), sraw);
    ShiftRight gadget = row.gadget();
    Gadgets.fill(gadget.amount(), srlw || sraw, b, out);
    Gadgets.fill(gadget.parts(), a, (int) (b & 15), out);
    out.set(gadget.shifted(), srlw ? result & 0xffff_ffffL : result);
    int top = sra ? Gadgets.limb(a, 3) : sraw ? Gadgets.limb(a, 1) : Gadgets.limb(result, 1);
    out.set(gadget.top(), sra || sraw || srlw ? top : 0);
    out.set(gadget.fill(), (sra || sraw) && top >>> 15 != 0);
    out.set(gadget.negative(), srlw && result < 0);
  }
}
