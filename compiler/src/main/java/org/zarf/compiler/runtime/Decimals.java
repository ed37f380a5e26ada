package org.zarf.compiler.runtime;

import org.teavm.classlib.impl.text.DoubleAnalyzer;
import org.teavm.classlib.impl.text.FloatAnalyzer;

/**
 * The shortest decimal that is read back as the same number, as {@link Double#toString(double)}
 * specifies it.
 *
 * @see <a href="https://drive.google.com/file/d/1IEeATSVnEE6TkrHlCYNY2GjaraBjOT4f">Raffaello
 *     Giulietti, The Schubfach way to render doubles, 2021</a>
 */
public final class Decimals {

  private static final long MASK_63 = Long.MAX_VALUE;

  /** Digits that TeaVM's text of a double, or of a float, is made of. */
  private static final long LEAST_OF_DOUBLE = 100_000_000_000_000_000L;

  private static final int DIGITS_OF_DOUBLE = 18;
  private static final long LEAST_OF_FLOAT = 100_000_000L;
  private static final int DIGITS_OF_FLOAT = 9;

  private long digits;
  private int exponent;

  private Decimals() {}

  /** Those of a finite number. */
  static Decimals of(double value) {
    long bits = Double.doubleToRawLongBits(value);
    var decimal = new Decimals();
    decimal.find(bits & ((1L << 52) - 1), (int) (bits >>> 52) & 0x7ff, FloatFormat.DOUBLE);
    return decimal;
  }

  /** The digits, as a number: not more than 17, some of the last may be zeros. */
  long digits() {
    return digits;
  }

  /** The power of ten by which they are multiplied. */
  int exponent() {
    return exponent;
  }

  /**
   * Finds the digits of a number.
   *
   * @param value is finite
   */
  public static void analyze(double value, DoubleAnalyzer.Result result) {
    Decimals decimal = of(value);
    result.sign = Double.doubleToRawLongBits(value) < 0;
    result.exponent = decimal.scale(LEAST_OF_DOUBLE, DIGITS_OF_DOUBLE);
    result.mantissa = decimal.digits;
  }

  /**
   * Finds the digits of a number.
   *
   * @param value is finite
   */
  public static void analyze(float value, FloatAnalyzer.Result result) {
    int bits = Float.floatToRawIntBits(value);
    var decimal = new Decimals();
    decimal.find(bits & ((1 << 23) - 1), (bits >>> 23) & 0xff, FloatFormat.FLOAT);
    result.sign = bits < 0;
    result.exponent = decimal.scale(LEAST_OF_FLOAT, DIGITS_OF_FLOAT);
    result.mantissa = (int) decimal.digits;
  }

  /** Brings the digits to a fixed number of them, and says the exponent of the first. */
  private int scale(long least, int count) {
    if (digits == 0) {
      return 0;
    }
    while (digits < least) {
      digits *= 10;
      exponent--;
    }
    return exponent + count - 1;
  }

  private void find(long fraction, int biased, FloatFormat format) {
    if (biased == 0) {
      if (fraction != 0 && fraction < format.tiny) {
        // Two digits are asked for, and found with one more place.
        round(format.minExponent, 10 * fraction, false);
        exponent--;
      } else if (fraction != 0) {
        round(format.minExponent, fraction, false);
      }
      return;
    }
    long implicit = 1L << format.fractionBits;
    long significand = implicit | fraction;
    int shift = 1 - format.minExponent - biased;
    if (shift > 0 && shift <= format.fractionBits && (significand & ((1L << shift) - 1)) == 0) {
      digits = significand >>> shift;
      return;
    }
    round(-shift, significand, fraction == 0 && biased > 1);
  }

  /**
   * Finds the shortest decimal in the interval that is rounded to {@code c 2^q}.
   *
   * @param isPowerOfTwo the number below is only half as far away as the one above
   */
  private void round(int q, long c, boolean isPowerOfTwo) {
    long out = c & 1;
    long four = c << 2;
    int k = (int) ((q * 661_971_961_083L - (isPowerOfTwo ? 274_743_187_321L : 0)) >> 41);
    int h = q + PowersOfTen.floorLog2(-k) + 2;
    String powers = PowersOfTen.text();
    long high = PowersOfTen.high(powers, k);
    long low = PowersOfTen.low(powers, k);
    long value = roundedToOdd(high, low, four << h);
    long lower = roundedToOdd(high, low, (four - (isPowerOfTwo ? 1 : 2)) << h) + out;
    long upper = roundedToOdd(high, low, (four + 2) << h) - out;
    exponent = k;
    long s = value >> 2;
    if (s >= 100) {
      long below = s / 10 * 10;
      long above = below + 10;
      boolean belowFits = lower <= below << 2;
      if (belowFits != (above << 2 <= upper)) {
        digits = belowFits ? below : above;
        return;
      }
    }
    boolean fits = lower <= s << 2;
    if (fits != ((s + 1) << 2 <= upper)) {
      digits = fits ? s : s + 1;
      return;
    }
    long beyondHalf = value - ((2 * s + 1) << 1);
    digits = beyondHalf < 0 || (beyondHalf == 0 && (s & 1) == 0) ? s : s + 1;
  }

  /** The product's high bits; the lowest of them is set if anything below them is. */
  private static long roundedToOdd(long high, long low, long factor) {
    long z = ((high * factor) >>> 1) + Math.multiplyHigh(low, factor);
    long w = Math.multiplyHigh(high, factor) + (z >>> 63);
    return w | (((z & MASK_63) + MASK_63) >>> 63);
  }
}
