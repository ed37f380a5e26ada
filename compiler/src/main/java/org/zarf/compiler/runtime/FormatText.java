package org.zarf.compiler.runtime;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.DuplicateFormatFlagsException;
import java.util.FormatFlagsConversionMismatchException;
import java.util.Formattable;
import java.util.FormattableFlags;
import java.util.Formatter;
import java.util.IllegalFormatCodePointException;
import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatFlagsException;
import java.util.IllegalFormatPrecisionException;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.MissingFormatWidthException;
import java.util.UnknownFormatConversionException;
import org.jspecify.annotations.Nullable;

/** Writes what {@link Formatter} makes of a format and its arguments, in every locale the same. */
public final class FormatText {

  private static final String FLAGS = "-#+ 0,(<";
  private static final String CONVERSIONS = "bBhHsScCdoxXeEf%n";

  private final Formatter formatter;
  private final Appendable out;
  private final String format;
  private final Object[] arguments;
  private int at;
  private int nextArgument;
  private int lastArgument = -1;

  private FormatText(Formatter formatter, Appendable out, String format, Object[] arguments) {
    this.formatter = formatter;
    this.out = out;
    this.format = format;
    this.arguments = arguments;
  }

  /** What stands between a percent sign and the letter that says the conversion. */
  private record Specifier(
      String text, int argument, String flags, int width, int precision, char conversion) {

    boolean has(char flag) {
      return flags.indexOf(flag) >= 0;
    }

    boolean isUpperCase() {
      return conversion < 'a';
    }

    void refuse(String refused) {
      for (int i = 0; i < refused.length(); i++) {
        if (has(refused.charAt(i))) {
          throw new FormatFlagsConversionMismatchException(refused.substring(i, i + 1), conversion);
        }
      }
    }

    void requireWidth(String flagsOfWidth) {
      for (int i = 0; i < flagsOfWidth.length(); i++) {
        if (has(flagsOfWidth.charAt(i)) && width < 0) {
          throw new MissingFormatWidthException(text);
        }
      }
    }

    void refusePrecision() {
      if (precision >= 0) {
        throw new IllegalFormatPrecisionException(precision);
      }
    }

    void requireNumeric() {
      requireWidth("-0");
      if ((has('+') && has(' ')) || (has('-') && has('0'))) {
        throw new IllegalFormatFlagsException(flags);
      }
    }

    IllegalFormatConversionException refused(Object argument) {
      return new IllegalFormatConversionException(conversion, argument.getClass());
    }
  }

  /** Writes a text. */
  public static void write(Formatter formatter, Appendable out, String format, Object[] arguments)
      throws IOException {
    new FormatText(formatter, out, format, arguments).write();
  }

  private void write() throws IOException {
    int start = 0;
    int percent = format.indexOf('%');
    while (percent >= 0) {
      out.append(format, start, percent);
      at = percent + 1;
      write(read(percent));
      start = at;
      percent = format.indexOf('%', at);
    }
    out.append(format, start, format.length());
  }

  private Specifier read(int percent) {
    int width = peek() == '0' ? -1 : readInt();
    int argument = -1;
    if (width >= 0 && peek() == '$') {
      at++;
      argument = width - 1;
      width = -1;
    }
    int flagsAt = at;
    while (width < 0 && FLAGS.indexOf(peek()) >= 0) {
      if (format.substring(flagsAt, at).indexOf(peek()) >= 0) {
        throw new DuplicateFormatFlagsException(String.valueOf(peek()));
      }
      at++;
    }
    String flags = format.substring(flagsAt, at);
    width = width < 0 ? readInt() : width;
    int precision = -1;
    if (peek() == '.') {
      at++;
      precision = readInt();
      if (precision < 0) {
        throw new UnknownFormatConversionException(".");
      }
    }
    if (at == format.length() || CONVERSIONS.indexOf(peek()) < 0) {
      throw new UnknownFormatConversionException(at == format.length() ? "%" : "" + peek());
    }
    char conversion = format.charAt(at++);
    String text = format.substring(percent, at);
    return new Specifier(text, argument, flags, width, precision, conversion);
  }

  /** The next character, or one that means nothing. */
  private char peek() {
    return at < format.length() ? format.charAt(at) : '\0';
  }

  private int readInt() {
    int value = -1;
    while (peek() >= '0' && peek() <= '9') {
      value = Math.max(value, 0) * 10 + peek() - '0';
      at++;
    }
    return value;
  }

  private void write(Specifier specifier) throws IOException {
    switch (specifier.conversion) {
      case 'n' -> out.append('\n');
      case '%' -> {
        specifier.requireWidth("-");
        justify(specifier, "%");
      }
      default -> write(specifier, argument(specifier));
    }
  }

  private @Nullable Object argument(Specifier specifier) {
    int index = specifier.argument;
    if (specifier.has('<')) {
      index = lastArgument;
    } else if (index < 0) {
      index = nextArgument++;
    }
    if (index < 0 || index >= arguments.length) {
      throw new MissingFormatArgumentException(specifier.text);
    }
    lastArgument = index;
    return arguments[index];
  }

  private void write(Specifier specifier, @Nullable Object argument) throws IOException {
    switch (specifier.conversion | 32) {
      case 'd', 'o', 'x' -> justify(specifier, integer(specifier, argument));
      case 'e', 'f' -> justify(specifier, decimal(specifier, argument));
      case 'c' -> justify(specifier, character(specifier, argument));
      default -> general(specifier, argument);
    }
  }

  private void justify(Specifier specifier, String text) throws IOException {
    String cased = specifier.isUpperCase() ? text.toUpperCase(Locale.ROOT) : text;
    String space = " ".repeat(Math.max(0, specifier.width - text.length()));
    out.append(specifier.has('-') ? cased + space : space + cased);
  }

