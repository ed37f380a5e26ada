package org.zarf.riscv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the line programs of DWARF versions 2 to 5, the tables of which are what an abstract machine
 * prints. Source: DWARF Debugging Information Format, version 5, section 6.2.
 */
final class LineProgram {
  private static final int COPY = 1;
  private static final int ADVANCE_PC = 2;
  private static final int ADVANCE_LINE = 3;
  private static final int SET_FILE = 4;
  private static final int CONST_ADD_PC = 8;
  private static final int FIXED_ADVANCE_PC = 9;
  private static final int END_SEQUENCE = 1;
  private static final int SET_ADDRESS = 2;

  /** More rows than this are as good as damage: no program of this machine has them. */
  private static final int MAX_ROWS = 1 << 22;

  private final ByteReader in;
  private final LineHeader header;
  private final long bias;
  private final List<LineTable.Row> rows;

  private long address;
  private long file = 1;
  private long line = 1;

  private LineProgram(ByteReader in, LineHeader header, long bias, List<LineTable.Row> rows) {
    this.in = in;
    this.header = header;
    this.bias = bias;
    this.rows = rows;
  }

  /** The rows of all units, in the order of the file. */
  static List<LineTable.Row> readAll(ByteReader section, ElfFile file) throws BadProgramException {
    List<LineTable.Row> rows = new ArrayList<>();
    Optional<ByteReader> strings = file.section(".debug_str");
    Optional<ByteReader> lineStrings = file.section(".debug_line_str");
    while (section.hasMore()) {
      long length = section.u32();
      boolean wide = length == 0xffffffffL;
      ByteReader unit =
          section.slice(
              ".debug_line", section.position() + (wide ? 8 : 0), wide ? section.u64() : length);
      section.skip(unit.size());
      int version = unit.u16();
      if (version >= 2 && version <= 5) {
        LineHeader header = new LineHeader.Parser(unit, version, wide, strings, lineStrings).read();
        new LineProgram(unit, header, file.bias(), rows).run();
      }
    }
    return rows;
  }

  private void run() throws BadProgramException {
    in.seek(header.program());
    while (in.hasMore()) {
      if (rows.size() > MAX_ROWS) {
        throw new BadProgramException("too many source lines");
      }
      int opcode = in.u8();
      if (opcode >= header.opcodeBase()) {
        int special = opcode - header.opcodeBase();
        advance(special / header.lineRange());
        line += header.lineBase() + special % header.lineRange();
        print();
      } else if (opcode == 0) {
        extended();
      } else {
        standard(opcode);
      }
    }
  }

  private void standard(int opcode) throws BadProgramException {
    switch (opcode) {
      case COPY -> print();
      case ADVANCE_PC -> advance(in.leb128(false));
      case ADVANCE_LINE -> line += in.leb128(true);
      case SET_FILE -> file = in.leb128(false);
      case CONST_ADD_PC -> advance((255 - header.opcodeBase()) / header.lineRange());
      case FIXED_ADVANCE_PC -> address += in.u16();
      default -> {
        // The rest only describes what is not kept; the header says how many operands to skip.
        for (int i = 0; i < header.operands(opcode); i++) {
          in.leb128(false);
        }
      }
    }
  }

  private void extended() throws BadProgramException {
    long length = in.leb128(false);
    long end = in.position() + length;
    if (length <= 0 || end > in.size()) {
      throw new BadProgramException("an operation of .debug_line ends outside");
    }
    int opcode = in.u8();
    if (opcode == SET_ADDRESS) {
      address = in.u64() + bias;
    } else if (opcode == END_SEQUENCE) {
      rows.add(new LineTable.Row(address, "", 0));
      address = 0;
      file = 1;
      line = 1;
    }
    in.seek(end);
  }

  private void advance(long operations) {
    address += operations * header.instructionBytes();
  }

  private void print() {
    int shown = Math.clamp(line, 0, Integer.MAX_VALUE);
    rows.add(new LineTable.Row(address, header.file(file), shown));
  }
}
