package org.zarf.compiler.runtime;

/** Reads integers, with the JVM's exceptions. */
public final class Numerals {

  private Numerals() {}

  /** {@link Integer#parseInt(String, int)}. */
  public static int parseInt(String text, int radix) {
    long value = parse(text, radix, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return (int) value;
  }

  /** {@link Long#parseLong(String, int)}. */
  public static long parseLong(String text, int radix) {
    return parse(text, radix, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** {@link Integer#parseUnsignedInt(String)}. */
  public static int parseUnsignedInt(String text) {
    return parseUnsignedInt(text, 10);
  }

  /** {@link Integer#parseUnsignedInt(String, int)}. */
  public static int parseUnsignedInt(String text, int radix) {
    if (text != null && text.startsWith("-")) {
      throw new NumberFormatException(
          "Illegal leading minus sign on unsigned string " + text + ".");
    }
    long value = parse(text, radix, Long.MIN_VALUE, Long.MAX_VALUE);
    if (value >>> 32 != 0) {
      throw new NumberFormatException("String value " + text + " exceeds range of unsigned int.");
    }
    return (int) value;
  }

  /** Counts down from zero, since there is one more negative number. */
  private static long parse(String text, int radix, long min, long max) {
    if (text == null) {
      throw new NumberFormatException("Cannot parse null string: null");
    }
    if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
      throw new NumberFormatException(
          "radix "
              + radix
              + (radix < Character.MIN_RADIX ? " less than" : " greater than")
              + (radix < Character.MIN_RADIX ? " Character.MIN_RADIX" : " Character.MAX_RADIX"));
    }
    int length = text.length();
    char first = length == 0 ? '+' : text.charAt(0);
    boolean negative = first == '-';
    int at = negative || first == '+' ? 1 : 0;
    long limit = negative ? min : -max;
    long limitBeforeDigit = limit / radix;
    if (at >= length) {
      throw refused(text, radix);
    }
    long value = 0;
    while (at < length) {
      int digit = digit(text.charAt(at++), radix);
      if (digit < 0 || value < limitBeforeDigit) {
        throw refused(text, radix);
      }
      value *= radix;
      if (value < limit + digit) {
        throw refused(text, radix);
      }
      value -= digit;
    }
    return negative ? value : -value;
  }

  private static int digit(char c, int radix) {
    if (c < 128) {
      int digit = c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
      boolean isDigit = c <= '9' ? c >= '0' : (c | 32) >= 'a';
      return isDigit && digit < radix ? digit : -1;
    }
    return Character.digit(c, radix);
  }

  private static NumberFormatException refused(String text, int radix) {
    return new NumberFormatException(
        "For input string: \"" + text + "\"" + (radix == 10 ? "" : " under radix " + radix));
  }
}
