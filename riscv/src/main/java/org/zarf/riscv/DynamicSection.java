package org.zarf.riscv;

import java.util.List;

/**
 * The part of a static position-independent program that says where its addresses are. Only {@code
 * R_RISCV_RELATIVE} is allowed, which needs no names: anything else would be dynamic linking.
 *
 * @param table the address in the file's terms of the relocations with addends
 * @param size their bytes
 */
record DynamicSection(long table, long size) {
  private static final int DT_NULL = 0;
  private static final int DT_NEEDED = 1;
  private static final int DT_PLTRELSZ = 2;
  private static final int DT_RELA = 7;
  private static final int DT_RELASZ = 8;
  private static final int DT_RELSZ = 18;
  private static final int DT_RELRSZ = 35;
  private static final int R_RISCV_NONE = 0;
  private static final int R_RISCV_RELATIVE = 3;

  static DynamicSection read(ByteReader in) throws BadProgramException {
    long table = 0;
    long size = 0;
    while (in.hasMore()) {
      long tag = in.u64();
      long value = in.u64();
      if (tag == DT_NULL) {
        break;
      }
      if (tag == DT_NEEDED) {
        throw new BadProgramException(
            "dynamically linked (it needs shared libraries): link it statically");
      }
      boolean other = tag == DT_PLTRELSZ || tag == DT_RELSZ || tag == DT_RELRSZ;
      if (other && value != 0) {
        throw new BadProgramException("it needs relocations other than R_RISCV_RELATIVE");
      }
      table = tag == DT_RELA ? value : table;
      size = tag == DT_RELASZ ? value : size;
    }
    return new DynamicSection(table, size);
  }

  /** Writes the addresses into the loaded bytes. */
  void relocate(List<ElfFile.Load> loads, long bias) throws BadProgramException {
    if (size == 0) {
      return;
    }
    ByteReader in = relocations(loads, bias);
    while (in.hasMore()) {
      long place = in.u64() + bias;
      long info = in.u64();
      long value = in.u64() + bias;
      if (info == R_RISCV_NONE) {
        continue;
      }
      if (info != R_RISCV_RELATIVE) {
        throw new BadProgramException(
            "it needs a relocation of type " + (info & 0xffffffffL) + ", not R_RISCV_RELATIVE (3)");
      }
      write(loads, place, value);
    }
  }

  private ByteReader relocations(List<ElfFile.Load> loads, long bias) throws BadProgramException {
    for (ElfFile.Load load : loads) {
      int start = load.find(table + bias, 0);
      if (start >= 0) {
        // A copy, because a relocation may lie in the bytes that it changes.
        ByteReader bytes = ByteReader.of("the segment", load.bytes().clone());
        return bytes.slice("the table of relocations", start, size);
      }
    }
    throw new BadProgramException(
        "the relocations at " + Addresses.hex(table + bias) + " are in no segment");
  }

  private static void write(List<ElfFile.Load> loads, long place, long value)
      throws BadProgramException {
    for (ElfFile.Load load : loads) {
      int start = load.find(place, Long.BYTES);
      if (start >= 0) {
        for (int i = 0; i < Long.BYTES; i++) {
          load.bytes()[start + i] = (byte) (value >>> (8 * i));
        }
        return;
      }
    }
    throw new BadProgramException(
        "a relocation changes " + Addresses.hex(place) + ", outside the loaded bytes");
  }
}
