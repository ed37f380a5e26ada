package org.zarf.machine;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.zarf.air.Cell;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.chips.BytePairChip;
import org.zarf.machine.chips.PowerChip;
import org.zarf.machine.chips.ProgramRow;
import org.zarf.machine.chips.RangeChip;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Registers;

/**
 * The fixed columns of a table: what the verifying key commits to.
 *
 * @param slot the table's place in the circuit
 * @param logHeight the logarithm of its height
 * @param columns one array for each fixed column, Montgomery form
 */
public record FixedTable(int slot, int logHeight, int[][] columns) {

  /** The tables that do not depend on the program, in the order of their slots. */
  public static List<FixedTable> ofMachine(TableHeights heights) {
    int rangeRows = heights.regularRows(RANGE_LOG_HEIGHT);
    int pairRows = heights.regularRows(BYTE_PAIRS_LOG_HEIGHT);
    return List.of(
        range(Machine.RANGE, RANGE_LOG_HEIGHT, 0, rangeRows),
        range(
            Machine.RANGE_SPILL,
            heights.logHeight(RangeChip.ENTRIES - rangeRows),
            rangeRows,
            RangeChip.ENTRIES - rangeRows),
        pairs(Machine.BYTE_PAIRS, BYTE_PAIRS_LOG_HEIGHT, 0, pairRows),
        pairs(
            Machine.BYTE_PAIRS_SPILL,
            heights.logHeight(BytePairChip.ENTRIES - pairRows),
            pairRows,
            BytePairChip.ENTRIES - pairRows),
        power(heights),
        registers(heights));
  }

  /**
   * The tables of a program, in the order of their slots.
   *
   * @param instructions at least one
   */
  public static List<FixedTable> ofProgram(
      List<Instruction> instructions, Image image, TableHeights heights) {
    return List.of(program(instructions, heights), image(image, heights));
  }

  /** The height of the table of range checks: all entries, or all but those that spill. */
  static final int RANGE_LOG_HEIGHT = RangeChip.MAX_BITS + 1;

  /** The height of the table of pairs of bytes: all entries but those that spill. */
  static final int BYTE_PAIRS_LOG_HEIGHT = 16;

  private static FixedTable empty(Machine.Part<?> part, int logHeight) {
    return new FixedTable(
        part.slot(), logHeight, new int[part.table().fixed().size()][1 << logHeight]);
  }

  private void fill(Cell.Fixed cell, int rows, IntToLongFunction value) {
    int[] column = columns[cell.column()];
    for (int i = 0; i < rows; i++) {
      column[i] = KoalaBear.of(value.applyAsLong(i));
    }
  }

  /** Rows beyond the entries are (0, 0), which is an entry. */
  private static FixedTable range(
      Machine.Part<RangeChip.Row> part, int logHeight, int first, int count) {
    FixedTable table = empty(part, logHeight);
    table.fill(part.row().bits(), count, i -> RangeChip.bits(first + i));
    table.fill(part.row().value(), count, i -> RangeChip.value(first + i));
    return table;
  }

  /** Rows beyond the entries are (0, 0, 0), which is an entry. */
  private static FixedTable pairs(
      Machine.Part<BytePairChip.Row> part, int logHeight, int first, int count) {
    FixedTable table = empty(part, logHeight);
    BytePairChip.Row row = part.row();
    table.fill(row.a(), count, i -> BytePairChip.a(first + i));
    table.fill(row.b(), count, i -> BytePairChip.b(first + i));
    table.fill(row.and(), count, i -> BytePairChip.a(first + i) & BytePairChip.b(first + i));
    return table;
  }

  /** Rows beyond the entries repeat them: zeros would be no power. */
  private static FixedTable power(TableHeights heights) {
    FixedTable table = empty(Machine.POWER, heights.logHeight(PowerChip.ENTRIES));
    PowerChip.Row row = Machine.POWER.row();
    int height = 1 << table.logHeight;
    table.fill(row.exponent(), height, i -> i % PowerChip.ENTRIES);
    table.fill(row.power(), height, i -> 1L << (i % PowerChip.ENTRIES));
    table.fill(row.rest(), height, i -> 1L << (16 - i % PowerChip.ENTRIES));
    return table;
  }

  private static FixedTable registers(TableHeights heights) {
    FixedTable table = empty(Machine.REGISTERS, heights.logHeight(Registers.COUNT));
    table.fill(Machine.REGISTERS.row().index(), Registers.COUNT, i -> i);
    table.fill(Machine.REGISTERS.row().active(), Registers.COUNT, i -> 1);
    return table;
  }

  private static FixedTable program(List<Instruction> instructions, TableHeights heights) {
    FixedTable table = empty(Machine.PROGRAM, heights.logHeight(instructions.size()));
    for (int i = 0; i < 1 << table.logHeight; i++) {
      Instruction instruction = instructions.get(i < instructions.size() ? i : 0);
      long[] values = ProgramRow.of(instruction).values();
      for (int j = 0; j < values.length; j++) {
        table.columns[j][i] = KoalaBear.of(values[j]);
      }
    }
    return table;
  }

  private static FixedTable image(Image image, TableHeights heights) {
    FixedTable table = empty(Machine.IMAGE, heights.logHeight(image.count()));
    var row = Machine.IMAGE.row();
    table.fill(row.word(), image.count(), i -> image.words()[i]);
    table.fill(row.active(), image.count(), i -> 1);
    for (int limb = 0; limb < 4; limb++) {
      int shift = 16 * limb;
      Cell.Fixed cell = (Cell.Fixed) row.value().at(limb);
      table.fill(cell, image.count(), i -> (image.values()[i] >>> shift) & 0xffff);
    }
    return table;
  }
}
