package org.zarf.compiler.runtime;

import java.math.BigDecimal;

/**
 * A decimal number without its sign.
 *
 * @param text its digits, without zeros before the first other one
 * @param exponent that of the first digit
 */
record Digits(String text, int exponent) {

  static Digits of(double value) {
    Decimals decimal = Decimals.of(value);
    String text = Long.toString(decimal.digits());
    return new Digits(text, decimal.exponent() + text.length() - 1);
  }

  static Digits of(BigDecimal value) {
    String text = value.unscaledValue().abs().toString();
    return new Digits(text, text.length() - 1 - value.scale());
  }

  private boolean isZero() {
    return text.equals("0");
  }

  /** With so many digits behind the point; halves are rounded up. */
  String fixed(int precision) {
    String rounded = isZero() ? "" : rounded(exponent + 1 + precision);
    String padded = "0".repeat(Math.max(0, precision + 1 - rounded.length())) + rounded;
    int point = padded.length() - precision;
    return precision == 0 ? padded : padded.substring(0, point) + "." + padded.substring(point);
  }

  /** With one digit before the point, so many behind it, and an exponent. */
  String scientific(int precision) {
    String rounded = isZero() ? "0".repeat(precision + 1) : rounded(precision + 1);
    int power = isZero() ? 0 : exponent + rounded.length() - (precision + 1);
    return rounded.charAt(0)
        + (precision == 0 ? "" : "." + rounded.substring(1, precision + 1))
        + (power < 0 ? "e-" : "e+")
        + (Math.abs(power) < 10 ? "0" : "")
        + Math.abs(power);
  }

  /** The first digits; one more of them if the last that is cut off rounds up to it. */
  private String rounded(int count) {
    if (count >= text.length()) {
      return text + "0".repeat(count - text.length());
    }
    if (count < 0) {
      return "";
    }
    char[] digits = text.substring(0, count).toCharArray();
    if (text.charAt(count) < '5') {
      return new String(digits);
    }
    int last = count - 1;
    while (last >= 0 && digits[last] == '9') {
      digits[last--] = '0';
    }
    if (last < 0) {
      return "1" + new String(digits);
    }
    digits[last]++;
    return new String(digits);
  }
}
