package org.zarf.machine.chips;

import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Registers;

/**
 * Proves the call {@code HALT}: consumes the state of the machine, and publishes all of a0 with the
 * length of the journal. An exit code beyond 32 bits has no proof.
 */
public final class HaltChip implements Chip<HaltChip.Row> {

  /** One halt: the exit code in a0, and the bytes in the journal. */
  public record Row(CallForm form, HalfRegister code, HalfRegister bytes) {}

  /** The chip. */
  public HaltChip() {}

  @Override
  public String name() {
    return "halt";
  }

  @Override
  public Row row(Columns c) {
    return new Row(CallForm.of(c), HalfRegister.of(c, "code"), HalfRegister.of(c, "bytes"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    CallForm form = row.form();
    Expr active = form.active();
    form.fetch(must, Call.HALT);
    must.receive(Buses.STATE, active, form.cycle().pc(), form.cycle().clock());
    form.read(must, Registers.A0, row.code(), row.code().time(), Clock.RS2);
    form.read(must, Registers.JOURNAL, row.bytes(), row.bytes().time(), Clock.HALT_JOURNAL);
    must.send(
        Buses.HALT, active, row.code().x0(), row.code().x1(), row.bytes().x0(), row.bytes().x1());
  }
}
