package org.zarf.machine.chips;

import java.util.List;
import java.util.stream.Stream;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Clock;

/**
 * The second word of an access that starts at any byte, where it reaches into a second word.
 *
 * @param across whether the access reaches into the second word; where not, nothing is said of that
 * @param second the word after the first; its index is below 2^28, because the memory table has no
 *     others
 */
public record Straddle(Cell.Bit across, MemoryAccess second) {

  /** Lays out the columns. */
  public static Straddle of(Columns c) {
    return new Straddle(c.bit("across"), MemoryAccess.of(c, "second"));
  }

  /**
   * The second word is there exactly where bytes of it are accessed.
   *
   * @param half 1 where two bytes are accessed, otherwise 0
   * @param word the same for four bytes
   * @param doubleword the same for eight bytes
   */
  void check(Constraints must, ByteOffset offset, Expr half, Expr word, Expr doubleword) {
    Expr odd = offset.odd();
    Expr inLastByte = offset.at(3).times(odd);
    Expr inUpperHalf = offset.at(3).plus(offset.at(2).times(odd));
    Expr notAtStart = offset.at(0).times(odd.not()).not();
    Expr needed =
        half.times(inLastByte).plus(word.times(inUpperHalf)).plus(doubleword.times(notAtStart));
    must.zero("a second word is accessed where bytes of it are", across.minus(needed));
  }

  /**
   * Replaces the second word, if there is one.
   *
   * @param first the index of the first word
   * @param after limbs that the caller proves to be below 2^16, or those from before for a read
   */
  void access(Constraints must, Expr first, Limbs after, Cycle cycle) {
    second.access(must, across, first.plus(1), after, cycle.at(Clock.SECOND_WORD));
  }

  /** The eight limbs of both words. */
  List<Expr> limbs(MemoryAccess first) {
    return Stream.concat(first.before().limbs().stream(), second.before().limbs().stream())
        .toList();
  }
}
