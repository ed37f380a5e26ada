package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * One read of a register: takes back what the last access left, and leaves the same at a later
 * time.
 *
 * @param value the register's value; limbs below 2^16, because the memory bus holds no others
 * @param time when the last access was
 */
public record RegisterRead(Word value, Cell.Trusted time) {

  /** Lays out the columns. */
  public static RegisterRead of(Columns c, String name) {
    return new RegisterRead(c.trustedWord(name), c.trusted(name + ".time", 28));
  }

  /** Reads register {@code index} at time {@code now}. */
  public void access(Constraints must, Expr active, Expr index, Expr now) {
    RegisterWrite.exchange(
        must,
        active,
        index,
        new RegisterWrite.Held(value, time),
        new RegisterWrite.Held(value, now));
  }
}
