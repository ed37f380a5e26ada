package org.zarf.riscv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads little-endian numbers from a range of a file. Every read is checked: nothing in a file can
 * lead outside of it.
 */
final class ByteReader {
  /** Longer names are cut. */
  static final int MAX_TEXT = 256;

  private final String what;
  private final ByteBuffer bytes;

  private ByteReader(String what, ByteBuffer bytes) {
    this.what = what;
    this.bytes = bytes;
  }

  /** Reads a whole file; {@code what} names it in messages. */
  static ByteReader of(String what, byte[] file) {
    return new ByteReader(what, ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** A part of this range, at its beginning; its offset and size may be anything. */
  ByteReader slice(String part, long offset, long size) throws BadProgramException {
    if (offset < 0 || size < 0 || offset > bytes.capacity() || size > bytes.capacity() - offset) {
      throw new BadProgramException(
          "truncated: "
              + part
              + " claims "
              + Long.toUnsignedString(size)
              + " bytes at offset "
              + Long.toUnsignedString(offset)
              + " of "
              + bytes.capacity());
    }
    ByteBuffer range = bytes.slice((int) offset, (int) size).order(ByteOrder.LITTLE_ENDIAN);
    return new ByteReader(part, range);
  }

  int size() {
    return bytes.capacity();
  }

  int position() {
    return bytes.position();
  }

  boolean hasMore() {
    return bytes.hasRemaining();
  }

  void seek(long position) throws BadProgramException {
    if (position < 0 || position > bytes.capacity()) {
      throw truncated();
    }
    bytes.position((int) position);
  }

  void skip(long count) throws BadProgramException {
    require(count);
    bytes.position(bytes.position() + (int) count);
  }

  int u8() throws BadProgramException {
    require(1);
    return bytes.get() & 0xff;
  }

  int u16() throws BadProgramException {
    require(2);
    return bytes.getShort() & 0xffff;
  }

  int i32() throws BadProgramException {
    require(4);
    return bytes.getInt();
  }

  long u32() throws BadProgramException {
    return i32() & 0xffffffffL;
  }

  long u64() throws BadProgramException {
    require(8);
    return bytes.getLong();
  }

  /** A LEB128 number as DWARF writes it, modulo 2^64. */
  long leb128(boolean signed) throws BadProgramException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = u8();
      if (shift < Long.SIZE) {
        value |= (long) (b & 0x7f) << shift;
      }
      if (b < 0x80) {
        boolean negative = signed && (b & 0x40) != 0 && shift + 7 < Long.SIZE;
        return negative ? value | -1L << (shift + 7) : value;
      }
    }
  }

  /** Text up to a zero byte, which is read too. */
  String text() throws BadProgramException {
    String text = textAt(bytes.position());
    while (u8() != 0) {}
    return text;
  }

  /**
   * Text from a place up to a zero byte, the end or {@link #MAX_TEXT} bytes, so that many
   * references to one long string cost little. Control characters, which a terminal might obey,
   * become question marks. The position stays.
   */
  String textAt(long place) throws BadProgramException {
    if (place < 0 || place > bytes.capacity()) {
      throw truncated();
    }
    int start = (int) place;
    int end = start;
    while (end < bytes.capacity() && end < start + MAX_TEXT && bytes.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - start];
    bytes.get(start, text);
    return new String(text, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
  }

  /** The bytes themselves. */
  byte[] toArray() {
    byte[] copy = new byte[bytes.capacity()];
    bytes.get(0, copy);
    return copy;
  }

  private void require(long count) throws BadProgramException {
    if (count < 0 || count > bytes.remaining()) {
      throw truncated();
    }
  }

  private BadProgramException truncated() {
    return new BadProgramException("truncated: " + what + " ends too early");
  }
}
