package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;

/**
 * Where in a word an access starts: in one of its four limbs, at the low byte or at the high one.
 *
 * @param limb1 whether the access starts in limb 1; in limb 0 where none of the three flags is set
 * @param limb2 whether it starts in limb 2
 * @param limb3 whether it starts in limb 3
 * @param odd whether it starts at the limb's high byte
 */
public record ByteOffset(Cell.Bit limb1, Cell.Bit limb2, Cell.Bit limb3, Cell.Bit odd) {

  /** Lays out the columns. */
  public static ByteOffset of(Columns c) {
    return new ByteOffset(
        c.bit("offset.limb1"), c.bit("offset.limb2"), c.bit("offset.limb3"), c.bit("offset.odd"));
  }

  /** It is one limb. */
  void check(Constraints must) {
    must.bit("the access starts in one limb", at(0));
  }

  /** 1 where the access starts in a limb, otherwise 0. */
  Expr at(int limb) {
    return switch (limb) {
      case 0 -> limb1.plus(limb2).plus(limb3).not();
      case 1 -> limb1;
      case 2 -> limb2;
      case 3 -> limb3;
      default -> throw new IndexOutOfBoundsException(limb);
    };
  }

  /** The address modulo 8. */
  Expr bytes() {
    return odd.plus(limb1.times(2)).plus(limb2.times(4)).plus(limb3.times(6));
  }

  /**
   * The limb that lies {@code distance} limbs after the one where the access starts.
   *
   * @param limbs those of the word and of what follows it, as many as can be meant
   */
  Expr select(List<Expr> limbs, int distance) {
    Expr sum = Expr.Constant.ZERO;
    for (int limb = 0; limb < 4; limb++) {
      sum = sum.plus(at(limb).times(limbs.get(limb + distance)));
    }
    return sum;
  }
}
