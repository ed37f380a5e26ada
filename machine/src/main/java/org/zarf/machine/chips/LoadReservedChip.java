package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Opcode;

/** Proves {@code LR_W} and {@code LR_D}: a load that leaves a reservation. */
public final class LoadReservedChip implements Chip<LoadReservedChip.Row> {

  /** One load. */
  public record Row(AtomicForm form, AtomicOld old, Reservation reservation) {}

  /** The chip. */
  public LoadReservedChip() {}

  @Override
  public String name() {
    return "load-reserved";
  }

  @Override
  public Row row(Columns c) {
    return new Row(AtomicForm.of(c), AtomicOld.of(c), Reservation.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    AtomicForm form = row.form();
    row.old().check(must, form);
    Expr opcode = form.isDouble().plus(Opcode.LR_W.code());
    form.execute(must, ProgramRow.Decoded.of(opcode), row.old().value(), form.word());
    row.reservation().replace(must, form, Reservation.of(form));
  }
}
