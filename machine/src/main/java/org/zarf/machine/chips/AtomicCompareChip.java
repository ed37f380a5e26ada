package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;
import org.zarf.machine.isa.Opcode;

/**
 * Proves {@code AMOMIN}, {@code AMOMAX}, {@code AMOMINU} and {@code AMOMAXU}, of both widths. Where
 * 4 bytes are accessed, both values are sign-extended: that keeps the order of unsigned ones, too.
 */
public final class AtomicCompareChip implements Chip<AtomicCompareChip.Row> {

  /**
   * One operation.
   *
   * @param isMax whether the larger value is left
   * @param signed whether the values are compared as signed ones
   * @param x2 limb 2 of the operand that is compared
   * @param x3 limb 3 of it
   * @param negative whether it is extended with ones
   * @param gadget old &lt; operand
   * @param keeps whether the old value is left; of equal values, it does not matter which
   */
  public record Row(
      AmoForm amo,
      Cell.Bit isMax,
      Cell.Bit signed,
      Cell.Trusted x2,
      Cell.Trusted x3,
      Cell.Bit negative,
      SignedComparison gadget,
      Cell.Felt keeps) {

    /** The operand, extended. */
    Word operand() {
      Word whole = amo.operand().value();
      return new Word(whole.x0(), whole.x1(), x2, x3);
    }
  }

  /** The chip. */
  public AtomicCompareChip() {}

  @Override
  public String name() {
    return "atomic-compare";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        AmoForm.of(c),
        c.bit("isMax"),
        c.bit("signed"),
        c.trusted("compared.x2", 16),
        c.trusted("compared.x3", 16),
        c.bit("compared.negative"),
        SignedComparison.of(c),
        c.felt("keeps"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    AmoForm amo = row.amo();
    Word old = amo.old().value();
    Word operand = row.operand();
    var extension = new Extension.Of(amo.operand().value(), operand, row.negative());
    Extension.check(must, amo.form(), extension);
    row.gadget().prove(must, row.signed(), old, operand);
    Expr less = row.gadget().less();
    Expr isMax = row.isMax();
    Expr keeps = less.plus(isMax).minus(isMax.times(less).times(2));
    must.zero("the smaller or the larger value is left", row.keeps().minus(keeps));
    Expr[] left = new Expr[Word.LIMBS];
    for (int i = 0; i < Word.LIMBS; i++) {
      left[i] = operand.at(i).plus(row.keeps().times(old.at(i).minus(operand.at(i))));
    }
    int unsigned = Opcode.AMOMINU_W.code();
    int distance = unsigned - Opcode.AMOMIN_W.code();
    Expr kind = isMax.times(Opcode.AMOMAXU_W.code() - unsigned).minus(row.signed().times(distance));
    amo.execute(must, amo.form().isDouble().plus(kind).plus(unsigned), Limbs.of(left));
  }
}
