package org.zarf.compiler.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.teavm.classlib.impl.text.DoubleAnalyzer;
import org.teavm.classlib.impl.text.FloatAnalyzer;

class DecimalsTest {

  private static final int TRIALS = 200_000;

  private static void check(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return;
    }
    var result = new DoubleAnalyzer.Result();
    Decimals.analyze(value, result);
    assertThat(decimal(result.sign, result.mantissa, result.exponent - 17))
        .as("the digits of %a", value)
        .isEqualByComparingTo(new BigDecimal(Double.toString(value)));
    assertThat(result.mantissa).isBetween(100_000_000_000_000_000L, 999_999_999_999_999_999L);
  }

  private static void check(float value) {
    if (!Float.isFinite(value) || value == 0) {
      return;
    }
    var result = new FloatAnalyzer.Result();
    Decimals.analyze(value, result);
    assertThat(decimal(result.sign, result.mantissa, result.exponent - 8))
        .as("the digits of %a", value)
        .isEqualByComparingTo(new BigDecimal(Float.toString(value)));
    assertThat(result.mantissa).isBetween(100_000_000, 999_999_999);
  }

  private static BigDecimal decimal(boolean negative, long digits, int exponent) {
    return new BigDecimal(BigInteger.valueOf(negative ? -digits : digits), -exponent);
  }

  @Test
  void everyBinaryExponent() {
    for (int exponent = -1074; exponent < 1024; exponent++) {
      double power = Math.scalb(1.0, exponent);
      check(power);
      check(Math.nextUp(power));
      check(-Math.nextDown(power));
      check((float) power);
      check(Math.nextUp((float) power));
      check(Math.nextDown((float) power));
    }
  }

  @Test
  void everyDecimalExponent() {
    for (int exponent = -330; exponent < 309; exponent++) {
      for (int digit = 1; digit < 100; digit++) {
        check(Double.parseDouble(digit + "e" + exponent));
        check(Float.parseFloat(digit + "e" + exponent));
      }
    }
  }

  @Test
  void smallestNumbers() {
    for (int i = 1; i < 2000; i++) {
      check(Double.longBitsToDouble(i));
      check(Float.intBitsToFloat(i));
    }
  }

  @Test
  void randomBits() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < TRIALS; i++) {
      check(Double.longBitsToDouble(random.nextLong()));
      check(Float.intBitsToFloat(random.nextInt()));
      check(random.nextInt(1, 1_000_000) / 1000.0);
      check(random.nextInt(1, 100_000_000) / 8f);
    }
  }

  @Test
  void zeroHasNoDigits() {
    var result = new DoubleAnalyzer.Result();
    Decimals.analyze(-0.0, result);
    assertThat(result.mantissa).isZero();
    assertThat(result.exponent).isZero();
    assertThat(result.sign).isTrue();
  }
}
