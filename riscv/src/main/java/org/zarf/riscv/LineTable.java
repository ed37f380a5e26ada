package org.zarf.riscv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The source lines of a program by address, from its DWARF line programs. */
final class LineTable {
  static final LineTable EMPTY = new LineTable(List.of());

  private final List<Row> rows;

  /**
   * A step in the code; {@code line} is 0 where a sequence of code ends.
   *
   * @param address of the first instruction
   */
  record Row(long address, String file, int line) {}

  private LineTable(List<Row> rows) {
    this.rows = rows;
  }

  /** The lines in a file, or none when they are missing or damaged. */
  static LineTable of(ElfFile file) {
    Optional<ByteReader> section = file.section(".debug_line");
    if (section.isEmpty()) {
      return EMPTY;
    }
    try {
      List<Row> rows = new ArrayList<>(LineProgram.readAll(section.get(), file));
      // An end sorts before a beginning at the same address.
      rows.sort(
          Comparator.comparingLong(Row::address).thenComparingInt(row -> row.line() == 0 ? 0 : 1));
      return new LineTable(List.copyOf(rows));
    } catch (BadProgramException e) {
      return EMPTY;
    }
  }

  Optional<SourceLine> at(long pc) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).address() <= pc) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0 || rows.get(low - 1).line() == 0) {
      return Optional.empty();
    }
    return Optional.of(new SourceLine(rows.get(low - 1).file(), rows.get(low - 1).line()));
  }
}
