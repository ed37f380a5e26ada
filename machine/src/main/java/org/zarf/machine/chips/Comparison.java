package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The gadget less = (a &lt; b). The highest limb in which the two differ decides: all limbs above
 * it are equal, and the one that is claimed to be larger there is larger by gap + 1.
 *
 * @param decides a flag for each limb; none is set if the words are equal
 * @param gap the distance of the limbs that decide, minus 1
 */
public record Comparison(List<Cell.Bit> decides, Cell.Checked gap, Cell.Bit less) {

  /** Lays out the columns. */
  public static Comparison of(Columns c) {
    return new Comparison(
        c.list("decides", Word.LIMBS, c::bit), c.checked("gap", 16), c.bit("less"));
  }

  /** Compares words whose limbs are below 2^16, the highest perhaps from -2^15 to 2^15 - 1. */
  void prove(Constraints must, Limbs a, Limbs b) {
    Expr differ = Expr.Constant.ZERO;
    Expr difference = Expr.Constant.ZERO;
    for (int i = Word.LIMBS - 1; i >= 0; i--) {
      Expr limbs = b.limbs().get(i).minus(a.limbs().get(i));
      differ = differ.plus(decides.get(i));
      difference = difference.plus(decides.get(i).times(limbs));
      must.when(differ.not()).zero("limb " + i + " is equal until one decides", limbs);
    }
    must.bit("at most one limb decides", differ);
    must.when(less).zero("equal words are not less", differ.not());
    // Without the minus 1 of `differ`, equal limbs could decide, and hide a difference below them.
    Expr distance = less.times(2).minus(1).times(difference);
    must.zeroInteger("the larger limb is larger", distance.minus(differ).minus(gap));
  }
}
