package org.zarf.machine.chips;

import static org.zarf.machine.isa.Opcode.LB;
import static org.zarf.machine.isa.Opcode.LBU;
import static org.zarf.machine.isa.Opcode.LH;
import static org.zarf.machine.isa.Opcode.LHU;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Opcode;

/**
 * Proves {@code LB} and {@code LBU}, and {@code LH} and {@code LHU} at even addresses: a limb of
 * the word, or one of its two bytes, and a sign.
 */
public final class LoadNarrowChip implements Chip<LoadNarrowChip.Row> {

  /**
   * One load.
   *
   * @param loaded the limb or the byte
   * @param other the other byte of the limb; 0 where a whole limb is loaded
   * @param negativeByte whether {@code LB} extends with ones
   * @param negativeHalf whether {@code LH} extends with ones
   */
  public record Row(
      LoadForm load,
      OpcodeChoice opcode,
      ByteOffset offset,
      Cell.Trusted loaded,
      Cell.Trusted other,
      Cell.Bit negativeByte,
      Cell.Bit negativeHalf) {}

  /** The chip. */
  public LoadNarrowChip() {}

  @Override
  public String name() {
    return "load-narrow";
  }

  @Override
  public Row row(Columns c) {
    LoadForm load = LoadForm.of(c);
    return new Row(
        load,
        OpcodeChoice.of(c, load.form().active(), LB, LBU, LH, LHU),
        ByteOffset.of(c),
        c.trusted("loaded", 16),
        c.trusted("other", 8),
        c.bit("negativeByte"),
        c.bit("negativeHalf"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    OpcodeChoice opcode = row.opcode();
    opcode.check(must);
    row.offset().check(must);
    select(row, must);
    must.when(row.negativeByte()).zero("only LB extends a byte with ones", opcode.is(LB).not());
    must.when(row.negativeHalf()).zero("only LH extends a limb with ones", opcode.is(LH).not());
    Expr sign = row.negativeByte().times(1 << 7).plus(row.negativeHalf().times(1 << 15));
    must.range(opcode.active(), opcode.sum(LoadNarrowChip::bits), row.loaded().minus(sign));
    Expr high = row.negativeByte().plus(row.negativeHalf()).times(0xffff);
    Expr low = row.loaded().plus(row.negativeByte().times(0xff00));
    Limbs result = Limbs.of(low, high, high, high);
    row.load().execute(must, opcode.code(), row.offset().bytes(), result);
  }

  /** {@code loaded} and {@code other} are 16 bits and nothing, or the bytes of a limb. */
  private static void select(Row row, Constraints must) {
    OpcodeChoice opcode = row.opcode();
    Expr limb = row.offset().select(row.load().word().limbs(), 0);
    Expr half = opcode.is(LH, LHU);
    must.when(half).zero("a limb lies at an even offset", row.offset().odd());
    must.when(half).zeroInteger("the limb is loaded", limb.minus(row.loaded()));
    must.when(half).zero("nothing is left of the limb", row.other());
    Expr isByte = opcode.is(LB, LBU);
    must.send(Buses.BYTES, isByte, row.loaded(), row.other());
    Expr swapped = row.offset().odd().times(row.loaded().minus(row.other())).times(255);
    must.when(isByte)
        .zeroInteger(
            "the byte is loaded",
            limb.minus(row.loaded()).minus(row.other().times(256)).minus(swapped));
  }

  /** How many bits remain when the sign is taken away. */
  private static long bits(Opcode opcode) {
    int signs = opcode == LB || opcode == LH ? 1 : 0;
    return 8L * opcode.accessBytes() - signs;
  }
}
