package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;
import org.zarf.machine.isa.AddressSpace;

/**
 * The ends of the memory: one row for each word that is touched or in the image, in ascending
 * order. A word starts as the image says, or as any input in the input window, or as zero, at time
 * 0; what it holds last is taken back.
 *
 * <p>The order is what keeps a word from being initialised twice: indices have 28 bits, each is the
 * last one + 1 + a gap of 28 bits, as integers, and active rows come first without a hole.
 */
public final class MemoryChip implements Chip<MemoryChip.Row> {

  /**
   * One word.
   *
   * @param low the low 16 bits of its index
   * @param high the other 12 bits: the top one is {@code input}, the rest is looked up
   * @param input whether the word lies in the input window
   * @param image whether the image says how it starts
   * @param gapLow the low 16 bits of the distance to the least index possible
   * @param gapHigh the other 12 bits
   * @param first what it holds at time 0
   * @param last what it holds at the end
   * @param time when it was last accessed; 0 if never
   */
  public record Row(
      Cell.Bit active,
      Cell.Checked low,
      Cell.Trusted high,
      Cell.Bit input,
      Cell.Bit image,
      Cell.Checked gapLow,
      Cell.Checked gapHigh,
      Word first,
      Word last,
      Cell.Trusted time) {

    Expr word() {
      return low.plus(high.times(1 << 16));
    }

    Expr gap() {
      return gapLow.plus(gapHigh.times(1 << 16));
    }
  }

  /** The chip. */
  public MemoryChip() {}

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        c.bit("active"),
        c.checked("low", 16),
        c.trusted("high", 12),
        c.bit("input"),
        c.bit("image"),
        c.checked("gapLow", 16),
        c.checked("gapHigh", 12),
        c.checkedWord("first"),
        c.trustedWord("last"),
        c.trusted("time", 28));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    order(row, must);
    starts(row, must);
    Expr active = row.active();
    Expr space = Expr.of(Buses.RAM);
    must.send(Buses.MEMORY, active, space, row.word(), row.first(), Expr.Constant.ZERO);
    must.receive(Buses.MEMORY, active, space, row.word(), row.last(), row.time());
  }

  private static void order(Row row, Constraints must) {
    // high < 2^12, and input is its top bit: free, it would let the heap start at will.
    must.range(Expr.Constant.ONE, 11, row.high().minus(row.input().times(1 << 11)));
    must.onFirstRow()
        .when(row.active())
        .zeroInteger(
            "the first word lies beyond the guard page",
            row.word().minus(AddressSpace.RAM_START_WORD).minus(row.gap()));
    Expr nextActive = must.next(row.active());
    must.when(nextActive).zero("active rows come first", row.active().not());
    Expr nextWord = must.next(row.low()).plus(must.next(row.high()).times(1 << 16));
    Expr nextGap = must.next(row.gapLow()).plus(must.next(row.gapHigh()).times(1 << 16));
    must.when(nextActive)
        .zeroInteger("words ascend", nextWord.minus(row.word()).minus(1).minus(nextGap));
  }

  private static void starts(Row row, Constraints must) {
    must.when(row.image()).zero("the image is not in the input window", row.input());
    must.when(row.image()).zero("a word of the image is initialised", row.active().not());
    Expr neither = row.image().plus(row.input()).not();
    for (Expr limb : row.first().limbs()) {
      must.when(neither).zero("other words start as zero", limb);
    }
    must.receive(Buses.IMAGE, row.image(), row.word(), row.first());
  }
}
