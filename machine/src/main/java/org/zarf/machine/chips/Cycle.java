package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Clock;

/**
 * What the row of every instruction has: where and when it is executed.
 *
 * @param pc the instruction's address; canonical, because only the program table answers
 * @param next the address right after it
 * @param clock the time; below {@link Clock#END}, because the state bus starts at a constant, every
 *     row adds {@link Clock#STEP}, and the verifier bounds the number of rows
 */
public record Cycle(Cell.Felt pc, Cell.Felt next, Cell.Trusted clock) {

  /** Lays out the columns. */
  public static Cycle of(Columns c) {
    return new Cycle(c.felt("pc"), c.felt("next"), c.trusted("clock", 28));
  }

  /** The decoded instruction is the one at pc. */
  public void fetch(Constraints must, Expr active, ProgramRow.Decoded decoded) {
    must.send(Buses.PROGRAM, active, pc, next, decoded.message());
  }

  /** Takes the machine's state, and leaves the one in which {@code target} is executed next. */
  public void advance(Constraints must, Expr active, Expr target) {
    must.receive(Buses.STATE, active, pc, clock);
    must.send(Buses.STATE, active, target, clock.plus(Clock.STEP));
  }

  /** The time of an access inside this instruction; offsets are those of {@link Clock}. */
  public Expr at(int offset) {
    return clock.plus(offset);
  }
}
