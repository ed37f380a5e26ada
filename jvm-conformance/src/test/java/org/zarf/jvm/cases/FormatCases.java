package org.zarf.jvm.cases;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zarf.jvm.Lines;

/** String.format and regular expressions. */
final class FormatCases {

  private FormatCases() {}

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  static void formatInts(Lines out) {
    out.add(format("%d|%5d|%-5d|%05d|%+d|%,d|%(d", 42, 42, 42, 42, 42, 1234567, -5));
    out.add(format("%d %d %d %d", (byte) -1, (short) 2, 3L, Integer.MIN_VALUE));
    out.add(format("[% d] [% d] [%+05d]", 7, -7, 7));
  }

  static void formatHexadecimal(Lines out) {
    out.add(format("%x|%X|%08x|%#x|%o|%x", 255, 255, 255, 255, 8, -1));
    out.add(format("%x %x %x", (byte) -1, -1L, (short) -2));
  }

  static void formatStrings(Lines out) {
    out.add(format("%s|%10s|%-10s|%.2s|%S|%5.1s|", "text", "text", "text", "text", "text", "text"));
    out.add(
        format("%s %s %s %s", null, true, 'c', List.of(1, 2)), format("%%|%n|%c", 'x').length());
  }

  static void formatBooleansAndChars(Lines out) {
    out.add(format("%b %b %b %B", true, null, "x", false), format("%c%C%c", 'a', 'b', 66));
  }

  static void formatArgumentsByPosition(Lines out) {
    out.add(format("%2$s-%1$s-%2$s-%<s-%s", "a", "b"));
  }

  static void formatFixed(Lines out) {
    out.add(
        format("%.2f|%8.3f|%-8.1f|%08.2f|%+.0f|%,.2f", 3.14159, 2.5, 1.25, -1.5, 2.0, 1234567.891));
    out.add(format("%f %f %.3f", 1.0, -0.0, 1e-5), format("%.1f %.1f %.0f", 0.25f, 99.95, 1e15));
  }

  static void formatHalves(Lines out) {
    out.add(format("%.0f %.0f %.0f %.1f %.1f %.2f", 0.5, 1.5, 2.5, 0.25, 0.35, 1.005));
  }

  static void formatSpecialDoubles(Lines out) {
    out.add(format("%f %f %5.1f", Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
  }

  static void formatScientific(Lines out) {
    out.add(format("%e|%.2e|%E|%.0e", 12345.678, 0.00012, 1e100, 5.5));
  }

  static void formatFailures(Lines out) {
    out.outcome(() -> format("%d", "text"));
    out.outcome(() -> format("%s %s", "one"));
    out.outcome(() -> format("%q", 1));
    out.outcome(() -> format("%.2d", 1));
    out.outcome(() -> format("%-d", 1));
    out.outcome(() -> format("%c", 0x110000));
  }

  static void formatters(Lines out) {
    StringBuilder text = new StringBuilder("> ");
    Formatter formatter = new Formatter(text);
    formatter.format("%d,", 1).format("%s", "b");
    out.add(text, formatter);
  }

  static void bytesInHexadecimal(Lines out) {
    byte[] bytes = {0, 1, 127, -128, -1};
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(format("%02x", b & 255));
    }
    out.add(text);
  }

  static void matching(Lines out) {
    Matcher matcher = Pattern.compile("(\\d+)-(\\d+)").matcher("10-20, 30-40");
    while (matcher.find()) {
      out.add(matcher.group(), matcher.group(1), matcher.group(2), matcher.start(), matcher.end(2));
    }
    out.add(matcher.reset("7-8").matches(), matcher.groupCount());
    out.outcome(() -> Pattern.compile("a").matcher("b").group());
  }

  static void namedGroups(Lines out) {
    Matcher matcher = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)").matcher("on 2024-03-01");
    out.add(matcher.find(), matcher.group("year"), matcher.group("month"), matcher.start("month"));
  }

  static void quantifiers(Lines out) {
    for (String pattern : List.of("a+?", "a*", "a{2}", "a{1,2}+", "(ab)*a", "a??b|a")) {
      Matcher matcher = Pattern.compile(pattern).matcher("aaabab");
      out.add(pattern, matcher.find() ? matcher.group() + "@" + matcher.start() : "none");
    }
  }

  static void characterClasses(Lines out) {
    String text = "aB3_ \u00e9\t-";
    for (String pattern :
        List.of(
            "\\w",
            "\\W",
            "\\d",
            "\\s",
            "[^a-z]",
            "[a-z&&[^b-d]]",
            "\\p{L}",
            "\\p{Upper}",
            ".",
            "[\\-_]")) {
      out.add(pattern, text.replaceAll(pattern, "#"));
    }
  }

  static void anchorsAndFlags(Lines out) {
    out.add(Pattern.compile("^b$", Pattern.MULTILINE).matcher("a\nb\nc").find());
    out.add(Pattern.compile("HELLO", Pattern.CASE_INSENSITIVE).matcher("say hello").find());
    out.add(Pattern.compile("a.b", Pattern.DOTALL).matcher("a\nb").matches(), "(?i)AbC".length());
    out.add(
        "xAx".replaceAll("(?i)a", "-"), "a b".replaceAll("\\b", "|"), "aXb".split("(?=X)").length);
  }

  static void lookarounds(Lines out) {
    out.add(
        "price 30 euro 40".replaceAll("\\d+(?= euro)", "#"), "ab cb".replaceAll("(?<=a)b", "#"));
    out.add("ab cb".replaceAll("(?<!a)b", "#"), "foobar foobaz".replaceAll("foo(?!bar)", "#"));
  }

  static void backReferences(Lines out) {
    out.add(
        "abcabc xyzxyy".replaceAll("(\\w{3})\\1", "<$1>"), "aa bb ab".replaceAll("(.)\\1", "="));
  }

  static void replacementsByMatchers(Lines out) {
    Matcher matcher = Pattern.compile("[a-z]").matcher("a1b2");
    StringBuffer text = new StringBuffer();
    while (matcher.find()) {
      matcher.appendReplacement(text, matcher.group().toUpperCase(Locale.ROOT) + matcher.start());
    }
    matcher.appendTail(text);
    out.add(text, Matcher.quoteReplacement("$1\\"), "a.b".replaceAll(Pattern.quote("."), "!"));
  }

  static void patternsSplitAndTest(Lines out) {
    Pattern comma = Pattern.compile("\\s*,\\s*");
    out.add(List.of(comma.split("a , b,c ,d")), comma.pattern(), comma);
    out.add(Pattern.matches("x*", "xxx"));
  }

  static void brokenPatterns(Lines out) {
    for (String pattern : List.of("(", "[a", "*", "a{2,1}", "\\")) {
      out.outcome(() -> Pattern.compile(pattern).pattern());
    }
  }

  static void matchResults(Lines out) {
    List<String> all = new ArrayList<>();
    Matcher matcher = Pattern.compile("(a)(b)?").matcher("aab");
    while (matcher.find()) {
      MatchResult result = matcher.toMatchResult();
      all.add(result.group() + result.start() + result.group(2));
    }
    out.add(all, matcher.hitEnd(), matcher.lookingAt());
  }
}
