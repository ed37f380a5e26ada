package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.AtomicCompareChip;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Opcode;

/** Fills {@link AtomicCompareChip}. */
final class AtomicCompareFiller implements Filler<AtomicCompareChip.Row> {

  @Override
  public void fill(AtomicCompareChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.amo(), event, out);
    Opcode op = event.instruction().op();
    boolean isSingle = op.accessBytes() < AddressSpace.WORD_BYTES;
    long operand = isSingle ? (int) event.rs2() : event.rs2();
    out.set(row.x2(), Gadgets.limb(operand, 2));
    out.set(row.x3(), Gadgets.limb(operand, 3));
    out.set(row.negative(), isSingle && operand < 0);
    boolean isSigned =
        switch (op) {
          case AMOMIN_W, AMOMIN_D, AMOMAX_W, AMOMAX_D -> true;
          default -> false;
        };
    boolean isMax =
        switch (op) {
          case AMOMAX_W, AMOMAX_D, AMOMAXU_W, AMOMAXU_D -> true;
          default -> false;
        };
    out.set(row.isMax(), isMax);
    out.set(row.signed(), isSigned);
    long old = event.rdAfter();
    Gadgets.fill(row.gadget(), isSigned, old, operand, out);
    boolean less = isSigned ? old < operand : Long.compareUnsigned(old, operand) < 0;
    out.set(row.keeps(), isMax != less);
  }
}
