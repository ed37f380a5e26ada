package org.zarf.riscv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;

/**
 * The instructions of a program and where they are.
 *
 * <p>Which addresses hold instructions is decided once, when loading, and from the code alone, so
 * that a stripped program is the same program. Decoding at every even address would be closest to
 * hardware, but nearly double the program's table, since the second half of a long instruction
 * often decodes too. Instead each stretch of code is swept from its start, one instruction after
 * the other, two bytes being skipped where none decodes; then the sweep is repeated from the entry
 * and from every target of a branch or direct jump that it missed, as happens after data between
 * functions. What is left out can only be reached by a computed jump, and executing it is a trap,
 * never a wrong result.
 */
final class Code {
  /** More code than this is refused: its instructions would not fit in any program table. */
  static final long MAX_BYTES = 1L << 24;

  private final List<Instruction> instructions;
  private final List<Range> ranges;

  /** A stretch of executable bytes; {@code indices} has one entry for each even address. */
  private record Range(long start, byte[] bytes, int[] indices) {

    static Range of(long start, byte[] bytes) {
      // Only even addresses matter, also when a segment starts at an odd one.
      byte[] even = (start & 1) == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
      int[] indices = new int[even.length / 2];
      Arrays.fill(indices, -1);
      return new Range(start + (start & 1), even, indices);
    }

    int find(long pc) {
      long place = (pc - start) >> 1;
      return (pc & 1) == 0 && place >= 0 && place < indices.length ? (int) place : -1;
    }

    /** The bytes from a place on, up to four, as a little-endian number. */
    int bits(int place) {
      int bits = 0;
      for (int i = Math.min(4, bytes.length - 2 * place) - 1; i >= 0; i--) {
        bits = bits << 8 | (bytes[2 * place + i] & 0xff);
      }
      return bits;
    }
  }

  private Code(List<Instruction> instructions, List<Range> ranges) {
    this.instructions = List.copyOf(instructions);
    this.ranges = ranges;
    for (int i = 0; i < instructions.size(); i++) {
      long pc = instructions.get(i).pc();
      for (Range range : ranges) {
        int place = range.find(pc);
        if (place >= 0) {
          range.indices[place] = i;
        }
      }
    }
  }

  /** Decodes the code of a file. */
  static Code sweep(ElfFile file) throws BadProgramException {
    List<Range> ranges = new ArrayList<>();
    long size = 0;
    for (ElfFile.CodeRange range : file.codeRanges()) {
      size += range.bytes().length;
      if (size > MAX_BYTES) {
        throw new BadProgramException("more than " + MAX_BYTES + " bytes of code");
      }
      ranges.add(Range.of(range.start(), range.bytes()));
    }
    return new Code(new Sweep(ranges).from(file.entry()), ranges);
  }

  /** Instructions that come from no file, by increasing pc. */
  static Code of(List<Instruction> instructions) {
    List<Range> ranges = new ArrayList<>();
    for (int i = 0, end; i < instructions.size(); i = end) {
      end = i + 1;
      while (end < instructions.size()
          && instructions.get(end).pc() <= instructions.get(end - 1).next()) {
        if (instructions.get(end).pc() <= instructions.get(end - 1).pc()) {
          throw new IllegalArgumentException("instructions must be sorted by pc");
        }
        end++;
      }
      long start = instructions.get(i).pc();
      long size = instructions.get(end - 1).next() - start;
      ranges.add(Range.of(start, new byte[Math.toIntExact(size)]));
    }
    return new Code(instructions, ranges);
  }

  /** Finds the instructions of some ranges. */
  private static final class Sweep {
    private final List<Range> ranges;
    private final List<@Nullable Instruction[]> found = new ArrayList<>();
    private final Deque<Long> targets = new ArrayDeque<>();

    Sweep(List<Range> ranges) {
      this.ranges = ranges;
      ranges.forEach(range -> found.add(new Instruction[range.indices.length]));
    }

    List<Instruction> from(long entry) {
      for (int i = 0; i < ranges.size(); i++) {
        int place = 0;
        while (place < ranges.get(i).indices.length) {
          place = Math.max(walk(i, place), place + 1);
        }
      }
      targets.add(entry);
      while (!targets.isEmpty()) {
        long target = targets.remove();
        for (int i = 0; i < ranges.size(); i++) {
          int place = ranges.get(i).find(target);
          if (place >= 0) {
            walk(i, place);
          }
        }
      }
      List<Instruction> all = new ArrayList<>();
      for (@Nullable Instruction[] places : found) {
        for (Instruction instruction : places) {
          if (instruction != null) {
            all.add(instruction);
          }
        }
      }
      return all;
    }

    /** Decodes from a place up to something known or undecodable; answers where that is. */
    private int walk(int rangeIndex, int start) {
      Range range = ranges.get(rangeIndex);
      @Nullable Instruction[] places = found.get(rangeIndex);
      int place = start;
      while (place < places.length && places[place] == null) {
        int bits = range.bits(place);
        boolean whole = 2 * place + Decoder.length(bits) <= range.bytes.length;
        Instruction instruction = whole ? Decoder.decode(bits, range.start + 2L * place) : null;
        if (instruction == null) {
          return place;
        }
        places[place] = instruction;
        if (instruction.op() == Opcode.JAL
            || instruction.op().instructionClass() == InstructionClass.BRANCH) {
          targets.add(instruction.pc() + instruction.imm());
        }
        place += instruction.length() / 2;
      }
      return place;
    }
  }

  List<Instruction> instructions() {
    return instructions;
  }

  /** The index of the instruction that starts at an address, or -1. */
  int indexAt(long pc) {
    for (Range range : ranges) {
      int place = range.find(pc);
      if (place >= 0) {
        return range.indices[place];
      }
    }
    return -1;
  }

  /** Why there is no instruction at an address. */
  Cause whyNot(long pc) {
    for (Range range : ranges) {
      int place = range.find(pc);
      if (place >= 0) {
        int bits = range.bits(place);
        int length = Math.min(Decoder.length(bits), range.bytes.length - 2 * place);
        return length == Decoder.length(bits) && Decoder.decode(bits, pc) != null
            ? new Cause.NotAnInstruction(pc)
            : new Cause.IllegalInstruction(bits & (int) ((1L << (8 * length)) - 1), length);
      }
    }
    return new Cause.JumpOutOfCode(pc);
  }
}
