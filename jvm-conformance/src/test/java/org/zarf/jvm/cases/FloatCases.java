package org.zarf.jvm.cases;

import org.zarf.jvm.Bits;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Arithmetic on float and double, and their text. */
final class FloatCases {

  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1,
    -1,
    0.1,
    -0.5,
    0.5,
    1.5,
    2.5,
    -1.5,
    -2.5,
    3.7,
    -3.7,
    1e10,
    -1e10,
    1e19,
    -1e19,
    1e300,
    1e-300,
    4.9e-324,
    Double.MAX_VALUE,
    Double.MIN_NORMAL,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    2147483647.5,
    -2147483648.5,
    9007199254740993.0,
    0.49999999999999994,
    4503599627370497.5
  };
  private static final float[] FLOATS = {
    0.0f,
    -0.0f,
    1,
    -1,
    0.1f,
    0.5f,
    -0.5f,
    1.5f,
    2.5f,
    -2.5f,
    3.7f,
    1e10f,
    -1e19f,
    1e38f,
    1e-40f,
    Float.MAX_VALUE,
    Float.MIN_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
    16777217f,
    8388609.5f,
    0.49999997f
  };

  private FloatCases() {}

  static void doubleArithmetic(Lines out) {
    for (double a : DOUBLES) {
      for (double b : DOUBLES) {
        out.bits(a + b, a - b, a * b, a / b, -a);
      }
    }
  }

  static void floatArithmetic(Lines out) {
    for (float a : FLOATS) {
      for (float b : FLOATS) {
        out.bits(a + b, a - b, a * b, a / b, -a);
      }
    }
  }

  static void doubleRemainder(Lines out) {
    for (double a : DOUBLES) {
      for (double b : new double[] {3, -3, 0.1, 0, -0.0, 1e300, Double.NaN, 1 / 0.0, 2.5}) {
        out.bits(a % b);
      }
    }
  }

  static void floatRemainder(Lines out) {
    for (float a : FLOATS) {
      for (float b : new float[] {3, -3, 0.1f, 0, -0.0f, 1e38f, Float.NaN, 2.5f}) {
        out.bits(a % b);
      }
    }
  }

  static void comparisons(Lines out) {
    for (double a : DOUBLES) {
      for (double b : DOUBLES) {
        out.add(a < b, a <= b, a > b, a >= b, a == b, a != b, Double.compare(a, b));
      }
    }
    for (float a : FLOATS) {
      for (float b : FLOATS) {
        out.add(a < b, !(a < b), !(a >= b), a == b, Float.compare(a, b));
      }
    }
  }

  static void doubleToIntegers(Lines out) {
    for (double a : DOUBLES) {
      out.longs((int) a, (long) a, (short) a, (byte) a, (char) a);
    }
  }

  static void floatToIntegers(Lines out) {
    for (float a : FLOATS) {
      out.longs((int) a, (long) a, (short) a, (byte) a, (char) a);
    }
  }

  static void integersToFloats(Lines out) {
    for (long a :
        new long[] {
          0,
          1,
          -1,
          16777217,
          33554435,
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          (1L << 53) + 1,
          -(1L << 53) - 3,
          0x7fffffbfffffffffL,
          0x7fffff4000000001L
        }) {
      out.bits((double) a, (double) (int) a);
      out.bits((float) a, (float) (int) a);
    }
  }

  static void betweenFloatAndDouble(Lines out) {
    for (double a : DOUBLES) {
      out.bits((float) a);
    }
    for (float a : FLOATS) {
      out.bits((double) a);
    }
  }

  static void doubleText(Lines out) {
    for (double a : DOUBLES) {
      out.add(a, Double.toString(-a), "" + a * 3);
    }
    out.add(
        1e7,
        9999999.0,
        1.0E-3,
        9.99e-4,
        123456789.125,
        2e-3,
        1e21,
        1e22,
        1e23,
        2.2250738585072014e-308);
    out.add(100.0, 1234567.0, 12345678.0, 0.001, 2.0E-4, 5e-324, 3.0e10);
  }

  static void floatText(Lines out) {
    for (float a : FLOATS) {
      out.add(a, Float.toString(-a), "" + a * 3);
    }
    out.add(1e7f, 9999999f, 1.0E-3f, 9.99e-4f, 1.17549435E-38f, 3.4e38f, 33554432f, 2e-45f);
  }

  static void parsingDoubles(Lines out) {
    for (String text :
        new String[] {
          "0",
          "-0",
          "1",
          "1.",
          ".5",
          "1e10",
          "1E-10",
          "+3.5",
          " 7 ",
          "NaN",
          "-Infinity",
          "Infinity",
          "1e400",
          "1e-400",
          "4.9e-324",
          "2.4703282292062327e-324",
          "1.7976931348623157e308",
          "1.7976931348623159e308",
          "9007199254740993",
          "0.1",
          "3.14159265358979323846",
          "1d",
          "2f",
          "123456789012345678901234567890",
          "2.2250738585072011e-308",
          "2.2250738585072012e-308"
        }) {
      out.bits(Double.parseDouble(text));
      out.bits(Float.parseFloat(text));
    }
  }

  @Differs("hexadecimal is refused")
  static void parsingHexadecimal(Lines out) {
    for (String text : new String[] {"0x1p3", "0x1.8p1", "-0x1.fffffffffffffp1023", "0x1p-1074"}) {
      out.outcome(() -> Double.parseDouble(text));
    }
  }

  static void parsingBadNumbers(Lines out) {
    for (String text : new String[] {"", " ", ".", "e5", "1e", "1e+", "--1", "1.2.3", "x", "1 2"}) {
      out.outcome(() -> Double.parseDouble(text));
      out.outcome(() -> Float.parseFloat(text));
    }
    out.outcome(() -> Double.parseDouble(null));
  }

  static void hexadecimalText(Lines out) {
    for (double a : DOUBLES) {
      out.outcome(() -> Double.toHexString(a));
    }
  }

  static void rounding(Lines out) {
    for (double a : DOUBLES) {
      out.longs(Math.round(a));
      out.bits(Math.floor(a), Math.ceil(a), Math.rint(a));
    }
  }

  static void roundingFloats(Lines out) {
    for (float a : FLOATS) {
      out.ints(Math.round(a));
    }
  }

  static void squareRoots(Lines out) {
    for (double a : DOUBLES) {
      out.bits(Math.sqrt(a), Math.abs(a), Math.signum(a));
      out.bits((float) Math.sqrt((float) a));
    }
  }

  static void cubeRootsOfCubes(Lines out) {
    out.bits(Math.cbrt(27), Math.cbrt(-8), Math.cbrt(0.0), Math.cbrt(-0.0), Math.cbrt(1));
  }

  static void minAndMax(Lines out) {
    for (double a : DOUBLES) {
      for (double b : DOUBLES) {
        out.bits(Math.min(a, b), Math.max(a, b));
      }
    }
    for (float a : FLOATS) {
      for (float b : FLOATS) {
        out.bits(Math.min(a, b), Math.max(a, b));
      }
    }
  }

  static void rawBits(Lines out) {
    for (double a : DOUBLES) {
      out.longs(Double.doubleToLongBits(a), Double.doubleToRawLongBits(a), Double.hashCode(a));
    }
    for (float a : FLOATS) {
      out.ints(Float.floatToIntBits(a), Float.floatToRawIntBits(a), Float.hashCode(a));
    }
    out.bits(Double.longBitsToDouble(0x7ff8000000000001L), Double.longBitsToDouble(1));
    out.bits(Float.intBitsToFloat(0x7fc00001), Float.intBitsToFloat(1));
  }

  static void neighbours(Lines out) {
    for (double a : DOUBLES) {
      out.bits(Math.nextUp(a), Math.nextDown(a), Math.ulp(a));
    }
    out.ints(Math.getExponent(1e300), Math.getExponent(0.0), Math.getExponent(1e-310));
  }

  static void signsAndScales(Lines out) {
    out.bits(
        Math.copySign(3, -0.0), Math.copySign(-3, 1), Math.scalb(1.5, 10), Math.scalb(3, -1080));
    out.bits(Math.IEEEremainder(10, 3), Math.IEEEremainder(11, 3), Math.IEEEremainder(-7, 2));
  }

  static void exactPowersAndLogarithms(Lines out) {
    out.bits(Math.pow(2, 10), Math.pow(3, 3), Math.pow(-2, 3), Math.pow(5, 0), Math.pow(4, 0.5));
    out.bits(Math.pow(0, -1), Math.pow(-0.0, -3), Math.pow(Double.NaN, 0), Math.pow(1, Double.NaN));
    out.bits(Math.exp(0), Math.log(1), Math.log(0), Math.log(-1), Math.log10(1000), Math.exp(-1e9));
  }

  static void exactTrigonometry(Lines out) {
    out.bits(Math.sin(0), Math.sin(-0.0), Math.cos(0), Math.tan(0), Math.atan(0), Math.asin(0));
    out.bits(
        Math.sin(1 / 0.0),
        Math.acos(2),
        Math.hypot(3, 4),
        Math.toRadians(180),
        Math.toDegrees(Math.PI));
    out.bits(Math.atan2(0.0, 1), Math.atan2(-0.0, 1), Math.atan2(0.0, -1), Math.atan2(1, 0));
  }

  static void transcendentalsToTwelveDigits(Lines out) {
    for (double a = -3; a < 3; a += 0.37) {
      double[] values = {
        Math.sin(a), Math.cos(a), Math.tan(a), Math.exp(a), Math.log(a + 4), Math.atan(a)
      };
      for (double value : values) {
        out.longs(Math.round(value * 1e12 / 8) / 128);
      }
    }
  }

  static void remaindersAndPowers(Lines out) {
    for (double a : DOUBLES) {
      out.bits(Math.IEEEremainder(a, 3), Math.IEEEremainder(a, -0.1));
      out.bits(Math.pow(1, a), Math.pow(-1, a), Math.pow(a, 0), Math.ulp(a), Math.ulp((float) a));
    }
  }

  static void nanIsNotItself(Lines out) {
    double nan = 0.0 / 0.0;
    Double box = nan;
    out.add(
        nan == nan,
        nan != nan,
        box.equals(nan),
        Double.isNaN(nan),
        box.equals(0.0),
        nan > 1,
        nan < 1);
    out.add(0.0 == -0.0, Double.valueOf(0.0).equals(-0.0), 1 / 0.0, 1 / -0.0, Math.min(0.0, -0.0));
    out.add(Float.NaN == Float.NaN, Double.isFinite(nan), Double.isInfinite(1 / 0.0));
  }

  static void divisionByZeroDoesNotThrow(Lines out) {
    double zero = DOUBLES[0];
    out.add(1 / zero, -1 / zero, zero / zero, 5 % zero, 1f / (float) zero);
  }

  static void compoundAssignment(Lines out) {
    int i = 10;
    i *= 1.55;
    long l = 1L << 60;
    l += 0.5f;
    float f = 16777216f;
    f++;
    double d = 0.1;
    d += 0.2;
    char c = 'a';
    c += 1.9;
    out.add(i, l, f, d, c);
  }

  static void mixedArithmetic(Lines out) {
    int i = 7;
    long l = 1L << 62;
    float f = 0.1f;
    double d = 0.1;
    out.add(
        i / 2 * 1.0, i / 2.0, f + d, f * i, l + f, l * d, f == d, (float) d == f, 1 / 3f, 1 / 3.0);
  }

  static void sumsAreStrict(Lines out) {
    double sum = 0;
    float single = 0;
    for (int i = 1; i <= 1000; i++) {
      sum += 1.0 / i;
      single += 1.0f / i;
    }
    out.bits(sum, single);
    double product = 1;
    for (int i = 1; i < 300; i++) {
      product *= 1 + 1.0 / (i * i);
    }
    out.bits(product);
  }

  static void overflowAndUnderflow(Lines out) {
    double huge = Double.MAX_VALUE;
    double tiny = Double.MIN_VALUE;
    out.bits(
        huge * 2,
        huge + huge * 1e-16,
        tiny / 2,
        tiny * 0.75,
        1e-200 * 1e-200,
        Double.MIN_NORMAL / 3);
    out.bits(Float.MAX_VALUE * 2, Float.MIN_VALUE / 2, 1e-30f * 1e-10f);
  }

  static void randomDoubles(Lines out, Bits bits) {
    for (int i = 0; i < 40; i++) {
      double a = bits.nextDouble();
      double b = bits.nextDouble();
      out.bits(a + b, a - b, a * b, a / b, Math.sqrt(a), Math.floor(b), Math.rint(a));
      out.longs((long) a, (int) b, Math.round(a));
      out.bits((float) a, (float) a * (float) b);
    }
  }

  static void randomDoubleText(Lines out, Bits bits) {
    for (int i = 0; i < 60; i++) {
      double a = bits.nextDouble();
      float b = (float) bits.nextDouble();
      out.add(a, b, Float.intBitsToFloat(bits.nextInt()));
      out.bits(Double.parseDouble(Double.toString(a)));
      out.bits(Float.parseFloat(Float.toString(b)));
    }
  }

  static void randomParsing(Lines out, Bits bits) {
    for (int i = 0; i < 40; i++) {
      String text = bits.nextLong() + "." + bits.below(100000) + "e" + (bits.below(640) - 330);
      out.bits(Double.parseDouble(text));
      out.bits(Float.parseFloat(text));
    }
  }
}
