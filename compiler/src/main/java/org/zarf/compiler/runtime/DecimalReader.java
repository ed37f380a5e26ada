package org.zarf.compiler.runtime;

/**
 * Reads floating point numbers, and rounds them to the nearest: exactly, if they have no more than
 * {@value #MAX_DIGITS} digits.
 *
 * @see <a href="https://arxiv.org/abs/2101.11408">Daniel Lemire, Number parsing at a gigabyte per
 *     second, 2021</a>
 * @see <a href="https://arxiv.org/abs/2212.06644">Noble Mushtak and Daniel Lemire, Fast number
 *     parsing without fallback, 2022</a>
 */
public final class DecimalReader {

  private static final int MAX_DIGITS = 19;

  /** No number that is not zero or infinite has a power of ten beyond these. */
  private static final int MIN_EXPONENT = -343;

  private static final int MAX_EXPONENT = 308;

  /** Powers up to this have 126 bits or less, from the highest to the lowest that is set. */
  private static final int MAX_EXACT_POWER = 54;

  /** The powers of five up to this fit in 64 bits. */
  private static final int MAX_DIVISOR = 27;

  private final String text;
  private int at;
  private int end;
  private long digits;
  private int digitCount;
  private int exponent;
  private boolean isCut;

  private DecimalReader(String text) {
    this.text = text;
    this.end = text.length();
  }

  /** {@link Double#parseDouble}. */
  public static double parseDouble(String text) {
    var reader = new DecimalReader(text);
    boolean negative = reader.readSign();
    long bits =
        reader.isNamed("NaN")
            ? 0x7ff8000000000000L
            : reader.isNamed("Infinity")
                ? FloatFormat.DOUBLE.infinity()
                : reader.readNumber().rounded(FloatFormat.DOUBLE);
    return Double.longBitsToDouble(negative ? bits | Long.MIN_VALUE : bits);
  }

  /** {@link Float#parseFloat}. */
  public static float parseFloat(String text) {
    var reader = new DecimalReader(text);
    boolean negative = reader.readSign();
    long bits =
        reader.isNamed("NaN")
            ? 0x7fc00000
            : reader.isNamed("Infinity")
                ? FloatFormat.FLOAT.infinity()
                : reader.readNumber().rounded(FloatFormat.FLOAT);
    return Float.intBitsToFloat((int) bits | (negative ? Integer.MIN_VALUE : 0));
  }

  private boolean readSign() {
    while (at < end && text.charAt(at) <= ' ') {
      at++;
    }
    while (at < end && text.charAt(end - 1) <= ' ') {
      end--;
    }
    if (at == end) {
      throw new NumberFormatException("empty String");
    }
    boolean negative = text.charAt(at) == '-';
    if (negative || text.charAt(at) == '+') {
      at++;
    }
    return negative;
  }

  private boolean isNamed(String name) {
    return end - at == name.length() && text.startsWith(name, at);
  }

  private DecimalReader readNumber() {
    int start = at;
    readDigits(false);
    boolean hasPoint = at < end && text.charAt(at) == '.';
    if (hasPoint) {
      at++;
      readDigits(true);
    }
    if (at - start == (hasPoint ? 1 : 0)) {
      throw refused();
    }
    if (at < end && (text.charAt(at) | 32) == 'e') {
      at++;
      readExponent();
    }
    if (at < end && isSuffix(text.charAt(at))) {
      at++;
    }
    if (at < end) {
      throw refused();
    }
    return this;
  }

  private static boolean isSuffix(char c) {
    return (c | 32) == 'd' || (c | 32) == 'f';
  }

  private void readDigits(boolean isFraction) {
    while (at < end) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return;
      }
      at++;
      if (digitCount == MAX_DIGITS) {
        isCut |= digit != 0;
        exponent += isFraction ? 0 : 1;
      } else {
        digits = digits * 10 + digit;
        digitCount += digits == 0 ? 0 : 1;
        exponent -= isFraction ? 1 : 0;
      }
    }
  }

  private void readExponent() {
    boolean negative = at < end && text.charAt(at) == '-';
    if (negative || (at < end && text.charAt(at) == '+')) {
      at++;
    }
    int start = at;
    int value = 0;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = Math.min(value * 10 + text.charAt(at++) - '0', 100_000_000);
    }
    if (at == start) {
      throw refused();
    }
    exponent += negative ? -value : value;
  }

  private NumberFormatException refused() {
    return new NumberFormatException("For input string: \"" + text + "\"");
  }

  /** The bits of the nearest number of a format, without its sign. */
  private long rounded(FloatFormat format) {
    if (digits == 0 || exponent < MIN_EXPONENT) {
      return 0;
    }
    if (exponent > MAX_EXPONENT) {
      return format.infinity();
    }
    int twos = divideExactly();
    String powers = PowersOfTen.text();
    boolean isExact = !isCut && exponent >= 0 && exponent <= MAX_EXACT_POWER;
    int zeros = Long.numberOfLeadingZeros(digits);
    long factor = digits << zeros;
    // The powers are those above, by one unit or less: what is too much is taken from the product.
    long low = PowersOfTen.low(powers, -exponent);
    long high = (PowersOfTen.high(powers, -exponent) << 1) | (low >>> 62);
    low <<= 2;
    long lowest = factor * low;
    long middle = factor * high;
    long highest = Math.unsignedMultiplyHigh(factor, high);
    long added = Math.unsignedMultiplyHigh(factor, low);
    middle += added;
    highest += isBelow(middle, added);
    long taken = (factor >>> 62) + isBelow(lowest, factor << 2);
    lowest -= factor << 2;
    highest -= isBelow(middle, taken);
    middle -= taken;
    int shift = Long.numberOfLeadingZeros(highest);
    long bits = shift == 0 ? highest : (highest << 1) | (middle >>> 63);
    boolean isMore = !isExact || middle << shift != 0 || lowest != 0;
    int scale = 1 + PowersOfTen.floorLog2(exponent) + twos - zeros - shift;
    return round(bits, scale, isMore, format);
  }

  /** Where no digit is lost, a division by ten becomes one by two: how many are left. */
  private int divideExactly() {
    if (exponent >= 0 || exponent < -MAX_DIVISOR) {
      return 0;
    }
    long five = 1;
    for (int i = exponent; i < 0; i++) {
      five *= 5;
    }
    if (Long.remainderUnsigned(digits, five) != 0) {
      return 0;
    }
    digits = Long.divideUnsigned(digits, five);
    int twos = exponent;
    exponent = 0;
    return twos;
  }

  private static int isBelow(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
  }

  /**
   * Rounds {@code bits 2^scale}.
   *
   * @param isMore the number is a little more than that
   */
  private static long round(long bits, int scale, boolean isMore, FloatFormat format) {
    int unit = Math.max(scale + 63 - format.fractionBits, format.minExponent);
    int dropped = unit - scale;
    if (dropped > 64) {
      return 0;
    }
    long kept = dropped == 64 ? 0 : bits >>> dropped;
    long rest = Long.compareUnsigned(dropped == 64 ? bits : bits << -dropped, Long.MIN_VALUE);
    if (rest > 0 || (rest == 0 && (isMore || (kept & 1) != 0))) {
      kept++;
    }
    // The leading one of what is kept is added to the exponent; a number without it has none.
    long exponent = (long) unit - format.minExponent;
    return exponent + 1 < format.infinity() >> format.fractionBits
        ? (exponent << format.fractionBits) + kept
        : format.infinity();
  }
}
