package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The bytes of a word. Only the low byte of each limb has a column: the high one is (limb - low) /
 * 256, and when both are looked up as bytes they are the limb's own, which proves in passing that
 * the limb is below 2^16.
 *
 * @param low the low bytes of the limbs
 */
public record WordBytes(List<Cell.Trusted> low) {

  /** How many bytes a word has. */
  static final int BYTES = 8;

  /** Lays out the columns. */
  public static WordBytes of(Columns c, String name) {
    return new WordBytes(c.list(name + ".low", Word.LIMBS, column -> c.trusted(column, 8)));
  }

  /** The byte of weight 256^i of {@code word}, which the caller looks up. */
  Expr at(Limbs word, int i) {
    Expr even = low.get(i / 2);
    return i % 2 == 0
        ? even
        : new Expr.Bounded(word.limbs().get(i / 2).minus(even).over(256), 0, 255);
  }

  /** These are the bytes of {@code word}. */
  void check(Constraints must, Expr active, Limbs word) {
    for (int i = 0; i < BYTES; i += 2) {
      must.send(Buses.BYTES, active, at(word, i), at(word, i + 1));
    }
  }
}
