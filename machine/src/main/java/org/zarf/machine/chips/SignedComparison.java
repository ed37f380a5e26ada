package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The gadget less = (a &lt; b), of signed or unsigned words.
 *
 * @param negativeA whether a is negative; 0 where words are unsigned
 * @param negativeB whether b is negative; 0 where words are unsigned
 */
public record SignedComparison(Comparison comparison, Cell.Bit negativeA, Cell.Bit negativeB) {

  /** Lays out the columns. */
  public static SignedComparison of(Columns c) {
    return new SignedComparison(Comparison.of(c), c.bit("negative.a"), c.bit("negative.b"));
  }

  /** Whether a is less than b. */
  Expr less() {
    return comparison.less();
  }

  /** Compares two words, as signed ones if {@code signed} is set. */
  void prove(Constraints must, Cell.Bit signed, Word a, Word b) {
    comparison.prove(must, read(must, signed, a, negativeA), read(must, signed, b, negativeB));
  }

  /** The word's limbs, the highest one as a signed number where words are signed. */
  private static Limbs read(Constraints must, Cell.Bit signed, Word word, Cell.Bit negative) {
    must.when(negative).zero("unsigned words are not negative", signed.not());
    must.range(signed, 15, word.x3().minus(negative.times(1 << 15)));
    return Limbs.of(word.x0(), word.x1(), word.x2(), word.x3().minus(negative.times(1 << 16)));
  }
}
