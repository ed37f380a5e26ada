package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.AtomicBitwiseChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link AtomicBitwiseChip}. */
final class AtomicBitwiseFiller implements Filler<AtomicBitwiseChip.Row> {

  @Override
  public void fill(AtomicBitwiseChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.amo(), event, out);
    long a = event.rdAfter();
    long b = event.rs2();
    Opcode op = event.instruction().op();
    boolean isAnd = op == Opcode.AMOAND_W || op == Opcode.AMOAND_D;
    boolean isOr = op == Opcode.AMOOR_W || op == Opcode.AMOOR_D;
    out.set(row.isAnd(), isAnd);
    out.set(row.isOr(), isOr);
    Gadgets.fill(row.gadget(), a, b, out);
    out.set(row.gadget().result(), isAnd ? a & b : isOr ? a | b : a ^ b);
  }
}
