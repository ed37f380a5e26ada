package org.zarf.machine.chips;

import static org.zarf.machine.isa.Opcode.LW;
import static org.zarf.machine.isa.Opcode.LWU;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/** Proves {@code LW} and {@code LWU} at a multiple of 4: two limbs of the word, and a sign. */
public final class LoadWordChip implements Chip<LoadWordChip.Row> {

  /**
   * One load.
   *
   * @param upper whether it is the upper half of the word
   * @param x0 the low limb of that half
   * @param x1 the other limb
   * @param negative whether the result is extended with ones
   */
  public record Row(
      LoadForm load,
      OpcodeChoice opcode,
      Cell.Bit upper,
      Cell.Trusted x0,
      Cell.Trusted x1,
      Cell.Bit negative) {}

  /** The chip. */
  public LoadWordChip() {}

  @Override
  public String name() {
    return "load-word";
  }

  @Override
  public Row row(Columns c) {
    LoadForm load = LoadForm.of(c);
    return new Row(
        load,
        OpcodeChoice.of(c, load.form().active(), LW, LWU),
        c.bit("upper"),
        c.trusted("x0", 16),
        c.trusted("x1", 16),
        c.bit("negative"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    OpcodeChoice opcode = row.opcode();
    opcode.check(must);
    Word word = row.load().word();
    must.zero("x0 is a limb of the word", row.x0().minus(half(row, word.x0(), word.x2())));
    must.zero("x1 is a limb of the word", row.x1().minus(half(row, word.x1(), word.x3())));
    must.when(row.negative()).zero("only LW extends with ones", opcode.is(LW).not());
    Expr bits = opcode.sum(x -> x == LW ? 15 : 16);
    must.range(opcode.active(), bits, row.x1().minus(row.negative().times(1 << 15)));
    Expr high = row.negative().times(0xffff);
    Limbs result = Limbs.of(row.x0(), row.x1(), high, high);
    row.load().execute(must, opcode.code(), row.upper().times(4), result);
  }

  private static Expr half(Row row, Cell low, Cell high) {
    return low.plus(row.upper().times(high.minus(low)));
  }
}
