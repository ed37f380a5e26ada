package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * The old value of an atomic operation: the whole word, or one half of it, sign-extended.
 *
 * @param value below 2^16, because each limb is one of the word, zero or 0xffff
 * @param negative whether a half is extended with ones
 */
public record AtomicOld(Word value, Cell.Bit negative) {

  /** Lays out the columns. */
  public static AtomicOld of(Columns c) {
    return new AtomicOld(c.trustedWord("old"), c.bit("old.negative"));
  }

  /** Proves the value to be that of the form's word. */
  void check(Constraints must, AtomicForm form) {
    Word word = form.word();
    for (int i = 0; i < 2; i++) {
      Expr half = word.at(i).plus(form.upper().times(word.at(i + 2).minus(word.at(i))));
      must.zero("the low half is that of the accessed bytes", value.at(i).minus(half));
    }
    Extension.check(must, form, new Extension.Of(word, value, negative));
  }
}
