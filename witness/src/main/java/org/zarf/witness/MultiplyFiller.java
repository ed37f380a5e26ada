package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.Multiply;
import org.zarf.machine.chips.MultiplyChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link MultiplyChip}. */
final class MultiplyFiller implements Filler<MultiplyChip.Row> {

  @Override
  public void fill(MultiplyChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    long a = event.rs1();
    long b = event.rs2();
    boolean word = event.instruction().op() == Opcode.MULW;
    out.set(row.word(), word);
    Multiply gadget = row.gadget();
    Gadgets.fill(gadget.bytes(), a, b, out);
    out.set(gadget.product(), event.rdAfter());
    out.set(gadget.negative(), word && event.rdAfter() < 0);
    long carry = 0;
    for (int i = 0; i < (word ? 2 : 4); i++) {
      carry = (Gadgets.byteProducts(a, b, i) + carry) >>> 16;
      out.set(gadget.carries().get(i), carry);
    }
  }
}
