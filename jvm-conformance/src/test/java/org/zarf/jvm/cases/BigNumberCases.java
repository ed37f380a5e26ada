package org.zarf.jvm.cases;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.zarf.jvm.Bits;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** BigInteger and BigDecimal. */
final class BigNumberCases {

  private static final List<BigInteger> NUMBERS =
      List.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          BigInteger.valueOf(-1),
          BigInteger.TEN,
          BigInteger.valueOf(Long.MIN_VALUE),
          BigInteger.valueOf(Long.MAX_VALUE),
          new BigInteger("-123456789012345678901234567890"),
          BigInteger.TWO.pow(100));

  private BigNumberCases() {}

  static void sumsAndProducts(Lines out) {
    for (BigInteger a : NUMBERS) {
      for (BigInteger b : NUMBERS) {
        out.add(a.add(b), a.subtract(b), a.multiply(b));
      }
    }
  }

  static void quotients(Lines out) {
    for (BigInteger a : NUMBERS) {
      for (BigInteger b : NUMBERS) {
        out.outcome(() -> Arrays.toString(a.divideAndRemainder(b)));
        out.outcome(() -> a.mod(b));
      }
    }
  }

  static void bitwise(Lines out) {
    for (BigInteger a : NUMBERS) {
      for (BigInteger b : NUMBERS) {
        out.add(a.and(b), a.or(b), a.xor(b), a.andNot(b));
      }
      out.add(
          a.not(), a.bitLength(), a.bitCount(), a.getLowestSetBit(), a.testBit(40), a.setBit(70));
      out.add(a.clearBit(3), a.signum() < 0 ? a : a.flipBit(0));
    }
  }

  static void flippedBitsOfNegativeNumbers(Lines out) {
    out.add(BigInteger.valueOf(Long.MIN_VALUE).flipBit(0));
  }

  static void shiftsOfBigIntegers(Lines out) {
    for (BigInteger a : NUMBERS) {
      out.add(
          a.shiftLeft(33), a.shiftRight(33), a.shiftLeft(-5), a.shiftRight(-64), a.shiftRight(500));
    }
  }

  static void textOfBigIntegers(Lines out) {
    for (BigInteger a : NUMBERS) {
      out.add(a, a.toString(2), a.toString(16), a.toString(36));
    }
    out.add(new BigInteger("-ff", 16), new BigInteger("+7"), new BigInteger("000012"));
    out.outcome(() -> new BigInteger(""));
    out.outcome(() -> new BigInteger("1x"));
  }

  static void bytesOfBigIntegers(Lines out) {
    for (BigInteger a : NUMBERS) {
      byte[] bytes = a.toByteArray();
      out.add(Arrays.toString(bytes), new BigInteger(bytes).equals(a), new BigInteger(1, bytes));
    }
  }

  static void conversionsOfBigIntegers(Lines out) {
    for (BigInteger a : NUMBERS) {
      out.add(a.intValue(), a.longValue(), a.signum(), a.abs(), a.negate(), a.hashCode());
    }
  }

  static void bigIntegersAsDoubles(Lines out) {
    for (BigInteger a : NUMBERS) {
      out.bits(a.doubleValue());
      out.bits(a.floatValue());
    }
    out.add(BigInteger.TEN.pow(400).doubleValue());
  }

  static void exactConversions(Lines out) {
    for (BigInteger a : NUMBERS) {
      out.outcome(a::intValueExact);
      out.outcome(a::longValueExact);
      out.outcome(a::byteValueExact);
    }
  }

  static void modularArithmetic(Lines out) {
    BigInteger p = new BigInteger("170141183460469231731687303715884105727");
    BigInteger a = new BigInteger("987654321987654321");
    out.add(a.modPow(p.subtract(BigInteger.TWO), p), a.modInverse(p));
    out.add(a.modInverse(p).multiply(a).mod(p), BigInteger.TWO.modPow(BigInteger.valueOf(-1), p));
    out.outcome(() -> BigInteger.TWO.modInverse(BigInteger.valueOf(4)));
    out.outcome(() -> a.mod(p.negate()));
  }

  static void powersAndRoots(Lines out) {
    out.add(BigInteger.valueOf(-3).pow(41), BigInteger.TEN.pow(0), BigInteger.ZERO.pow(0));
    out.outcome(() -> BigInteger.TWO.pow(-1));
  }

  static void squareRootsOfBigIntegers(Lines out) {
    out.add(BigInteger.TWO.pow(101).sqrt(), BigInteger.valueOf(99).sqrt(), BigInteger.ZERO.sqrt());
  }

  static void greatestCommonDivisors(Lines out) {
    out.add(
        BigInteger.valueOf(84).gcd(BigInteger.valueOf(-36)), BigInteger.ZERO.gcd(BigInteger.TEN));
    out.add(BigInteger.TWO.pow(80).gcd(BigInteger.valueOf(6).pow(50)));
  }

  static void primality(Lines out) {
    for (long n : new long[] {1, 2, 4, 97, 561, 7919, 2147483647L, 2147483649L}) {
      out.add(n, BigInteger.valueOf(n).isProbablePrime(30));
    }
    out.add(BigInteger.valueOf(100).nextProbablePrime());
  }

  static void factorials(Lines out) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= 60; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    out.add(product, product.bitLength());
  }

  static void comparisonsOfBigIntegers(Lines out) {
    for (BigInteger a : NUMBERS) {
      for (BigInteger b : NUMBERS) {
        out.add(a.compareTo(b), a.equals(b), a.min(b), a.max(b));
      }
    }
  }

  static void scales(Lines out) {
    for (String text : List.of("0", "1.50", "-0.001", "1e3", "1E-10", "123.456e2", ".5", "10")) {
      BigDecimal a = new BigDecimal(text);
      out.add(a, a.scale(), a.unscaledValue(), a.toPlainString(), a.signum());
      out.add(a.toEngineeringString(), a.stripTrailingZeros(), a.negate(), a.hashCode());
    }
    out.outcome(() -> new BigDecimal("1..2"));
    out.outcome(() -> new BigDecimal(""));
  }

  static void decimalArithmetic(Lines out) {
    BigDecimal a = new BigDecimal("12.345");
    BigDecimal b = new BigDecimal("-0.67");
    out.add(a.add(b), a.subtract(b), a.multiply(b), a.remainder(b), a.divideToIntegralValue(b));
    out.add(a.pow(5), a.movePointLeft(4), a.movePointRight(2), a.scaleByPowerOfTen(3), a.abs());
  }

  static void decimalDivision(Lines out) {
    out.add(BigDecimal.ONE.divide(new BigDecimal("8")), BigDecimal.TEN.divide(new BigDecimal("4")));
    out.outcome(() -> BigDecimal.ONE.divide(new BigDecimal(3)));
    out.outcome(() -> BigDecimal.ONE.divide(BigDecimal.ZERO));
    out.add(BigDecimal.ONE.divide(new BigDecimal(3), 20, RoundingMode.HALF_UP));
    out.add(new BigDecimal(2).divide(new BigDecimal(3), MathContext.DECIMAL32));
  }

  static void roundingModes(Lines out) {
    for (RoundingMode mode : RoundingMode.values()) {
      for (String text : List.of("5.5", "2.5", "1.6", "1.1", "1.0", "-1.1", "-2.5", "-5.5")) {
        out.outcome(() -> mode + " " + new BigDecimal(text).setScale(0, mode));
      }
    }
  }

  static void mathContexts(Lines out) {
    BigDecimal a = new BigDecimal("123456.789");
    for (int digits : new int[] {0, 1, 4, 7, 20}) {
      MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
      out.add(context, a.round(context), a.multiply(a, context), a.plus(context));
    }
  }

  static void decimalsCompare(Lines out) {
    BigDecimal a = new BigDecimal("1.0");
    BigDecimal b = new BigDecimal("1.00");
    out.add(a.equals(b), a.compareTo(b), a.hashCode() == b.hashCode(), a.max(b), a.min(b).scale());
  }

  static void decimalsOfDoubles(Lines out) {
    out.add(
        new BigDecimal(0.1),
        new BigDecimal(2.5),
        BigDecimal.valueOf(0.1),
        BigDecimal.valueOf(100, 3));
    out.add(new BigDecimal("1e2").intValueExact(), new BigDecimal("3.99").intValue());
    out.outcome(() -> new BigDecimal("3.5").longValueExact());
    out.outcome(() -> new BigDecimal(Double.NaN));
  }

  static void doublesOfDecimals(Lines out) {
    for (String text : List.of("0.1", "-2.5", "1e400", "1e-400", "123456789.123456789", "3")) {
      out.bits(new BigDecimal(text).doubleValue());
    }
  }

  static void randomBigIntegers(Lines out, Bits bits) {
    for (int i = 0; i < 12; i++) {
      BigInteger a =
          BigInteger.valueOf(bits.nextLong())
              .shiftLeft(bits.below(90))
              .add(BigInteger.valueOf(bits.nextLong()));
      BigInteger b =
          BigInteger.valueOf(bits.nextLong()).multiply(BigInteger.valueOf(bits.nextLong()));
      out.add(a.multiply(b), a.add(b), a.xor(b), a.gcd(b), a.hashCode());
      out.outcome(() -> a.divide(b) + " " + a.remainder(b));
    }
  }

  static void randomBigDecimals(Lines out, Bits bits) {
    for (int i = 0; i < 12; i++) {
      BigDecimal a = new BigDecimal(BigInteger.valueOf(bits.nextLong()), bits.below(30) - 10);
      BigDecimal b = new BigDecimal(BigInteger.valueOf(bits.nextInt()), bits.below(12));
      out.add(a, b, a.add(b), a.multiply(b), a.compareTo(b), a.setScale(3, RoundingMode.FLOOR));
      out.outcome(() -> a.divide(b, 10, RoundingMode.HALF_EVEN));
    }
  }

  @Differs("another exception")
  static void signsWithoutDigits(Lines out) {
    out.outcome(() -> new BigInteger("-"));
  }

  static void precisionOfSmallDecimals(Lines out) {
    out.add(new BigDecimal("-0.001").precision(), new BigDecimal("12.50").precision());
  }
}
