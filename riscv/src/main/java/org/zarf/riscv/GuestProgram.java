package org.zarf.riscv;

import java.util.List;
import java.util.Optional;
import org.zarf.machine.isa.Instruction;

/**
 * A program as the machine runs it: decoded instructions, an entry, the memory at the start.
 * Immutable. Names and source lines are for people only; two programs that differ in nothing else
 * behave the same and have the same identity.
 */
public final class GuestProgram {
  private final long entry;
  private final Code code;
  private final MemoryImage image;
  private final List<Segment> segments;
  private final SymbolTable symbols;
  private final LineTable lines;

  private GuestProgram(
      long entry, Code code, MemoryImage image, List<Segment> segments, DebugInformation debug) {
    this.entry = entry;
    this.code = code;
    this.image = image;
    this.segments = segments;
    this.symbols = debug.symbols();
    this.lines = debug.lines();
  }

  /**
   * Loads an ELF64 little-endian RISC-V executable: statically linked, or static
   * position-independent, which is put at address 2^16.
   *
   * @throws BadProgramException if the file is not such a program; damaged symbols or line numbers
   *     are no reason, they are only missing then
   */
  public static GuestProgram load(byte[] elf) throws BadProgramException {
    ElfFile file = ElfFile.read(elf);
    Code code = Code.sweep(file);
    if (code.indexAt(file.entry()) < 0) {
      throw new BadProgramException(
          "the entry " + Addresses.hex(file.entry()) + " is no instruction of the program");
    }
    List<Segment> segments = file.loads().stream().map(ElfFile.Load::segment).toList();
    return new GuestProgram(
        file.entry(), code, image(file.loads()), segments, DebugInformation.of(file));
  }

  /**
   * A program that comes from no file, without names and lines.
   *
   * @param entry where execution begins
   * @param instructions by strictly increasing pc
   * @param image the memory at the start
   * @throws IllegalArgumentException if the instructions are not sorted or none is at the entry
   */
  public static GuestProgram of(long entry, List<Instruction> instructions, MemoryImage image) {
    Code code = Code.of(instructions);
    if (code.indexAt(entry) < 0) {
      throw new IllegalArgumentException("no instruction at the entry " + Addresses.hex(entry));
    }
    return new GuestProgram(entry, code, image, List.of(), DebugInformation.none());
  }

  private static MemoryImage image(List<ElfFile.Load> loads) {
    MemoryImage.Builder image = new MemoryImage.Builder(0);
    for (ElfFile.Load load : loads) {
      long start = load.segment().address();
      long word = 0;
      for (int i = 0; i < load.bytes().length; i++) {
        long address = start + i;
        word |= (load.bytes()[i] & 0xffL) << (8 * (address & 7));
        if ((address & 7) == 7 || i == load.bytes().length - 1) {
          image.add((int) (address >>> 3), word);
          word = 0;
        }
      }
    }
    return image.build();
  }

  /** The address of the first instruction. */
  public long entry() {
    return entry;
  }

  /** All instructions by increasing pc; an index in this list stands for an instruction. */
  public List<Instruction> instructions() {
    return code.instructions();
  }

  /** The index of the instruction that starts at an address, or -1. */
  public int indexAt(long pc) {
    return code.indexAt(pc);
  }

  /** The memory at the start, without the input. */
  public MemoryImage image() {
    return image;
  }

  /** What was loaded, by increasing address; empty when the program comes from no file. */
  public List<Segment> segments() {
    return segments;
  }

  /** The functions, by increasing address. */
  public List<Symbol> symbols() {
    return symbols.all();
  }

  /** The function around an address. */
  public Optional<Symbol> symbolAt(long pc) {
    return symbols.at(pc);
  }

  /** The source line of an instruction. */
  public Optional<SourceLine> lineAt(long pc) {
    return lines.at(pc);
  }

  /** An address for people, say {@code 0x10074 in main+0x14 (prog.c:12)}. */
  public String describe(long pc) {
    String symbol =
        symbolAt(pc).map(s -> " in " + s.name() + "+" + Addresses.hex(pc - s.address())).orElse("");
    return Addresses.hex(pc) + symbol + lineAt(pc).map(line -> " (" + line + ")").orElse("");
  }

  Code code() {
    return code;
  }
}
