package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.air.Word;
import org.zarf.machine.chips.LoadMisalignedChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link LoadMisalignedChip}. */
final class LoadMisalignedFiller implements Filler<LoadMisalignedChip.Row> {

  @Override
  public void fill(LoadMisalignedChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.load(), event, out);
    Frame.opcode(row.opcode(), event, out);
    Frame.offset(row.offset(), event, out);
    boolean across = Frame.straddle(row.straddle(), event, out);
    long second = across ? event.wordBefore(1) : 0;
    int start = (int) (Frame.address(event) & 7) >> 1;
    for (int i = 0; i < row.window().size(); i++) {
      long limb = limb(event.wordBefore(0), second, start + i);
      out.set(row.window().get(i), limb);
      out.set(row.low().get(i), limb & 0xff);
    }
    long result = event.rdAfter();
    Opcode op = event.instruction().op();
    out.set(row.result(), result);
    switch (op.accessBytes()) {
      case 2 -> out.set(row.top(), result & 0xffff);
      case 4 -> out.set(row.top(), (result >>> 16) & 0xffff);
      default -> {}
    }
    out.set(row.negative(), op != Opcode.LD && result < 0);
  }

  /** Limb i of two words. */
  static long limb(long first, long second, int i) {
    return ((i < Word.LIMBS ? first : second) >>> (16 * (i % Word.LIMBS))) & 0xffff;
  }
}
