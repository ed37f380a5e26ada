package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.ShiftLeft;
import org.zarf.machine.chips.ShiftLeftChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link ShiftLeftChip}. */
final class ShiftLeftFiller implements Filler<ShiftLeftChip.Row> {

  @Override
  public void fill(ShiftLeftChip.Row row, Event event, RowWriter out) {
    long b = Frame.fill(row.form(), event, out);
    Opcode op = event.instruction().op();
    boolean word = op == Opcode.SLLW || op == Opcode.SLLIW;
    out.set(row.imm(), event.instruction().imm());
    out.set(row.word(), word);
    ShiftLeft gadget = row.gadget();
    Gadgets.fill(gadget.amount(), word, b, out);
    Gadgets.fill(gadget.parts(), event.rs1(), 16 - (int) (b & 15), out);
    out.set(gadget.result(), event.rdAfter());
    out.set(gadget.negative(), word && event.rdAfter() < 0);
  }
}
