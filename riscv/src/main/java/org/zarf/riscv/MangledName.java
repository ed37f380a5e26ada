package org.zarf.riscv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of functions as their programmers wrote them.
 *
 * <p>Rust's names are mangled in one of two ways: as {@code _ZN4core3fmt5write17h0123456789abcdefE}
 * and as {@code _RNvNtCs1234_4core3fmt5write}. Names of functions in C++ are mangled as the former,
 * without the hash, and with types behind them.
 */
final class MangledName {

  private static final Pattern HASH = Pattern.compile("h[0-9a-f]{16}");
  private static final Pattern ESCAPE = Pattern.compile("\\$([A-Z]{1,2}|u[0-9a-f]{1,6})\\$");

  private MangledName() {}

  /**
   * The name to show: without hashes, and in C++ without the types of parameters. A name that is
   * not mangled, or not in a way that is known here, stays as it is.
   */
  static String readable(String symbol) {
    try {
      if (symbol.startsWith("_R")) {
        return new RustName(symbol, 2).read();
      }
      if (symbol.startsWith("_ZN")) {
        return nested(symbol);
      }
      if (symbol.startsWith("_Z") && symbol.length() > 2 && Character.isDigit(symbol.charAt(2))) {
        var parts = new ArrayList<String>();
        int end = part(symbol, 2, parts);
        return end < symbol.length() && symbol.charAt(end) == 'I' ? symbol : parts.getFirst();
      }
    } catch (MalformedNameException e) {
      return symbol;
    }
    return symbol;
  }

  /** Reads {@code _ZN}, identifiers, {@code E}. */
  private static String nested(String symbol) throws MalformedNameException {
    var parts = new ArrayList<String>();
    int at = 3;
    // A constant member function.
    if (at < symbol.length() && symbol.charAt(at) == 'K') {
      at++;
    }
    while (at < symbol.length() && Character.isDigit(symbol.charAt(at))) {
      at = part(symbol, at, parts);
    }
    if (parts.isEmpty()) {
      return symbol;
    }
    String last = parts.getLast();
    if (symbol.startsWith("E", at)) {
      if (parts.size() > 1 && HASH.matcher(last).matches()) {
        return String.join(
            "::", parts.subList(0, parts.size() - 1).stream().map(MangledName::rust).toList());
      }
      return String.join("::", parts);
    }
    // Constructors and destructors are named by a letter and a digit.
    if (symbol.startsWith("C", at) && symbol.startsWith("E", at + 2)) {
      return String.join("::", parts) + "::" + last;
    }
    if (symbol.startsWith("D", at) && symbol.startsWith("E", at + 2)) {
      return String.join("::", parts) + "::~" + last;
    }
    return symbol;
  }

  /** Reads a length and so many characters; returns where they end. */
  private static int part(String symbol, int start, List<String> parts)
      throws MalformedNameException {
    int at = start;
    int length = 0;
    while (at < symbol.length() && Character.isDigit(symbol.charAt(at))) {
      length = Math.min(10 * length + symbol.charAt(at) - '0', symbol.length());
      at++;
    }
    if (length == 0 || length > symbol.length() - at) {
      throw new MalformedNameException();
    }
    parts.add(symbol.substring(at, at + length));
    return at + length;
  }

  /** Undoes what stands for characters that linkers do not allow in names. */
  private static String rust(String part) {
    String text = part.startsWith("_$") ? part.substring(1) : part;
    return ESCAPE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(escaped(match.group(1))))
        .replace("..", "::");
  }

  private static String escaped(String code) {
    return switch (code) {
      case "SP" -> "@";
      case "BP" -> "*";
      case "RF" -> "&";
      case "LT" -> "<";
      case "GT" -> ">";
      case "LP" -> "(";
      case "RP" -> ")";
      case "C" -> ",";
      default -> {
        int character = code.startsWith("u") ? Integer.parseInt(code.substring(1), 16) : -1;
        yield Character.isValidCodePoint(character) && !Character.isISOControl(character)
            ? Character.toString(character)
            : "$" + code + "$";
      }
    };
  }

  /** A name that breaks the rules of mangling. */
  static final class MalformedNameException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
