package org.zarf.compiler.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalReaderTest {

  private static final int TRIALS = 200_000;

  private static void check(String text) {
    assertThat(Double.doubleToLongBits(DecimalReader.parseDouble(text)))
        .as("%s as a double", text)
        .isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
    assertThat(Float.floatToIntBits(DecimalReader.parseFloat(text)))
        .as("%s as a float", text)
        .isEqualTo(Float.floatToIntBits(Float.parseFloat(text)));
  }

  @Test
  void randomDigits() {
    var random = new SplittableRandom(2);
    for (int i = 0; i < TRIALS; i++) {
      long digits = random.nextLong(1_000_000_000_000_000_000L) >>> random.nextInt(60);
      check(digits + "e" + random.nextInt(-345, 310));
      check(digits / 1000 + "." + digits % 1000);
    }
  }

  @Test
  void whatIsWrittenIsReadBack() {
    var random = new SplittableRandom(3);
    for (int i = 0; i < TRIALS; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      check(Double.toString(value));
      check(Float.toString(Float.intBitsToFloat(random.nextInt())));
    }
  }

  /** Half way between two numbers: exact where there are few digits. */
  @Test
  void ties() {
    var random = new SplittableRandom(4);
    for (int i = 0; i < TRIALS; i++) {
      long odd = random.nextLong(1L << 53, 1L << 54) | 1;
      check(Long.toString(odd));
      check(new BigDecimal(odd >>> 29 | 1).scaleByPowerOfTen(random.nextInt(20)).toPlainString());
      check(new BigDecimal((odd >>> 29 | 1) * 0x1p-7).toPlainString());
      check(new BigDecimal(odd & 0x1ffffff).multiply(new BigDecimal("0.5")).toPlainString());
    }
  }

  @Test
  void formsOfNumbers() {
    for (String text :
        new String[] {
          "0",
          "-0",
          "+0.0",
          "1.",
          ".5",
          "1e5",
          "1E+5",
          "1e-5",
          "  7\n",
          "1d",
          "2F",
          "1.5e3f",
          "NaN",
          "-NaN",
          "Infinity",
          "-Infinity",
          "+Infinity",
          "1e400",
          "-1e-400",
          "0e999999999999",
          "000000000000000000000000001",
          "0.00000000000000000000000000000000000001",
          "123456789012345678901234567890",
          "1e-2147483650",
          "1e2147483650",
          "4.9e-324",
          "2.4703282292062327e-324",
          "2.4703282292062328e-324",
          "1.7976931348623158e308",
          "1.7976931348623159e308",
          "3.4028235677973366e38",
          "7.006492321624085e-46"
        }) {
      check(text);
    }
  }

  @Test
  void whatIsNoNumber() {
    for (String text :
        new String[] {
          "",
          " ",
          "-",
          "+",
          ".",
          "e5",
          "1e",
          "1e+",
          "1 2",
          "1..2",
          "NaNf",
          "Infinityd",
          "1fd",
          "x",
          "--1",
          "1e5.5",
          "nan"
        }) {
      assertThatThrownBy(() -> Double.parseDouble(text)).isInstanceOf(NumberFormatException.class);
      assertThatThrownBy(() -> DecimalReader.parseDouble(text))
          .isInstanceOf(NumberFormatException.class);
      assertThatThrownBy(() -> DecimalReader.parseFloat(text))
          .isInstanceOf(NumberFormatException.class);
    }
  }
}
