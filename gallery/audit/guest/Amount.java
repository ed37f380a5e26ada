package org.zarf.gallery.audit;

/** Amounts of money: numbers of cents, as text with two decimals. */
final class Amount {

  private Amount() {}

  /**
   * The cents of an amount such as {@code -1234.50}.
   *
   * @throws MalformedException if the text is no amount, or one beyond 2^63 cents
   */
  static long parse(String text) throws MalformedException {
    boolean isNegative = text.startsWith("-");
    int start = isNegative ? 1 : 0;
    int point = text.length() - 3;
    if (point <= start || text.charAt(point) != '.') {
      throw new MalformedException("'" + text + "' is no amount with two decimals");
    }
    long cents = 0;
    for (int i = start; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (i == point) {
        continue;
      }
      if (digit < '0' || digit > '9' || cents > Long.MAX_VALUE / 10 - 1) {
        throw new MalformedException("'" + text + "' is no amount with two decimals");
      }
      cents = 10 * cents + (digit - '0');
    }
    return isNegative ? -cents : cents;
  }

  /** The text of an amount. */
  static String text(long cents) {
    long whole = Math.abs(cents);
    String digits = Long.toString(whole / 100) + "." + whole / 10 % 10 + whole % 10;
    return cents < 0 ? "-" + digits : digits;
  }
}
