package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;

/**
 * Answers lookups of two bytes, with or without their AND: its fixed rows are (a, b, a AND b) for
 * all pairs of bytes.
 *
 * @param name the table's, because entries that blinding rows displace are in a second one
 */
public record BytePairChip(String name) implements Chip<BytePairChip.Row> {

  /** How many entries there are. */
  public static final int ENTRIES = 1 << 16;

  /** One entry, and how often it is asked for on each bus. */
  public record Row(
      Cell.Fixed a, Cell.Fixed b, Cell.Fixed and, Cell.Felt pairTimes, Cell.Felt andTimes) {}

  @Override
  public Row row(Columns c) {
    return new Row(
        c.fixed("a", 8),
        c.fixed("b", 8),
        c.fixed("and", 8),
        c.felt("pairTimes"),
        c.felt("andTimes"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    must.receive(Buses.BYTES, row.pairTimes(), row.a(), row.b());
    must.receive(Buses.AND, row.andTimes(), row.a(), row.b(), row.and());
  }

  /** The place of an entry. */
  public static int entry(int a, int b) {
    return a + (b << 8);
  }

  /** The first byte of the entry at a place. */
  public static int a(int entry) {
    return entry & 0xff;
  }

  /** The second byte of the entry at a place. */
  public static int b(int entry) {
    return entry >>> 8;
  }
}
