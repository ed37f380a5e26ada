package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Clock;

/**
 * What the row of every instruction {@code rd = rs1 op rs2} or {@code rd = rs1 op immediate} has,
 * where one chip proves both forms.
 *
 * @param form the registers; where there is an immediate, the value of rs2 is the immediate, and
 *     the time of its last access is read by nothing
 * @param immediate whether there is an immediate
 */
public record EitherForm(RegisterForm form, Cell.Bit immediate) {

  /** Lays out the columns. */
  public static EitherForm of(Columns c) {
    return new EitherForm(RegisterForm.of(c), c.bit("immediate"));
  }

  /**
   * Fetches the instruction, goes on to the one after it, and moves the registers.
   *
   * @param decoded the opcode, and the immediate if there is one
   * @param value the limbs of the immediate
   * @param result limbs that the caller proves to be below 2^16
   */
  void execute(Constraints must, ProgramRow.Decoded decoded, Limbs value, Limbs result) {
    Expr active = form.active();
    Cycle cycle = form.cycle();
    cycle.fetch(must, active, decoded.rd(form.rd()).rs1(form.rs1()).rs2(form.rs2()));
    cycle.advance(must, active, cycle.next());
    form.a().access(must, active, form.rs1(), cycle.at(Clock.RS1));
    // Otherwise a row that is not active would access a register -1 times.
    must.when(immediate).zero("only active rows have immediates", active.not());
    must.when(immediate).equal("the second operand is the immediate", form.b().value(), value);
    form.b().access(must, active.minus(immediate), form.rs2(), cycle.at(Clock.RS2));
    form.out().access(must, active, form.rd(), result, cycle.at(Clock.RD));
  }
}
