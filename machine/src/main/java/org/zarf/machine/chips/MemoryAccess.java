package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * One access to a word of memory. Memory is often cold, so the gap since the last access has two
 * limbs here, and no touches are needed.
 *
 * @param before the word's value before the access; limbs below 2^16, because the bus holds no
 *     others
 * @param time when the last access was
 * @param gapHigh the bits of the gap from 2^16 on
 */
public record MemoryAccess(Word before, Cell.Trusted time, Cell.Checked gapHigh) {

  /** Lays out the columns. */
  public static MemoryAccess of(Columns c, String name) {
    return new MemoryAccess(
        c.trustedWord(name), c.trusted(name + ".time", 28), c.checked(name + ".gapHigh", 12));
  }

  /**
   * Replaces the word with an index at time {@code now}.
   *
   * @param after limbs that the caller proves to be below 2^16, or {@code before} for a read
   */
  public void access(Constraints must, Expr active, Expr word, Limbs after, Expr now) {
    Expr space = Expr.of(Buses.RAM);
    must.receive(Buses.MEMORY, active, space, word, before, time);
    must.send(Buses.MEMORY, active, space, word, after, now);
    Expr gap = now.minus(time).minus(1);
    must.range(active, 16, gap.minus(gapHigh.times(1 << 16)));
  }
}
