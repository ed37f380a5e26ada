package org.zarf.guest;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes values as bytes, in the layout of {@link Codec}. */
public final class Encoder {

  private static final int FIRST_CAPACITY = 64;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;
  private int depth;

  /** An encoder that has written nothing. */
  public Encoder() {}

  /** What was written. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes a boolean. */
  public void writeBoolean(boolean value) {
    writeByte((byte) (value ? 1 : 0));
  }

  /** Writes a byte. */
  public void writeByte(byte value) {
    int at = reserve(1);
    bytes[at] = value;
  }

  /** Writes a short. */
  public void writeShort(short value) {
    int at = reserve(2);
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
  }

  /** Writes a char, paired or not. */
  public void writeChar(char value) {
    writeShort((short) value);
  }

  /** Writes an int. */
  public void writeInt(int value) {
    int at = reserve(4);
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
    bytes[at + 2] = (byte) (value >> 16);
    bytes[at + 3] = (byte) (value >> 24);
  }

  /** Writes a long. */
  public void writeLong(long value) {
    writeInt((int) value);
    writeInt((int) (value >> 32));
  }

  /** Writes a float, bit for bit. */
  public void writeFloat(float value) {
    writeInt(Float.floatToRawIntBits(value));
  }

  /** Writes a double, bit for bit. */
  public void writeDouble(double value) {
    writeLong(Double.doubleToRawLongBits(value));
  }

  /** Writes bytes, without their number. */
  public void writeBytes(byte[] value) {
    int at = reserve(value.length);
    System.arraycopy(value, 0, bytes, at, value.length);
  }

  /**
   * Writes a text.
   *
   * @throws EncodingException if it is null, or a surrogate in it has no partner
   */
  public void writeString(@Nullable String value) {
    if (value == null) {
      throw new EncodingException("is null");
    }
    int start = reserve(4);
    int count = value.length();
    for (int i = 0; i < count; i++) {
      char c = value.charAt(i);
      if (c < 0x80) {
        writeByte((byte) c);
      } else if (c < 0x800) {
        writeByte((byte) (0xc0 | (c >> 6)));
        writeByte((byte) (0x80 | (c & 0x3f)));
      } else if (c < 0xd800 || c > 0xdfff) {
        writeByte((byte) (0xe0 | (c >> 12)));
        writeByte((byte) (0x80 | ((c >> 6) & 0x3f)));
        writeByte((byte) (0x80 | (c & 0x3f)));
      } else if (c < 0xdc00 && i + 1 < count && isLowSurrogate(value.charAt(i + 1))) {
        i++;
        writeSupplementary(0x10000 + ((c - 0xd800) << 10) + (value.charAt(i) - 0xdc00));
      } else {
        throw new EncodingException("has a surrogate without a partner at index " + i);
      }
    }
    int end = length;
    length = start;
    writeInt(end - start - 4);
    length = end;
  }

  private static boolean isLowSurrogate(char c) {
    return c >= 0xdc00 && c <= 0xdfff;
  }

  private void writeSupplementary(int codePoint) {
    writeByte((byte) (0xf0 | (codePoint >> 18)));
    writeByte((byte) (0x80 | ((codePoint >> 12) & 0x3f)));
    writeByte((byte) (0x80 | ((codePoint >> 6) & 0x3f)));
    writeByte((byte) (0x80 | (codePoint & 0x3f)));
  }

  /** Writes an integer of any size. */
  public void writeBigInteger(BigInteger value) {
    byte[] magnitude = value.toByteArray();
    writeInt(magnitude.length);
    writeBytes(magnitude);
  }

  /**
   * Begins a value that may contain others of its type.
   *
   * @throws EncodingException if it is inside too many
   */
  public void enter() {
    if (++depth > Codec.MAX_DEPTH) {
      throw new EncodingException("is nested deeper than " + Codec.MAX_DEPTH + " levels");
    }
  }

  /** Ends what {@link #enter} began. */
  public void leave() {
    depth--;
  }

  /** Makes room, and returns where it begins. */
  private int reserve(int count) {
    int at = length;
    int end = at + count;
    if (end < 0) {
      throw new EncodingException("takes more than 2 GiB");
    }
    if (end > bytes.length) {
      int doubled = (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8);
      bytes = Arrays.copyOf(bytes, Math.max(end, doubled));
    }
    length = end;
    return at;
  }
}
