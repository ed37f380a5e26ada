package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * The gadget magnitude = |x|, of a signed or unsigned word, or of the low 32 bits of one.
 *
 * @param top the limb with the sign
 * @param negation set where x is signed and negative
 * @param magnitude below 2^64: that of -2^63 has its highest bit set
 */
public record Absolute(Cell.Felt top, Negation negation, Word magnitude) {

  /** Lays out the columns of a number, with a magnitude that is laid out already. */
  public static Absolute of(Columns c, String name, Word magnitude) {
    return new Absolute(c.felt(name + ".top"), Negation.of(c, name), magnitude);
  }

  /** Whether the number is negative. */
  Expr negative() {
    return negation.applies();
  }

  /**
   * {@code magnitude} is that of x.
   *
   * @param signed whether x is signed
   * @param word whether only the low 32 bits are meant
   */
  void prove(Constraints must, Expr signed, Expr word, Word x) {
    must.zero("the limb with the sign", top.minus(x.x3()).minus(word.times(x.x1().minus(x.x3()))));
    must.range(signed, 15, top.minus(negative().times(1 << 15)));
    must.when(negative()).zero("unsigned words are not negative", signed.not());
    negation.prove(must, word, x, magnitude);
    must.when(word).zero("32 bits have no limb 2", magnitude.x2());
    must.when(word).zero("32 bits have no limb 3", magnitude.x3());
  }
}
