package org.zarf.compiler.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FormatTextTest {

  private static final Object[] VALUES = {
    null,
    true,
    'x',
    (byte) -1,
    (short) -2,
    0,
    -5,
    1234567,
    Integer.MIN_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    new BigInteger("-123456789012345678901234567890"),
    new BigDecimal("1234567.8950"),
    new BigDecimal("-0.00045"),
    0.0,
    -0.0,
    1.005,
    0.25,
    99.95,
    9.999,
    -1234567.891,
    5e-324,
    1.7976931348623157e308,
    1e15,
    1e23,
    Double.NaN,
    Double.NEGATIVE_INFINITY,
    Double.POSITIVE_INFINITY,
    2.5f,
    0.1f,
    "text",
    List.of(1, 2)
  };

  private static String outcome(boolean isJdk, String format, Object... arguments) {
    try {
      if (isJdk) {
        return String.format(Locale.ROOT, format, arguments);
      }
      var text = new StringBuilder();
      FormatText.write(new Formatter(text, Locale.ROOT), text, format, arguments);
      return text.toString();
    } catch (IOException | IllegalArgumentException e) {
      return e.getClass().getName();
    }
  }

  private static void check(String format, Object... arguments) {
    assertThat(outcome(false, format, arguments))
        .as(() -> format + " of " + Arrays.toString(arguments))
        .isEqualTo(outcome(true, format, arguments));
  }

  @Test
  void everyConversionWithEveryFlag() {
    for (char conversion : "bBhHsScCdoxXeEf".toCharArray()) {
      for (String options :
          List.of(
              "", "12", "-12", "012", "+", " ", ",", "(", "#", ".0", ".1", ".2", "8.3", "-15.2",
              "015.1", "+,.2", "(,.2", "+ ", "-012", "-", "0", "20", "(20", "#012", "+,020.2",
              "#.0", "(,020.1")) {
        for (Object value : VALUES) {
          check("<%" + options + conversion + ">", value);
        }
      }
    }
  }

  @Test
  void randomNumbers() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      check("%." + random.nextInt(20) + "e", value);
      check("%." + random.nextInt(20) + "f", random.nextInt() / 1000.0);
      check("%." + random.nextInt(6) + "f", random.nextInt() / 64.0);
      check("%,." + random.nextInt(20) + "f", value);
      check("%.3f %.2e", (float) value, (float) value);
    }
  }

  @Test
  void argumentsAndEscapes() {
    check("%2$s %1$s %<s %s %s", "a", "b");
    check("100%% of %d%n", 5);
    check("%5%|%-5%|");
    check("%s %s", 1);
    check("%<s", 1);
    check("%3$s", 1);
    check("no specifier");
    check("%");
    check("%5");
    check("%q", 1);
    check("%--5d", 1);
    check("%.d", 1);
    check("%c%c", 0x1f600, (byte) 65);
    check("%c", 0x110000);
  }
}
