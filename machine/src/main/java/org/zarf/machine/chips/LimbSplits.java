package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/** Each limb of a word in two parts, of n and 16 - n bits: limb = low + 2^n high. */
public record LimbSplits(List<Cell.Trusted> low, List<Cell.Trusted> high) {

  /** Lays out the columns. */
  public static LimbSplits of(Columns c) {
    return new LimbSplits(
        c.list("part.low", Word.LIMBS, name -> c.trusted(name, 16)),
        c.list("part.high", Word.LIMBS, name -> c.trusted(name, 16)));
  }

  /**
   * Splits the limbs of {@code word}.
   *
   * @param bits n, from 0 to 16
   * @param radix 2^n
   */
  void prove(Constraints must, Expr active, Limbs word, Expr bits, Expr radix) {
    for (int i = 0; i < Word.LIMBS; i++) {
      must.range(active, bits, low.get(i));
      must.range(active, Expr.of(16).minus(bits), high.get(i));
      // high < 2^(16-n), so the product is below 2^16 although its factors reach 2^16 each.
      Expr shifted = new Expr.Bounded(radix.times(high.get(i)), 0, 0xffff);
      must.zeroInteger(
          "the parts of limb " + i, word.limbs().get(i).minus(low.get(i)).minus(shifted));
    }
  }
}
