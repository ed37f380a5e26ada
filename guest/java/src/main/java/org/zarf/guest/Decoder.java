package org.zarf.guest;

import java.math.BigInteger;

/** Reads values from bytes in the layout of {@link Codec}, and takes nothing else. */
public final class Decoder {

  private final byte[] bytes;
  private int position;
  private int depth;

  /** A decoder at the beginning of some bytes. */
  public Decoder(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads a boolean. */
  public boolean readBoolean() {
    byte value = readByte();
    if (value != 0 && value != 1) {
      throw new DecodingException((value & 0xff) + " is no boolean: 0 is false, 1 is true");
    }
    return value == 1;
  }

  /** Reads a byte. */
  public byte readByte() {
    return bytes[advance(1)];
  }

  /** Reads a short. */
  public short readShort() {
    return shortAt(bytes, advance(2));
  }

  /** Reads a char. */
  public char readChar() {
    return (char) readShort();
  }

  /** Reads an int. */
  public int readInt() {
    return intAt(bytes, advance(4));
  }

  /** Reads a long. */
  public long readLong() {
    return longAt(bytes, advance(8));
  }

  /** Reads a float. */
  public float readFloat() {
    return Float.intBitsToFloat(readInt());
  }

  /** Reads a double. */
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /**
   * Reads how many elements follow.
   *
   * @param elementBytes the fewest bytes that an element takes, at least 1
   * @throws DecodingException if the rest of the bytes cannot hold so many
   */
  public int readCount(int elementBytes) {
    int count = readInt();
    int rest = remaining();
    if (count < 0 || count > rest / elementBytes) {
      throw new DecodingException(
          Integer.toUnsignedLong(count) + " elements do not fit into the " + rest + " bytes left");
    }
    return count;
  }

  /** Reads an index below a limit. */
  int readIndex(int limit, String what) {
    int index = readInt();
    if (index < 0 || index >= limit) {
      throw new DecodingException(
          Integer.toUnsignedLong(index) + " is no index into the " + limit + " " + what);
    }
    return index;
  }

  /** Reads so many bytes. */
  public byte[] readBytes(int count) {
    int at = advance(count);
    var result = new byte[count];
    System.arraycopy(bytes, at, result, 0, count);
    return result;
  }

  /** Reads a text. */
  public String readString() {
    int count = readInt();
    int rest = remaining();
    if (count < 0 || count > rest) {
      throw tooLong(count, rest);
    }
    int start = position;
    var chars = new char[count];
    int length = 0;
    while (position < start + count) {
      byte first = bytes[position];
      if (first >= 0) {
        chars[length++] = (char) first;
        position++;
      } else {
        length = readCodePoint(chars, length, start, start + count);
      }
    }
    return new String(chars, 0, length);
  }

  private static DecodingException tooLong(int count, int rest) {
    return new DecodingException(
        "the length " + Integer.toUnsignedLong(count) + " is beyond the " + rest + " bytes left");
  }

  /** Reads what takes several bytes (RFC 3629) and returns the new length. */
  private int readCodePoint(char[] chars, int length, int start, int end) {
    int at = position;
    int first = bytes[at] & 0xff;
    int count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    int codePoint = first & (0xff >> (count + 1));
    boolean isBad = first < 0xc2 || first > 0xf4 || at + count > end;
    for (int i = 1; !isBad && i < count; i++) {
      int next = bytes[at + i] & 0xff;
      isBad = next >> 6 != 2;
      codePoint = (codePoint << 6) | (next & 0x3f);
    }
    // Overlong forms, surrogates, and what is beyond Unicode.
    boolean isWrong =
        (count == 3 && (codePoint < 0x800 || (codePoint >= 0xd800 && codePoint <= 0xdfff)))
            || (count == 4 && (codePoint < 0x10000 || codePoint > 0x10ffff));
    if (isBad || isWrong) {
      throw new DecodingException("no UTF-8 from byte " + (at - start) + " of the text on");
    }
    position = at + count;
    if (count < 4) {
      chars[length] = (char) codePoint;
      return length + 1;
    }
    chars[length] = (char) (0xd800 + ((codePoint - 0x10000) >> 10));
    chars[length + 1] = (char) (0xdc00 + (codePoint & 0x3ff));
    return length + 2;
  }

  /** Reads an integer of any size. */
  public BigInteger readBigInteger() {
    int count = readInt();
    int rest = remaining();
    if (count < 0 || count > rest) {
      throw tooLong(count, rest);
    }
    if (count == 0) {
      throw new DecodingException("an integer has at least one byte");
    }
    byte[] value = readBytes(count);
    if (count > 1 && value[0] == value[1] >> 7) {
      throw new DecodingException("the integer would do with fewer bytes");
    }
    return new BigInteger(value);
  }

  /**
   * Begins a value that may contain others of its type.
   *
   * @throws DecodingException if it is inside too many
   */
  public void enter() {
    if (++depth > Codec.MAX_DEPTH) {
      throw new DecodingException("nested deeper than " + Codec.MAX_DEPTH + " levels");
    }
  }

  /** Ends what {@link #enter} began. */
  public void leave() {
    depth--;
  }

  /** The number of bytes not yet read. */
  public int remaining() {
    return bytes.length - position;
  }

  /**
   * Nothing may be left.
   *
   * @throws DecodingException if something is
   */
  public void requireEnd() {
    if (remaining() != 0) {
      throw new DecodingException(remaining() + " bytes are left over");
    }
  }

  /** The bytes, for those who {@link #advance} over many at once. */
  byte[] bytes() {
    return bytes;
  }

  /** The short at an index. */
  static short shortAt(byte[] bytes, int at) {
    return (short) ((bytes[at] & 0xff) | (bytes[at + 1] << 8));
  }

  /** The int at an index. */
  static int intAt(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | ((bytes[at + 1] & 0xff) << 8)
        | ((bytes[at + 2] & 0xff) << 16)
        | (bytes[at + 3] << 24);
  }

  /** The long at an index. */
  static long longAt(byte[] bytes, int at) {
    return (intAt(bytes, at) & 0xffffffffL) | ((long) intAt(bytes, at + 4) << 32);
  }

  /**
   * Takes so many bytes.
   *
   * @return where they start
   * @throws DecodingException if there are fewer
   */
  int advance(int count) {
    int at = position;
    if (count > bytes.length - at) {
      throw new DecodingException(
          "the bytes end: " + count + " are needed, " + (bytes.length - at) + " are left");
    }
    position = at + count;
    return at;
  }
}
