package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;

/**
 * Proves {@code SC_W} and {@code SC_D}. The row has no choice: the store succeeds if the
 * reservation is that of its address and width, and fails otherwise. Either way the word is
 * accessed, and no reservation is left.
 */
public final class StoreConditionalChip implements Chip<StoreConditionalChip.Row> {

  /**
   * One store.
   *
   * @param form rd gets 0 for success and 1 for failure
   * @param rs2 the number of the register that holds the value
   * @param value the value of rs2
   * @param after what the word holds afterwards; each limb is one of the word or of the value
   * @param succeeds whether the value is stored
   * @param factors a hint: what the differences between the reservation and the one that is needed
   *     are multiplied by to sum to 1, if they can be
   */
  public record Row(
      AtomicForm form,
      Cell.Felt rs2,
      RegisterRead value,
      Word after,
      Reservation reservation,
      Cell.Felt succeeds,
      List<Cell.Felt> factors) {}

  /** The chip. */
  public StoreConditionalChip() {}

  @Override
  public String name() {
    return "store-conditional";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        AtomicForm.of(c),
        c.felt("rs2"),
        RegisterRead.of(c, "value"),
        c.trustedWord("after"),
        Reservation.of(c),
        c.felt("succeeds"),
        c.list("factor", 2, c::felt));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    AtomicForm form = row.form();
    decide(row, must);
    Expr succeeds = row.succeeds();
    form.replace(must.when(succeeds), row.value().value(), row.after());
    must.when(succeeds.not()).equal("a store that fails leaves the word", row.after(), form.word());
    row.value().access(must, form.active(), row.rs2(), form.cycle().at(Clock.RS2));
    Expr zero = Expr.Constant.ZERO;
    Expr opcode = form.isDouble().plus(Opcode.SC_W.code());
    form.execute(
        must,
        ProgramRow.Decoded.of(opcode).rs2(row.rs2()),
        Limbs.of(succeeds.not(), zero, zero, zero),
        row.after());
    row.reservation().replace(must, form, Limbs.of(zero, zero, zero, zero));
  }

  /** Succeeds is 1 if the reservation is the one that is needed, and 0 if not. */
  private static void decide(Row row, Constraints must) {
    Limbs needed = Reservation.of(row.form());
    Expr combined = Expr.Constant.ZERO;
    for (int i = 0; i < 2; i++) {
      Expr difference = row.reservation().before().limbs().get(i).minus(needed.limbs().get(i));
      must.when(row.succeeds()).zero("a store succeeds where it is reserved", difference);
      combined = combined.plus(difference.times(row.factors().get(i)));
    }
    must.zero(
        "a store that fails is reserved elsewhere, or not at all",
        row.form().active().minus(row.succeeds()).minus(combined));
  }
}
