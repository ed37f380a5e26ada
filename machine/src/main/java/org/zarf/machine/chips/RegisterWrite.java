package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * One write of a register: takes back what the last access left, and leaves a new value at a later
 * time.
 *
 * @param before the value that is overwritten
 * @param time when the last access was
 */
public record RegisterWrite(Word before, Cell.Trusted time) {

  /** The bits of the gap between two accesses of a register: larger ones are bridged by touches. */
  public static final int GAP_BITS = 16;

  /** Lays out the columns. */
  public static RegisterWrite of(Columns c, String name) {
    return new RegisterWrite(c.trustedWord(name + ".before"), c.trusted(name + ".time", 28));
  }

  /**
   * Writes register {@code index} at time {@code now}.
   *
   * @param value limbs that the caller proves to be below 2^16
   */
  public void access(Constraints must, Expr active, Expr index, Limbs value, Expr now) {
    exchange(must, active, index, this, value, now);
  }

  /** Both times are below 2^28, so the lookup makes {@code now} the later one as an integer. */
  static void exchange(
      Constraints must, Expr active, Expr index, RegisterWrite last, Limbs value, Expr now) {
    Expr space = Expr.of(Buses.REGISTERS);
    must.receive(Buses.MEMORY, active, space, index, last.before, last.time);
    must.send(Buses.MEMORY, active, space, index, value, now);
    must.range(active, GAP_BITS, now.minus(last.time).minus(1));
  }
}
