package org.zarf.compiler.runtime;

import org.zarf.compiler.PowerTable;

/**
 * Powers of ten to 126 bits: of each {@code k} from {@value #MIN} to {@value #MAX}, the least
 * integer above {@code 10^-k} scaled to lie between {@code 2^125} and {@code 2^126}.
 */
final class PowersOfTen {

  static final int MIN = -324;
  static final int MAX = 345;

  /** A power is so many characters, the highest first. */
  static final int CHARS = 9;

  static final int BITS_PER_CHAR = 14;

  /** What is added to the bits of a character: none is a surrogate, or outside of C's strings. */
  static final int FIRST_CHAR = 0x100;

  private PowersOfTen() {}

  /**
   * All powers in one text, which costs nothing when a guest starts: compiled guests have it as a
   * constant in place of this call.
   */
  static String text() {
    return PowerTable.text();
  }

  /** The high 63 bits of a power. */
  static long high(String text, int k) {
    int at = (k - MIN) * CHARS;
    return (bits(text, at) << 7) | ((text.charAt(at + 4) - FIRST_CHAR) >> 7);
  }

  /** The low 63 bits of a power. */
  static long low(String text, int k) {
    int at = (k - MIN) * CHARS;
    return ((long) ((text.charAt(at + 4) - FIRST_CHAR) & 127) << 56) | bits(text, at + 5);
  }

  private static long bits(String text, int at) {
    long bits = (long) text.charAt(at) - FIRST_CHAR;
    for (int i = 1; i < 4; i++) {
      bits = (bits << BITS_PER_CHAR) | (text.charAt(at + i) - FIRST_CHAR);
    }
    return bits;
  }

  /** The binary exponent of a power of ten: {@code floor(log2(10^e))}. */
  static int floorLog2(int e) {
    return (int) ((e * 913_124_641_741L) >> 38);
  }
}
