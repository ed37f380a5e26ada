package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;
import org.zarf.machine.isa.Opcode;

/** Proves {@code AMOSWAP} and {@code AMOADD}, of both widths. */
public final class AtomicAddChip implements Chip<AtomicAddChip.Row> {

  /**
   * One operation.
   *
   * @param isAdd whether it is {@code AMOADD}
   * @param sum what replaces the old value; of 4 bytes too, the sum is that of words, whose high
   *     halves change nothing in the low one
   */
  public record Row(AmoForm amo, Cell.Bit isAdd, Word sum) {}

  /** The chip. */
  public AtomicAddChip() {}

  @Override
  public String name() {
    return "atomic-add";
  }

  @Override
  public Row row(Columns c) {
    return new Row(AmoForm.of(c), c.bit("isAdd"), c.checkedWord("sum"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    AmoForm amo = row.amo();
    Word operand = amo.operand().value();
    Expr isAdd = row.isAdd();
    must.when(isAdd.not()).equal("a swap leaves the operand", row.sum(), operand);
    Addition.of(must.when(isAdd), amo.old().value(), operand, row.sum());
    Expr opcode = amo.form().isDouble().plus(isAdd.times(2)).plus(Opcode.AMOSWAP_W.code());
    amo.execute(must, opcode, row.sum());
  }
}
