package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * Bridges the gap between two accesses of a register that are too far apart for one lookup: takes
 * what the register holds, and leaves it at a later time.
 *
 * <p>Its own time is checked to have 28 bits, and separately the gap: with the gap alone, eight
 * touches would go around p and carry a value into the past.
 */
public final class TouchChip implements Chip<TouchChip.Row> {

  /**
   * One touch.
   *
   * @param index the register
   * @param value what it holds; limbs below 2^16, because the memory bus holds no others
   * @param time when it was last accessed
   * @param nowLow the low 16 bits of the time of the touch
   * @param nowHigh the other 12 bits
   * @param gapHigh the bits of the gap from 2^16 on
   */
  public record Row(
      Cell.Bit active,
      Cell.Felt index,
      Word value,
      Cell.Trusted time,
      Cell.Checked nowLow,
      Cell.Checked nowHigh,
      Cell.Checked gapHigh) {}

  /** The chip. */
  public TouchChip() {}

  @Override
  public String name() {
    return "touch";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        c.bit("active"),
        c.felt("index"),
        c.trustedWord("value"),
        c.trusted("time", 28),
        c.checked("now.low", 16),
        c.checked("now.high", 12),
        c.checked("gap.high", 12));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr active = row.active();
    Expr space = Expr.of(Buses.REGISTERS);
    Expr now = row.nowLow().plus(row.nowHigh().times(1 << 16));
    must.receive(Buses.MEMORY, active, space, row.index(), row.value(), row.time());
    must.send(Buses.MEMORY, active, space, row.index(), row.value(), now);
    Expr gap = now.minus(row.time()).minus(1);
    must.range(active, 16, gap.minus(row.gapHigh().times(1 << 16)));
  }
}
