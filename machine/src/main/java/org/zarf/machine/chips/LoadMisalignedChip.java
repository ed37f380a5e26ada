package org.zarf.machine.chips;

import static org.zarf.machine.isa.Opcode.LD;
import static org.zarf.machine.isa.Opcode.LH;
import static org.zarf.machine.isa.Opcode.LHU;
import static org.zarf.machine.isa.Opcode.LW;
import static org.zarf.machine.isa.Opcode.LWU;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;
import org.zarf.machine.isa.Opcode;

/**
 * Proves loads of 2, 4 and 8 bytes at any address, inside one word or across two. It costs more
 * than the chips of aligned loads do, so it is meant for the others.
 *
 * <p>Five limbs from where the access starts hold all its bytes. At an odd address each limb of the
 * result is the high byte of one of them and the low byte of the next.
 */
public final class LoadMisalignedChip implements Chip<LoadMisalignedChip.Row> {

  private static final int WINDOW = 5;

  /**
   * One load.
   *
   * @param window the limbs from the one where the access starts
   * @param low their low bytes
   * @param result what is loaded; the limbs after {@code top} are its extension
   * @param top the limb with the sign; 0 where eight bytes are loaded
   * @param negative whether the result is extended with ones
   */
  public record Row(
      LoadForm load,
      OpcodeChoice opcode,
      ByteOffset offset,
      Straddle straddle,
      List<Cell.Trusted> window,
      List<Cell.Trusted> low,
      Word result,
      Cell.Trusted top,
      Cell.Bit negative) {}

  /** The chip. */
  public LoadMisalignedChip() {}

  @Override
  public String name() {
    return "load-misaligned";
  }

  @Override
  public Row row(Columns c) {
    LoadForm load = LoadForm.of(c);
    return new Row(
        load,
        OpcodeChoice.of(c, load.form().active(), LH, LHU, LW, LWU, LD),
        ByteOffset.of(c),
        Straddle.of(c),
        c.list("window", WINDOW, name -> c.trusted(name, 16)),
        c.list("low", WINDOW, name -> c.trusted(name, 8)),
        c.trustedWord("result"),
        c.trusted("top", 16),
        c.bit("negative"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    OpcodeChoice opcode = row.opcode();
    opcode.check(must);
    row.offset().check(must);
    Expr half = opcode.is(LH, LHU);
    Expr word = opcode.is(LW, LWU);
    row.straddle().check(must, row.offset(), half, word, opcode.is(LD));
    window(row, must);
    result(row, must, half, word);
    sign(row, must, half, word);
    Expr first = row.load().execute(must, opcode.code(), row.offset().bytes(), row.result());
    row.straddle().access(must, first, row.straddle().second().before(), row.load().form().cycle());
  }

  private static void window(Row row, Constraints must) {
    List<Expr> limbs = row.straddle().limbs(row.load().memory());
    for (int i = 0; i < WINDOW; i++) {
      Cell limb = row.window().get(i);
      must.zero("the window starts at the offset", limb.minus(row.offset().select(limbs, i)));
      must.send(Buses.BYTES, row.opcode().active(), row.low().get(i), high(row, i));
    }
  }

  private static Expr high(Row row, int i) {
    return row.window().get(i).minus(row.low().get(i)).over(256);
  }

  /** Limb i of the bytes from the offset on. */
  private static Expr shifted(Row row, int i) {
    Expr joined = high(row, i).plus(row.low().get(i + 1).times(256));
    Cell even = row.window().get(i);
    return even.plus(row.offset().odd().times(joined.minus(even)));
  }

  private static void result(Row row, Constraints must, Expr half, Expr word) {
    Expr extension = row.negative().times(0xffff);
    Expr[] extended = {Expr.Constant.ZERO, half, half.plus(word), half.plus(word)};
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr loaded = shifted(row, i);
      Expr limb = loaded.plus(extended[i].times(extension.minus(loaded)));
      must.zero("limb " + i + " of the result", row.result().at(i).minus(limb));
    }
  }

  private static void sign(Row row, Constraints must, Expr half, Expr word) {
    Expr top = half.times(row.result().at(0)).plus(word.times(row.result().at(1)));
    must.zero("the limb with the sign", row.top().minus(top));
    must.when(row.negative())
        .zero("only LH and LW extend with ones", row.opcode().is(LH, LW).not());
    Expr bits = row.opcode().sum(LoadMisalignedChip::bits);
    must.range(row.opcode().active(), bits, row.top().minus(row.negative().times(1 << 15)));
  }

  /** How many bits of {@code top} remain when the sign is taken away. */
  private static long bits(Opcode opcode) {
    return opcode == LH || opcode == LW ? 15 : 16;
  }
}
