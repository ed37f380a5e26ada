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
    exchange(must, active, index, new Held(before, time), new Held(value, now));
  }

  /** What a register holds, and when it was last accessed. */
  record Held(Limbs value, Expr time) {}

  /** Both times are below 2^28, so the lookup makes that of {@code to} the later one. */
  static void exchange(Constraints must, Expr active, Expr index, Held from, Held to) {
    Expr space = Expr.of(Buses.REGISTERS);
    must.receive(Buses.MEMORY, active, space, index, from.value, from.time);
    must.send(Buses.MEMORY, active, space, index, to.value, to.time);
    must.range(active, GAP_BITS, to.time.minus(from.time).minus(1));
  }
}