  private void general(Specifier specifier, @Nullable Object argument) throws IOException {
    char conversion = (char) (specifier.conversion | 32);
    if (conversion != 's' || !(argument instanceof Formattable)) {
      specifier.refuse("#");
    }
    specifier.requireWidth("-");
    specifier.refuse("+ 0,(");
    if (conversion == 's' && argument instanceof Formattable formattable) {
      int flags =
          (specifier.has('-') ? FormattableFlags.LEFT_JUSTIFY : 0)
              | (specifier.isUpperCase() ? FormattableFlags.UPPERCASE : 0)
              | (specifier.has('#') ? FormattableFlags.ALTERNATE : 0);
      formattable.formatTo(formatter, flags, specifier.width, specifier.precision);
      return;
    }
    String text =
        switch (conversion) {
          case 'b' ->
              Boolean.toString(argument instanceof Boolean truth ? truth : argument != null);
          case 'h' -> argument == null ? "null" : Integer.toHexString(argument.hashCode());
          default -> String.valueOf(argument);
        };
    justify(specifier, cut(specifier, text));
  }

  private static String cut(Specifier specifier, String text) {
    boolean isLong = specifier.precision >= 0 && specifier.precision < text.length();
    return isLong ? text.substring(0, specifier.precision) : text;
  }

  private static String character(Specifier specifier, @Nullable Object argument) {
    specifier.refusePrecision();
    specifier.refuse("#+ 0,(");
    specifier.requireWidth("-");
    return switch (argument) {
      case null -> "null";
      case Character c -> c.toString();
      case Byte b -> codePoint(b);
      case Short s -> codePoint(s);
      case Integer i -> codePoint(i);
      default -> throw specifier.refused(argument);
    };
  }

  private static String codePoint(int value) {
    if (!Character.isValidCodePoint(value)) {
      throw new IllegalFormatCodePointException(value);
    }
    return new String(Character.toChars(value));
  }

  private static String integer(Specifier specifier, @Nullable Object argument) {
    specifier.requireNumeric();
    specifier.refusePrecision();
    specifier.refuse(specifier.conversion == 'd' ? "#" : ",");
    if (argument == null) {
      return "null";
    }
    if (argument instanceof BigInteger big) {
      int radix = specifier.conversion == 'd' ? 10 : specifier.conversion == 'o' ? 8 : 16;
      return signed(specifier, big.signum() < 0, prefix(specifier), big.abs().toString(radix));
    }
    int bits =
        switch (argument) {
          case Byte _ -> 8;
          case Short _ -> 16;
          case Integer _ -> 32;
          case Long _ -> 64;
          default -> throw specifier.refused(argument);
        };
    long value = ((Number) argument).longValue();
    if (specifier.conversion == 'd') {
      String text = Long.toString(value);
      return signed(specifier, value < 0, "", value < 0 ? text.substring(1) : text);
    }
    specifier.refuse("( +");
    long unsigned = value & (-1L >>> (64 - bits));
    boolean isOctal = specifier.conversion == 'o';
    String text = isOctal ? Long.toOctalString(unsigned) : Long.toHexString(unsigned);
    return signed(specifier, false, prefix(specifier), text);
  }

  private static String prefix(Specifier specifier) {
    return !specifier.has('#') ? "" : specifier.conversion == 'o' ? "0" : "0x";
  }

  private static String decimal(Specifier specifier, @Nullable Object argument) {
    specifier.requireNumeric();
    if (specifier.conversion != 'f') {
      specifier.refuse(",");
    }
    Digits digits;
    boolean negative;
    if (argument instanceof BigDecimal exact) {
      digits = Digits.of(exact);
      negative = exact.signum() < 0;
    } else if (argument instanceof Double || argument instanceof Float) {
      double value = ((Number) argument).doubleValue();
      if (Double.isNaN(value)) {
        return "NaN";
      }
      negative = Double.compare(value, 0) < 0;
      if (Double.isInfinite(value)) {
        return sign(specifier, negative) + "Infinity" + end(specifier, negative);
      }
      digits = Digits.of(value);
    } else if (argument == null) {
      return cut(specifier, "null");
    } else {
      throw specifier.refused(argument);
    }
    int precision = specifier.precision < 0 ? 6 : specifier.precision;
    String text =
        specifier.conversion == 'f' ? digits.fixed(precision) : digits.scientific(precision);
    if (specifier.has('#') && precision == 0) {
      int end = text.indexOf('e') < 0 ? text.length() : text.indexOf('e');
      text = text.substring(0, end) + "." + text.substring(end);
    }
    return signed(specifier, negative, "", text);
  }

  private static String sign(Specifier specifier, boolean negative) {
    if (negative) {
      return specifier.has('(') ? "(" : "-";
    }
    return specifier.has('+') ? "+" : specifier.has(' ') ? " " : "";
  }

  private static String end(Specifier specifier, boolean negative) {
    return negative && specifier.has('(') ? ")" : "";
  }

  private static String signed(
      Specifier specifier, boolean negative, String prefix, String magnitude) {
    String start = sign(specifier, negative) + prefix;
    String end = end(specifier, negative);
    String grouped = specifier.has(',') ? grouped(magnitude) : magnitude;
    int missing = specifier.width - start.length() - grouped.length() - end.length();
    String zeros = specifier.has('0') ? "0".repeat(Math.max(0, missing)) : "";
    return start + zeros + grouped + end;
  }

  private static String grouped(String magnitude) {
    int point = magnitude.indexOf('.');
    int end = point < 0 ? magnitude.length() : point;
    var text = new StringBuilder(magnitude);
    for (int i = end - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
