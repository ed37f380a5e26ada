package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;
import org.zarf.machine.isa.Opcode;

/**
 * Proves {@code BEQ} and {@code BNE}. Words are equal when all differences of limbs are zero, and
 * different when some combination of the differences is 1: none is if all are zero.
 */
public final class BranchEqualChip implements Chip<BranchEqualChip.Row> {

  /**
   * One branch.
   *
   * @param onDifferent whether it is {@code BNE}
   * @param equal whether the words are equal
   * @param factors a hint: what the differences are multiplied by to sum to 1, if they can be
   */
  public record Row(
      BranchForm form, Cell.Bit onDifferent, Cell.Felt equal, List<Cell.Felt> factors) {}

  /** The chip. */
  public BranchEqualChip() {}

  @Override
  public String name() {
    return "branch-equal";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        BranchForm.of(c),
        c.bit("onDifferent"),
        c.felt("equal"),
        c.list("factor", Word.LIMBS, c::felt));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    BranchForm form = row.form();
    Expr equal = row.equal();
    Expr combined = Expr.Constant.ZERO;
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr difference = form.a().value().at(i).minus(form.b().value().at(i));
      must.when(equal).zero("equal words have equal limbs", difference);
      combined = combined.plus(difference.times(row.factors().get(i)));
    }
    // So equal is 1 if all differences are zero; and 0 otherwise, by the constraint above.
    must.zero(
        "words that are not equal have a limb that differs",
        form.active().minus(equal).minus(combined));
    Expr onDifferent = row.onDifferent();
    Expr taken = equal.plus(onDifferent).minus(equal.times(onDifferent).times(2));
    int beq = Opcode.BEQ.code();
    Expr opcode = onDifferent.times(Opcode.BNE.code() - beq).plus(beq);
    form.execute(must, opcode, taken);
  }
}
