package org.zarf.riscv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of one line program.
 *
 * @param program the place in the unit where the operations begin
 * @param instructionBytes by how many bytes an operation advances the address
 * @param lineBase the smallest advance of the line by a special opcode
 * @param lineRange how many such advances there are, at least 1
 * @param opcodeBase the first special opcode
 * @param operandCounts of the standard opcodes, from opcode 1 on
 * @param files names by file number
 */
record LineHeader(
    long program,
    int instructionBytes,
    int lineBase,
    int lineRange,
    int opcodeBase,
    List<Integer> operandCounts,
    List<String> files) {

  int operands(int opcode) {
    return operandCounts.get(opcode - 1);
  }

  String file(long number) {
    return number >= 0 && number < files.size() ? files.get((int) number) : "?";
  }

  /** Reads a header, from after the version on. */
  static final class Parser {
    private static final int FORM_DATA2 = 0x05;
    private static final int FORM_DATA4 = 0x06;
    private static final int FORM_DATA8 = 0x07;
    private static final int FORM_STRING = 0x08;
    private static final int FORM_BLOCK = 0x09;
    private static final int FORM_DATA1 = 0x0b;
    private static final int FORM_STRP = 0x0e;
    private static final int FORM_UDATA = 0x0f;
    private static final int FORM_DATA16 = 0x1e;
    private static final int FORM_LINE_STRP = 0x1f;
    private static final int CONTENT_PATH = 1;
    private static final int CONTENT_DIRECTORY = 2;

    private final ByteReader in;
    private final int version;
    private final boolean wide;
    private final Optional<ByteReader> strings;
    private final Optional<ByteReader> lineStrings;

    private record Entry(String path, long directory) {}

    Parser(
        ByteReader in,
        int version,
        boolean wide,
        Optional<ByteReader> strings,
        Optional<ByteReader> lineStrings) {
      this.in = in;
      this.version = version;
      this.wide = wide;
      this.strings = strings;
      this.lineStrings = lineStrings;
    }

    LineHeader read() throws BadProgramException {
      if (version >= 5) {
        in.skip(2);
      }
      long length = offset();
      long program = in.position() + length;
      int instructionBytes = in.u8();
      in.skip(version >= 4 ? 2 : 1);
      int lineBase = (byte) in.u8();
      int lineRange = in.u8();
      int opcodeBase = in.u8();
      if (lineRange == 0 || opcodeBase == 0) {
        throw new BadProgramException("a header of .debug_line is damaged");
      }
      List<Integer> operandCounts = new ArrayList<>();
      for (int i = 1; i < opcodeBase; i++) {
        operandCounts.add(in.u8());
      }
      List<String> files = version >= 5 ? filesByFormat() : filesByList();
      return new LineHeader(
          program, instructionBytes, lineBase, lineRange, opcodeBase, operandCounts, files);
    }

    private long offset() throws BadProgramException {
      return wide ? in.u64() : in.u32();
    }

    /** Versions 2 to 4: numbered from 1, directory 0 being where the compiler ran. */
    private List<String> filesByList() throws BadProgramException {
      List<String> directories = new ArrayList<>(List.of(""));
      for (String name = in.text(); !name.isEmpty(); name = in.text()) {
        directories.add(name);
      }
      List<String> files = new ArrayList<>(List.of("?"));
      for (String name = in.text(); !name.isEmpty(); name = in.text()) {
        files.add(join(directories, in.leb128(false), name));
        in.leb128(false);
        in.leb128(false);
      }
      return files;
    }

    /** Version 5: numbered from 0, in a format that the header describes. */
    private List<String> filesByFormat() throws BadProgramException {
      List<String> directories = entries().stream().map(Entry::path).toList();
      List<String> files = new ArrayList<>();
      for (Entry entry : entries()) {
        files.add(join(directories, entry.directory, entry.path));
      }
      return files;
    }

    private List<Entry> entries() throws BadProgramException {
      int fields = in.u8();
      long[] contents = new long[fields];
      long[] forms = new long[fields];
      for (int i = 0; i < fields; i++) {
        contents[i] = in.leb128(false);
        forms[i] = in.leb128(false);
      }
      long count = in.leb128(false);
      List<Entry> entries = new ArrayList<>();
      // Every entry takes at least a byte, so a huge count ends at the end of the section.
      for (long n = 0; n != count && fields > 0; n++) {
        String path = "";
        long directory = 0;
        for (int i = 0; i < fields; i++) {
          if (contents[i] == CONTENT_PATH) {
            path = textIn((int) forms[i]);
          } else {
            long value = numberIn((int) forms[i]);
            directory = contents[i] == CONTENT_DIRECTORY ? value : directory;
          }
        }
        entries.add(new Entry(path, directory));
      }
      return entries;
    }

    private String textIn(int form) throws BadProgramException {
      return switch (form) {
        case FORM_STRING -> in.text();
        case FORM_STRP -> textAt(strings, offset());
        case FORM_LINE_STRP -> textAt(lineStrings, offset());
        default -> throw unknown(form);
      };
    }

    private static String textAt(Optional<ByteReader> section, long place)
        throws BadProgramException {
      ByteReader strings =
          section.orElseThrow(() -> new BadProgramException("the strings of DWARF are missing"));
      return strings.textAt(place);
    }

    private long numberIn(int form) throws BadProgramException {
      return switch (form) {
        case FORM_DATA1 -> in.u8();
        case FORM_DATA2 -> in.u16();
        case FORM_DATA4 -> in.u32();
        case FORM_DATA8 -> in.u64();
        case FORM_UDATA -> in.leb128(false);
        case FORM_DATA16 -> {
          in.skip(16);
          yield 0;
        }
        case FORM_BLOCK -> {
          in.skip(in.leb128(false));
          yield 0;
        }
        default -> throw unknown(form);
      };
    }

    private static BadProgramException unknown(int form) {
      return new BadProgramException("DWARF form " + form + " in .debug_line is unknown");
    }

    private static String join(List<String> directories, long directory, String name) {
      // Directory 0 is where the compiler ran: names are shown as the compiler was given them.
      boolean plain = name.startsWith("/") || directory <= 0 || directory >= directories.size();
      return normal(plain ? name : directories.get((int) directory) + "/" + name);
    }

    /** A path without steps that lead nowhere: the same file has the same name in each unit. */
    private static String normal(String path) {
      var parts = new ArrayDeque<String>();
      for (String part : path.split("/", -1)) {
        boolean isUp = part.equals("..") && !parts.isEmpty() && !isFixed(parts.getLast());
        if (isUp) {
          parts.removeLast();
        } else if (!part.equals(".")) {
          parts.add(part);
        }
      }
      return String.join("/", parts);
    }

    /** What {@code ..} does not undo: itself, and the root. */
    private static boolean isFixed(String part) {
      return part.equals("..") || part.isEmpty();
    }
  }
}
