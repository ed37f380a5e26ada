package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.air.Word;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.chips.BranchEqualChip;
import org.zarf.machine.isa.Opcode;

/** Fills {@link BranchEqualChip}. */
final class BranchEqualFiller implements Filler<BranchEqualChip.Row> {

  @Override
  public void fill(BranchEqualChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    out.set(row.onDifferent(), event.instruction().op() == Opcode.BNE);
    out.set(row.equal(), event.rs1() == event.rs2());
    for (int i = 0; i < Word.LIMBS; i++) {
      long a = (event.rs1() >>> (16 * i)) & 0xffff;
      long b = (event.rs2() >>> (16 * i)) & 0xffff;
      if (a != b) {
        int inverse = KoalaBear.inverse(KoalaBear.of(a - b));
        out.set(row.factors().get(i), KoalaBear.toInt(inverse));
        return;
      }
    }
  }
}
