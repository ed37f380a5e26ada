package org.zarf.riscv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.AddressSpace;

/**
 * The headers and the loaded bytes of an ELF file, checked. Source: the System V ABI, chapters 4
 * and 5, and the RISC-V ELF psABI.
 *
 * @param entry the address of the first instruction
 * @param bias what was added to every address in the file
 * @param loads what goes to memory, by increasing address, without overlap
 * @param sections empty when the section headers are missing or damaged: only names and lines
 *     depend on them
 */
record ElfFile(long entry, long bias, List<Load> loads, List<Section> sections) {

  /** Where a position-independent program is put. */
  static final long STATIC_PIE_BIAS = 1L << 16;

  private static final int MAGIC = 0x464c457f;
  private static final int CLASS_64 = 2;
  private static final int LITTLE_ENDIAN = 1;
  private static final int TYPE_EXECUTABLE = 2;
  private static final int TYPE_DYNAMIC = 3;
  private static final int MACHINE_RISCV = 243;
  private static final int PROGRAM_HEADER_BYTES = 56;
  private static final int SECTION_HEADER_BYTES = 64;
  private static final int MAX_PROGRAM_HEADERS = 256;

  private static final int PT_LOAD = 1;
  private static final int PT_DYNAMIC = 2;
  private static final int PT_INTERP = 3;
  private static final int SHT_NULL = 0;
  private static final int SHT_NOBITS = 8;
  private static final int SHF_CODE = 2 | 4;
  private static final int SHF_COMPRESSED = 0x800;
  private static final int EXECUTABLE = 1;
  private static final int WRITABLE = 2;
  private static final int READABLE = 4;

  /** A segment and its bytes from the file. */
  record Load(Segment segment, byte[] bytes) {

    /** The place in {@code bytes} of an address range, or -1 when it isn't all from the file. */
    int find(long address, int size) {
      long place = address - segment.address();
      return place >= 0 && place <= bytes.length - size ? (int) place : -1;
    }
  }

  /** A section for tools; {@code link} is the index of another section. */
  record Section(String name, int type, boolean code, long address, int link, ByteReader bytes) {}

  /** A stretch of code and its bytes from the file. */
  record CodeRange(long start, byte[] bytes) {}

  /** The header's fields that are needed. */
  private record Header(
      boolean relocatable,
      long entry,
      long programHeaders,
      int programHeaderCount,
      long sectionHeaders,
      int sectionHeaderCount,
      int nameSection) {}

  private record ProgramHeader(
      int type, int flags, long offset, long address, long fileBytes, long memoryBytes) {}

  /** Reads a file and applies its relocations. */
  static ElfFile read(byte[] bytes) throws BadProgramException {
    ByteReader file = ByteReader.of("the file", bytes);
    Header header = header(file);
    long bias = header.relocatable ? STATIC_PIE_BIAS : 0;
    List<ProgramHeader> headers = programHeaders(file, header);
    List<Load> loads = new ArrayList<>();
    long remaining = file.size();
    for (ProgramHeader program : headers) {
      if (program.type == PT_LOAD && program.memoryBytes != 0) {
        loads.add(load(file, program, bias));
        // Many headers that name the same bytes would multiply the file in memory.
        remaining -= program.fileBytes;
        if (remaining < 0) {
          throw new BadProgramException("the segments claim more bytes than the file has");
        }
      }
    }
    loads.sort(Comparator.comparingLong(load -> load.segment.address()));
    requireDisjoint(loads);
    for (ProgramHeader program : headers) {
      if (program.type == PT_DYNAMIC) {
        ByteReader table = file.slice("the dynamic section", program.offset, program.fileBytes);
        DynamicSection.read(table).relocate(loads, bias);
      }
    }
    return new ElfFile(header.entry + bias, bias, List.copyOf(loads), sections(file, header));
  }

  private static Header header(ByteReader file) throws BadProgramException {
    if (file.size() < 4 || file.i32() != MAGIC) {
      throw new BadProgramException("not an ELF file");
    }
    ByteReader in = file.slice("the ELF header", 4, 60);
    require(in.u8() == CLASS_64, "not a 64-bit ELF file");
    require(in.u8() == LITTLE_ENDIAN, "not a little-endian ELF file");
    in.skip(10);
    int type = in.u16();
    int machine = in.u16();
    require(machine == MACHINE_RISCV, "made for machine " + machine + ", not for RISC-V (243)");
    require(
        type == TYPE_EXECUTABLE || type == TYPE_DYNAMIC,
        type == 1 ? "an object file: link it first" : "not an executable (ELF type " + type + ")");
    in.skip(4);
    long entry = in.u64();
    long programHeaders = in.u64();
    long sectionHeaders = in.u64();
    in.skip(6);
    int programHeaderBytes = in.u16();
    int programHeaderCount = in.u16();
    require(programHeaderCount != 0, "no program headers: nothing to load");
    require(
        programHeaderBytes == PROGRAM_HEADER_BYTES,
        "program headers of " + programHeaderBytes + " bytes, not 56");
    require(
        programHeaderCount <= MAX_PROGRAM_HEADERS,
        programHeaderCount + " program headers: more than " + MAX_PROGRAM_HEADERS);
    int sectionHeaderBytes = in.u16();
    int sectionHeaderCount = sectionHeaderBytes == SECTION_HEADER_BYTES ? in.u16() : 0;
    in.seek(58);
    return new Header(
        type == TYPE_DYNAMIC,
        entry,
        programHeaders,
        programHeaderCount,
        sectionHeaders,
        sectionHeaderCount,
        in.u16());
  }

