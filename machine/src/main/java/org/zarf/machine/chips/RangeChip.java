package org.zarf.machine.chips;

import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;

/**
 * Answers range checks: its fixed rows are (bits, value) for all bits from 0 to 16 and all values
 * below 2^bits.
 *
 * @param name the table's, because entries that blinding rows displace are in a second one
 */
public record RangeChip(String name) implements Chip<RangeChip.Row> {

  /** The largest number of bits that one lookup checks. */
  public static final int MAX_BITS = 16;

  /** How many entries there are. */
  public static final int ENTRIES = (1 << (MAX_BITS + 1)) - 1;

  /** One entry, and how often it is asked for: any number, for it is true. */
  public record Row(Cell.Fixed bits, Cell.Fixed value, Cell.Felt times) {}

  @Override
  public Row row(Columns c) {
    return new Row(c.fixed("bits", 5), c.fixed("value", MAX_BITS), c.felt("times"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    must.receive(Bus.RANGE, row.times(), row.bits(), row.value());
  }

  /** The place of an entry; entries are ordered by bits, then by value. */
  public static int entry(int bits, int value) {
    return (1 << bits) - 1 + value;
  }

  /** The bits of the entry at a place. */
  public static int bits(int entry) {
    return 31 - Integer.numberOfLeadingZeros(entry + 1);
  }

  /** The value of the entry at a place. */
  public static int value(int entry) {
    return entry + 1 - (1 << bits(entry));
  }
}
