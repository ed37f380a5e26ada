package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;

/**
 * What the row of every call has.
 *
 * @param active whether the row proves a call
 * @param numberTime when a7 was last accessed
 */
public record CallForm(Cell.Bit active, Cycle cycle, Cell.Trusted numberTime) {

  /** Lays out the columns. */
  public static CallForm of(Columns c) {
    return new CallForm(c.bit("active"), Cycle.of(c), c.trusted("number.time", 28));
  }

  /** Fetches an {@code ECALL}, and reads a7, which holds the call's number in all four limbs. */
  void fetch(Constraints must, Call call) {
    cycle.fetch(must, active, ProgramRow.Decoded.of(Opcode.ECALL));
    Expr zero = Expr.Constant.ZERO;
    Limbs number = Limbs.of(Expr.of(call.number()), zero, zero, zero);
    read(must, Registers.A7, number, numberTime, Clock.RS1);
  }

  /** Reads a register that is known to hold some limbs. */
  void read(Constraints must, int register, Limbs value, Expr time, int offset) {
    RegisterWrite.exchange(
        must,
        active,
        Expr.of(register),
        new RegisterWrite.Held(value, time),
        new RegisterWrite.Held(value, cycle.at(offset)));
  }
}
