package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;
import org.zarf.machine.isa.Opcode;

/** Proves {@code SW} at a multiple of 4: two limbs of the word are replaced. */
public final class StoreWordChip implements Chip<StoreWordChip.Row> {

  /**
   * One store.
   *
   * @param upper whether the upper half of the word is replaced
   * @param after the word afterwards; each limb is one of the word or of the value
   */
  public record Row(StoreForm store, Cell.Bit upper, Word after) {}

  /** The chip. */
  public StoreWordChip() {}

  @Override
  public String name() {
    return "store-word";
  }

  @Override
  public Row row(Columns c) {
    return new Row(StoreForm.of(c), c.bit("upper"), c.trustedWord("after"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr upper = row.upper();
    Word before = row.store().memory().before();
    Word value = row.store().value().value();
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr replaced = i < 2 ? upper.not() : upper;
      Expr change = value.at(i % 2).minus(before.at(i));
      must.zero(
          "one half is replaced, the other stays",
          row.after().at(i).minus(before.at(i)).minus(replaced.times(change)));
    }
    Expr opcode = Expr.of(Opcode.SW.code());
    row.store().execute(must, opcode, upper.times(4), row.after());
  }
}
