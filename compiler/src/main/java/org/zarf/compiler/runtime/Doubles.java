package org.zarf.compiler.runtime;

import org.teavm.interop.Import;
import org.teavm.interop.NoSideEffects;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Methods of {@code Math} that TeaVM's class library computes otherwise, or not at all. */
@Include("math.h")
public final class Doubles {

  private static final int FRACTION_BITS = 52;
  private static final int FLOAT_FRACTION_BITS = 23;

  private Doubles() {}

  /** {@link Math#rint}. */
  @Import(name = "rint")
  @Unmanaged
  @NoSideEffects
  public static native double rint(double a);

  /** {@link Math#cbrt}. */
  @Import(name = "cbrt")
  @Unmanaged
  @NoSideEffects
  public static native double cbrt(double a);

  /** {@link Math#log10}. */
  @Import(name = "log10")
  @Unmanaged
  @NoSideEffects
  public static native double log10(double a);

  /** {@link Math#hypot}. */
  @Import(name = "hypot")
  @Unmanaged
  @NoSideEffects
  public static native double hypot(double x, double y);

  @Import(name = "pow")
  @Unmanaged
  @NoSideEffects
  private static native double powOfC(double x, double y);

  @Import(name = "remainder")
  @Unmanaged
  @NoSideEffects
  private static native double remainderOfC(double x, double y);

  /** {@link Math#pow}: for C, one to any power is one. */
  public static double pow(double x, double y) {
    boolean isDefined = !Double.isNaN(y) && (Math.abs(x) != 1 || !Double.isInfinite(y));
    return isDefined ? powOfC(x, y) : Double.NaN;
  }

  /** {@link Math#IEEEremainder}. */
  @SuppressWarnings("MemberName") // as in Math
  public static double IEEEremainder(double x, double y) {
    return remainderOfC(x, y);
  }

  /** {@link Math#ceil}. */
  public static double ceil(double a) {
    return integer(a, false);
  }

  /** {@link Math#floor}. */
  public static double floor(double a) {
    return integer(a, true);
  }

  /** The next integer below or above; the C library forgets a carry between halves. */
  private static double integer(double a, boolean isBelow) {
    long bits = Double.doubleToRawLongBits(a);
    int exponent = ((int) (bits >>> FRACTION_BITS) & 0x7ff) - 1023;
    if (exponent >= FRACTION_BITS) {
      return a;
    }
    boolean isAway = (bits < 0) == isBelow;
    if (exponent < 0) {
      boolean isZero = bits << 1 == 0;
      return isZero || !isAway ? Double.longBitsToDouble(bits & Long.MIN_VALUE) : isBelow ? -1 : 1;
    }
    long fraction = -1L >>> (64 - FRACTION_BITS + exponent);
    return Double.longBitsToDouble((isAway ? bits + fraction : bits) & ~fraction);
  }

  /** {@link Math#ulp(double)}: the distance to the next number of greater magnitude. */
  public static double ulp(double a) {
    double magnitude = Math.abs(a);
    if (!(magnitude <= Double.MAX_VALUE)) {
      return magnitude;
    }
    int exponent = (int) (Double.doubleToRawLongBits(magnitude) >>> FRACTION_BITS);
    if (exponent > FRACTION_BITS) {
      return Double.longBitsToDouble((long) (exponent - FRACTION_BITS) << FRACTION_BITS);
    }
    return Double.longBitsToDouble(1L << Math.max(exponent - 1, 0));
  }

  /** {@link Math#ulp(float)}. */
  public static float ulp(float a) {
    float magnitude = Math.abs(a);
    if (!(magnitude <= Float.MAX_VALUE)) {
      return magnitude;
    }
    int exponent = Float.floatToRawIntBits(magnitude) >>> FLOAT_FRACTION_BITS;
    if (exponent > FLOAT_FRACTION_BITS) {
      return Float.intBitsToFloat((exponent - FLOAT_FRACTION_BITS) << FLOAT_FRACTION_BITS);
    }
    return Float.intBitsToFloat(1 << Math.max(exponent - 1, 0));
  }

  /** {@link Math#copySign(double, double)}. */
  public static double copySign(double magnitude, double sign) {
    return Double.longBitsToDouble(
        (Double.doubleToRawLongBits(magnitude) & Long.MAX_VALUE)
            | (Double.doubleToRawLongBits(sign) & Long.MIN_VALUE));
  }

  /** {@link Math#copySign(float, float)}. */
  public static float copySign(float magnitude, float sign) {
    return Float.intBitsToFloat(
        (Float.floatToRawIntBits(magnitude) & Integer.MAX_VALUE)
            | (Float.floatToRawIntBits(sign) & Integer.MIN_VALUE));
  }
}
