package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.chips.StoreConditionalChip;

/** Fills {@link StoreConditionalChip}. */
final class StoreConditionalFiller implements Filler<StoreConditionalChip.Row> {

  @Override
  public void fill(StoreConditionalChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    out.set(row.rs2(), event.instruction().rs2());
    Frame.rs2(row.value(), event, out);
    out.set(row.after(), event.wordAfter(0));
    Frame.reservation(row.reservation(), event, out);
    long needed = event.rs1() + event.instruction().op().accessBytes() / 4;
    long held = event.wordBefore(1);
    out.set(row.succeeds(), held == needed);
    for (int i = 0; i < row.factors().size(); i++) {
      long difference = (long) Gadgets.limb(held, i) - Gadgets.limb(needed, i);
      if (difference != 0) {
        int inverse = KoalaBear.inverse(KoalaBear.of(difference));
        out.set(row.factors().get(i), KoalaBear.toInt(inverse));
        return;
      }
    }
  }
}
