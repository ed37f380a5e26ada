package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.air.Word;
import org.zarf.machine.chips.MultiplyHigh;
import org.zarf.machine.chips.MultiplyHighChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link MultiplyHighChip}. */
final class MultiplyHighFiller implements Filler<MultiplyHighChip.Row> {

  @Override
  public void fill(MultiplyHighChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    long a = event.rs1();
    long b = event.rs2();
    Opcode op = event.instruction().op();
    boolean negativeA = op != Opcode.MULHU && a < 0;
    boolean negativeB = op == Opcode.MULH && b < 0;
    out.set(row.isMulh(), op == Opcode.MULH);
    out.set(row.isMulhsu(), op == Opcode.MULHSU);
    MultiplyHigh gadget = row.gadget();
    Gadgets.fill(gadget.bytes(), a, b, out);
    out.set(gadget.low(), a * b);
    out.set(gadget.high(), event.rdAfter());
    out.set(gadget.negativeA(), negativeA);
    out.set(gadget.negativeB(), negativeB);
    long carry = 0;
    for (int k = 0; k < 2 * Word.LIMBS; k++) {
      long total = Gadgets.byteProducts(a, b, k) + carry;
      int offset = 0;
      if (k >= Word.LIMBS) {
        int i = k - Word.LIMBS;
        total -= negativeA ? Gadgets.limb(b, i) : 0;
        total -= negativeB ? Gadgets.limb(a, i) : 0;
        offset = MultiplyHigh.CARRY_OFFSET;
      }
      carry = total >> 16;
      out.set(gadget.carries().get(k), carry + offset);
    }
  }
}
