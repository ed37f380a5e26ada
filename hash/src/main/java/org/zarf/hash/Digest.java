package org.zarf.hash;

import java.util.Arrays;
import java.util.HexFormat;

/** 256 bits: a hash, or a salt. */
public final class Digest {

  /** Bytes in a digest. */
  public static final int BYTES = 32;

  /** 32-bit words in a digest. */
  public static final int WORDS = 8;

  private final int[] words;

  private Digest(int[] words) {
    this.words = words;
  }

  /** The digest whose little-endian words stand at {@code offset} of an array. */
  public static Digest at(int[] array, int offset) {
    return new Digest(Arrays.copyOfRange(array, offset, offset + WORDS));
  }

  /**
   * The digest of 32 bytes.
   *
   * @throws IllegalArgumentException if there is another number of bytes
   */
  public static Digest of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
    }
    int[] words = new int[WORDS];
    for (int i = 0; i < BYTES; i++) {
      words[i >> 2] |= (bytes[i] & 0xff) << (8 * (i & 3));
    }
    return new Digest(words);
  }

  /**
   * The digest of 64 hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Digest parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /** The 32 bytes. */
  public byte[] toBytes() {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) (words[i >> 2] >>> (8 * (i & 3)));
    }
    return bytes;
  }

  /** Writes the eight words at {@code offset} of an array. */
  public void write(int[] target, int offset) {
    System.arraycopy(words, 0, target, offset, WORDS);
  }

  @Override
  public boolean equals(Object that) {
    return that instanceof Digest digest && Arrays.equals(words, digest.words);
  }

  @Override
  public int hashCode() {
    return words[0];
  }

  /** 64 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(toBytes());
  }
}
