package org.zarf.machine.chips;

import static org.zarf.machine.isa.Opcode.SB;
import static org.zarf.machine.isa.Opcode.SH;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * Proves {@code SB}, and {@code SH} at even addresses: a limb of the word, or one of its two bytes,
 * is replaced.
 */
public final class StoreNarrowChip implements Chip<StoreNarrowChip.Row> {

  /**
   * One store.
   *
   * @param stored the low byte of the value
   * @param replaced the byte that {@code SB} replaces; otherwise 0
   * @param kept the byte of the same limb that {@code SB} leaves; otherwise 0
   * @param limb what the limb holds afterwards
   * @param after what the word holds afterwards
   */
  public record Row(
      StoreForm store,
      OpcodeChoice opcode,
      ByteOffset offset,
      Cell.Trusted stored,
      Cell.Trusted replaced,
      Cell.Trusted kept,
      Cell.Trusted limb,
      Word after) {}

  /** The chip. */
  public StoreNarrowChip() {}

  @Override
  public String name() {
    return "store-narrow";
  }

  @Override
  public Row row(Columns c) {
    StoreForm store = StoreForm.of(c);
    return new Row(
        store,
        OpcodeChoice.of(c, store.active(), SB, SH),
        ByteOffset.of(c),
        c.trusted("stored", 8),
        c.trusted("replaced", 8),
        c.trusted("kept", 8),
        c.trusted("limb", 16),
        c.trustedWord("after"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    row.opcode().check(must);
    row.offset().check(must);
    replaceInLimb(row, must);
    Word before = row.store().memory().before();
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr change = row.offset().at(i).times(row.limb().minus(before.at(i)));
      must.zero("only the limb changes", row.after().at(i).minus(before.at(i)).minus(change));
    }
    row.store().execute(must, row.opcode().code(), row.offset().bytes(), row.after());
  }

  /** {@code limb} is 16 bits: those of the value, or two bytes. */
  private static void replaceInLimb(Row row, Constraints must) {
    Expr active = row.opcode().active();
    Cell value = row.store().value().value().x0();
    must.send(Buses.BYTES, active, row.stored(), value.minus(row.stored()).over(256));
    must.send(Buses.BYTES, active, row.kept(), row.replaced());
    Cell odd = row.offset().odd();
    Constraints half = must.when(row.opcode().is(SH));
    half.zero("a limb lies at an even offset", odd);
    half.zero("the limb is replaced", row.limb().minus(value));
    half.zero("no byte is replaced", row.replaced());
    half.zero("no byte is kept", row.kept());
    Constraints single = must.when(row.opcode().is(SB));
    Expr before = row.offset().select(row.store().memory().before().limbs(), 0);
    single.zeroInteger("the limb before", before.minus(bytes(odd, row.replaced(), row.kept())));
    single.zeroInteger(
        "one byte is replaced", row.limb().minus(bytes(odd, row.stored(), row.kept())));
  }

  /** The limb with byte {@code a} in the place of the access and {@code b} in the other. */
  private static Expr bytes(Expr odd, Expr a, Expr b) {
    return a.plus(b.times(256)).plus(odd.times(a.minus(b)).times(255));
  }
}
