package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/** The gadget of sign extension: a word stays as it is where 8 bytes are accessed. */
final class Extension {

  private Extension() {}

  /**
   * An extension.
   *
   * @param whole a word, of which limbs 2 and 3 are read
   * @param value its limbs 2 and 3 are those of the word or follow from the sign of its limb 1,
   *     which is below 2^16
   * @param negative the sign, where it matters; otherwise 0
   */
  record Of(Word whole, Word value, Cell.Bit negative) {}

  static void check(Constraints must, AtomicForm form, Of x) {
    Expr single = form.isSingle();
    must.when(x.negative).zero("only 4 bytes are extended with ones", single.not());
    must.range(single, 15, x.value.x1().minus(x.negative.times(1 << 15)));
    Expr ones = x.negative.times(0xffff);
    for (int i = 2; i < Word.LIMBS; i++) {
      Expr kept = form.isDouble().times(x.whole.at(i));
      must.zero(
          "the high half is that of the word, or signs", x.value.at(i).minus(kept).minus(ones));
    }
  }
}
