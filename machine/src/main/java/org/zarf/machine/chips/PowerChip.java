package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;

/**
 * Answers lookups of powers of two: its fixed rows are (t, 2^t, 2^(16-t)) for t from 0 to 15. With
 * t = 16 a shift by 64 k would give 0.
 */
public final class PowerChip implements Chip<PowerChip.Row> {

  /** How many entries there are; the entry at place t has exponent t. */
  public static final int ENTRIES = 16;

  /** One entry, and how often it is asked for. */
  public record Row(Cell.Fixed exponent, Cell.Fixed power, Cell.Fixed rest, Cell.Felt times) {}

  /** The chip. */
  public PowerChip() {}

  @Override
  public String name() {
    return "power";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        c.fixed("exponent", 4), c.fixed("power", 16), c.fixed("rest", 17), c.felt("times"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    must.receive(Buses.POWER, row.times(), row.exponent(), row.power(), row.rest());
  }
}
