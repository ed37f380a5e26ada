package org.zarf.riscv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Writes small ELF files, right ones and wrong ones. */
final class ElfWriter {
  static final int HEADER = 64;
  static final int PROGRAM_HEADER = 56;
  static final long CODE = 0x10000;

  /** {@code addi a7, zero, 93; ecall}: halts with 0. */
  static final int[] HALT = {0x05d00893, 0x00000073};

  private final List<long[]> programHeaders = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();
  private int type = 2;
  private long entry = CODE;

  /** A program that halts at once. */
  static ElfWriter halting() {
    return new ElfWriter().load(5, CODE, words(HALT));
  }

  static byte[] words(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(words);
    return bytes.array();
  }

  static byte[] longs(long... longs) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * longs.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(longs);
    return bytes.array();
  }

  ElfWriter type(int newType) {
    type = newType;
    return this;
  }

  ElfWriter entry(long newEntry) {
    entry = newEntry;
    return this;
  }

  ElfWriter load(int flags, long address, byte[] bytes) {
    return segment(1, flags, address, bytes, bytes.length);
  }

  ElfWriter segment(int kind, int flags, long address, byte[] bytes, long memoryBytes) {
    programHeaders.add(new long[] {kind, flags, address, bytes.length, memoryBytes});
    contents.add(bytes);
    return this;
  }

  byte[] bytes() {
    int size = HEADER + PROGRAM_HEADER * programHeaders.size();
    int offset = size;
    for (byte[] content : contents) {
      size += content.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
    out.putShort((short) type).putShort((short) 243).putInt(1);
    out.putLong(entry).putLong(HEADER).putLong(0).putInt(0);
    out.putShort((short) HEADER).putShort((short) PROGRAM_HEADER);
    out.putShort((short) programHeaders.size()).putShort((short) 64).putInt(0);
    for (int i = 0; i < contents.size(); i++) {
      long[] header = programHeaders.get(i);
      out.putInt((int) header[0]).putInt((int) header[1]).putLong(offset);
      out.putLong(header[2]).putLong(header[2]).putLong(header[3]).putLong(header[4]).putLong(1);
      offset += contents.get(i).length;
    }
    contents.forEach(out::put);
    return out.array();
  }
}