  private static List<ProgramHeader> programHeaders(ByteReader file, Header header)
      throws BadProgramException {
    long size = (long) header.programHeaderCount * PROGRAM_HEADER_BYTES;
    ByteReader in = file.slice("the table of program headers", header.programHeaders, size);
    List<ProgramHeader> headers = new ArrayList<>();
    while (in.hasMore()) {
      int type = in.i32();
      int flags = in.i32();
      long offset = in.u64();
      long address = in.u64();
      in.skip(8);
      long fileBytes = in.u64();
      long memoryBytes = in.u64();
      in.skip(8);
      headers.add(new ProgramHeader(type, flags, offset, address, fileBytes, memoryBytes));
      require(
          type != PT_INTERP, "dynamically linked (it names an interpreter): link it statically");
    }
    return headers;
  }

  private static Load load(ByteReader file, ProgramHeader header, long bias)
      throws BadProgramException {
    long address = header.address + bias;
    String name = "the segment at " + Addresses.hex(address);
    require(
        Long.compareUnsigned(header.fileBytes, header.memoryBytes) <= 0,
        name + " has more bytes in the file than in memory");
    boolean executable = (header.flags & EXECUTABLE) != 0;
    long end = executable ? AddressSpace.CODE_END : AddressSpace.RAM_END;
    require(
        address >= AddressSpace.RAM_START
            && address <= end
            && Long.compareUnsigned(header.memoryBytes, end - address) <= 0,
        name
            + " with "
            + Long.toUnsignedString(header.memoryBytes)
            + " bytes is not inside the memory from "
            + Addresses.hex(AddressSpace.RAM_START)
            + " to "
            + Addresses.hex(end));
    ByteReader bytes = file.slice(name, header.offset, header.fileBytes);
    Segment segment =
        new Segment(
            address,
            header.fileBytes,
            header.memoryBytes,
            (header.flags & READABLE) != 0,
            (header.flags & WRITABLE) != 0,
            executable);
    return new Load(segment, bytes.toArray());
  }

  private static void requireDisjoint(List<Load> loads) throws BadProgramException {
    require(!loads.isEmpty(), "no segment to load");
    for (int i = 1; i < loads.size(); i++) {
      Segment before = loads.get(i - 1).segment;
      Segment segment = loads.get(i).segment;
      require(
          before.end() <= segment.address(),
          "the segments at "
              + Addresses.hex(before.address())
              + " and "
              + Addresses.hex(segment.address())
              + " overlap");
    }
  }

  private static List<Section> sections(ByteReader file, Header header) {
    try {
      long size = (long) header.sectionHeaderCount * SECTION_HEADER_BYTES;
      ByteReader in = file.slice("the section headers", header.sectionHeaders, size);
      ByteReader names =
          header.nameSection < header.sectionHeaderCount
              ? section(file, in, header.nameSection, null).bytes
              : file.slice("the section names", 0, 0);
      List<Section> sections = new ArrayList<>();
      for (int i = 0; i < header.sectionHeaderCount; i++) {
        sections.add(section(file, in, i, names));
      }
      return List.copyOf(sections);
    } catch (BadProgramException e) {
      return List.of();
    }
  }

  private static Section section(
      ByteReader file, ByteReader in, int index, @Nullable ByteReader names)
      throws BadProgramException {
    in.seek((long) index * SECTION_HEADER_BYTES);
    long name = in.u32();
    int type = in.i32();
    long flags = in.u64();
    long address = in.u64();
    long offset = in.u64();
    long size = in.u64();
    int link = in.i32();
    String text = "";
    if (names != null && name < names.size()) {
      text = names.textAt(name);
    }
    // Sections without bytes in the file claim sizes of memory; compressed ones are not read.
    boolean hasBytes = type != SHT_NULL && type != SHT_NOBITS && (flags & SHF_COMPRESSED) == 0;
    ByteReader bytes = file.slice(text, hasBytes ? offset : 0, hasBytes ? size : 0);
    boolean code = (flags & SHF_CODE) == SHF_CODE;
    return new Section(text, type, code, address, link, bytes);
  }

  /**
   * Where instructions may be, by increasing address: the sections of code inside executable
   * segments, or all of these segments when no section says so. Linkers put headers and constants
   * into executable segments too; decoding them would only fill the program's table.
   */
  List<CodeRange> codeRanges() {
    List<CodeRange> ranges = new ArrayList<>();
    List<Section> code =
        sections.stream()
            .filter(Section::code)
            .sorted(Comparator.comparingLong(Section::address))
            .toList();
    for (Load load : loads) {
      int end = 0;
      for (Section section : code) {
        int start = load.find(section.address + bias, section.bytes.size());
        if (load.segment.executable() && start >= end && section.bytes.size() != 0) {
          end = start + section.bytes.size();
          byte[] bytes = Arrays.copyOfRange(load.bytes, start, end);
          ranges.add(new CodeRange(load.segment.address() + start, bytes));
        }
      }
    }
    if (!ranges.isEmpty()) {
      return ranges;
    }
    return loads.stream()
        .filter(load -> load.segment.executable())
        .map(load -> new CodeRange(load.segment.address(), load.bytes))
        .toList();
  }

  /** The first section of a name. */
  Optional<ByteReader> section(String name) {
    return sections.stream().filter(s -> s.name.equals(name)).map(Section::bytes).findFirst();
  }

  private static void require(boolean holds, String message) throws BadProgramException {
    if (!holds) {
      throw new BadProgramException(message);
    }
  }
}
