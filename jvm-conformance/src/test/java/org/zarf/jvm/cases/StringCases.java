package org.zarf.jvm.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.zarf.jvm.Bits;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Methods of String, builders, and what is outside ASCII. */
final class StringCases {

  private StringCases() {}

  static void searching(Lines out) {
    String s = "abracadabra";
    out.add(s.indexOf('a'), s.indexOf('a', 1), s.indexOf("bra", 2), s.indexOf("x"), s.indexOf(""));
    out.add(s.lastIndexOf('a'), s.lastIndexOf("abra"), s.lastIndexOf("a", 6), s.lastIndexOf("zz"));
    out.add(s.indexOf('a', -5), s.lastIndexOf('b', -1), s.contains("cad"));
    out.add(s.startsWith("bra", 1), s.endsWith("bra"), s.endsWith(""), s.startsWith("x"));
  }

  static void substrings(Lines out) {
    String s = "hello";
    out.add(s.substring(1), s.substring(1, 3), s.substring(5).isEmpty(), s.subSequence(0, 2));
    out.outcome(() -> s.charAt(5));
  }

  static void replacing(Lines out) {
    out.add("aaa".replace("aa", "b"), "a.b.c".replace(".", ""), "abc".replace("", "-"));
    out.add("banana".replace('a', 'o'), "x".replace('y', 'z'), "tatata".replace("ta", "tata"));
    out.add("a1b22".replaceAll("[0-9]+", "#"), "aXbX".replaceFirst("X", "\\$"));
    out.add("john smith".replaceAll("(\\w+) (\\w+)", "$2 $1"));
  }

  static void splitting(Lines out) {
    for (String text : List.of("a,b,c", ",a,,b,,", "", ",", "abc", "a, b ,c")) {
      out.add(text, text.split(",").length, Arrays.toString(text.split(",")));
      out.add(Arrays.toString(text.split(",", 2)), Arrays.toString(text.split(",", -1)));
    }
    out.add(Arrays.toString("a1b22c".split("\\d+")), Arrays.toString("abc".split("")));
    out.add(Arrays.toString("a|b".split("\\|")), Arrays.toString(" x  y ".split(" ")));
  }

  static void joining(Lines out) {
    out.add(String.join("-", "a", "b", "c"), String.join(",", List.of()), String.join("", "x"));
  }

  static void stripping(Lines out) {
    String s = " \t\u2003text\u00a0 \n";
    out.add("[" + s.strip() + "]", "[" + s.trim() + "]", s.stripLeading().length());
    out.add(s.stripTrailing().length(), " \u2003".isBlank(), "".isBlank(), "\u00a0".isBlank());
    out.add("\u0001x\u0001".trim().length(), "\u0001x\u0001".strip().length());
  }

  static void repeating(Lines out) {
    out.add("ab".repeat(3), "x".repeat(0).isEmpty(), "".repeat(100).length());
    out.outcome(() -> "x".repeat(-1));
  }

  static void translatedEscapes(Lines out) {
    out.add("a\\tb\\n\\\\".translateEscapes().length(), "\\101".translateEscapes());
  }

  static void translatedSpaces(Lines out) {
    out.add("\\s".translateEscapes().length(), "a\\sb".translateEscapes());
  }

  @Differs("the letter s")
  static void translatedSpacesAfterOctalNumbers(Lines out) {
    out.add("\\101\\s".translateEscapes());
  }

  static void charactersAsStreams(Lines out) {
    out.add(
        "h\u00e9\ud83d\ude00".chars().sum(), "h\u00e9\ud83d\ude00".codePoints().boxed().toList());
    out.add(
        "hello".chars().filter(c -> c == 'l').count(),
        "abc".chars().mapToObj(c -> (char) c).toList());
  }

  static void caseMapping(Lines out) {
    String s = "Stra\u00dfe \u00c9t\u00e9 \u03a3\u03c3\u03c2 i\u0130 \u01c5";
    out.add(s.toUpperCase(Locale.ROOT).substring(0, 4), "ABC xyz 1".toLowerCase(Locale.ROOT));
    out.add("\u00c9T\u00c9".toLowerCase(Locale.ROOT), "\u00e9\u03c3".toUpperCase(Locale.ROOT));
  }

  @Differs("letters whose other case is two letters stay as they are")
  static void caseMappingToSeveralLetters(Lines out) {
    out.add("Stra\u00dfe".toUpperCase(Locale.ROOT), "\ufb01".toUpperCase(Locale.ROOT));
  }

  static void ignoringCase(Lines out) {
    out.add(
        "\u00c9a".equalsIgnoreCase("\u00e9A"),
        "a".compareToIgnoreCase("B"),
        "I".equalsIgnoreCase("i"));
    out.add("xHELLO".regionMatches(true, 1, "hello", 0, 5), "x".regionMatches(0, "y", 0, 1));
    out.add("a".regionMatches(0, "a", 0, 5), "abc".regionMatches(-1, "abc", 0, 1));
  }

  static void comparing(Lines out) {
    out.add("a".compareTo("b"), "abc".compareTo("ab"), "".compareTo("x"), "Z".compareTo("a"));
    out.add(
        "\uffff".compareTo("\ud83d\ude00"),
        "a".equals(null),
        "a".contentEquals(new StringBuilder("a")));
    List<String> words = Arrays.asList("b", "B", "a", "\u00e4", "", "10", "9");
    words.sort(Comparator.naturalOrder());
    out.add(words);
  }

  static void hashes(Lines out) {
    out.add("".hashCode(), "a".hashCode(), "hello world".hashCode(), "\ud83d\ude00".hashCode());
    out.add("polygenelubricants".hashCode(), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".hashCode());
  }

  static void conversions(Lines out) {
    out.add(String.valueOf(1.5f), String.valueOf(true), String.valueOf((Object) null));
    out.add(
        String.valueOf(new char[] {'a', 'b'}),
        String.copyValueOf(new char[] {'a', 'b', 'c'}, 1, 2));
    out.add(new String(new char[] {'x', 'y', 'z'}, 1, 2), new String(new int[] {128512, 97}, 0, 2));
    char[] chars = "hello".toCharArray();
    "HELLO".getChars(1, 3, chars, 0);
    out.add(new String(chars), "abc".toCharArray().length);
    out.outcome(() -> String.valueOf((char[]) null));
  }

  static void codePoints(Lines out) {
    String s = "a\ud83d\ude00b";
    out.add(s.length(), s.codePointCount(0, s.length()), s.codePointAt(1), s.codePointAt(2));
    out.add(s.offsetByCodePoints(0, 2), s.codePointBefore(3), s.indexOf(128512));
    out.add(new StringBuilder().appendCodePoint(128512).length());
    out.outcome(() -> s.codePointAt(9));
  }

  static void surrogates(Lines out) {
    out.add(
        Character.isSurrogate('\ud83d'),
        Character.isHighSurrogate('\ude00'),
        Character.charCount(65536));
    out.add(Character.toCodePoint('\ud83d', '\ude00'), (int) Character.highSurrogate(128512));
    out.add(
        Character.isValidCodePoint(0x110000),
        Character.isBmpCodePoint(65535),
        Character.toChars(128512).length);
  }

  static void charactersByKind(Lines out) {
    for (char c :
        new char[] {
          'a', 'Z', '5', ' ', '_', '$', '\u00e9', '\u0661', '\u4e2d', '\n', '\u00a0', '\u2003'
        }) {
      out.add(
          Character.isLetter(c),
          Character.isDigit(c),
          Character.isLetterOrDigit(c),
          Character.isWhitespace(c),
          Character.isSpaceChar(c),
          Character.isUpperCase(c),
          Character.isLowerCase(c),
          Character.isJavaIdentifierStart(c),
          Character.isJavaIdentifierPart(c),
          Character.getType(c));
    }
  }

  static void digitsOfCharacters(Lines out) {
    for (char c : new char[] {'0', '9', 'a', 'F', 'z', '\u0665', '-'}) {
      out.add(
          Character.digit(c, 10),
          Character.digit(c, 16),
          Character.digit(c, 36),
          Character.getNumericValue(c));
    }
    out.add(
        Character.forDigit(11, 16),
        (int) Character.forDigit(16, 16),
        Character.reverseBytes('\u1234') + 0);
  }

  static void casesOfCharacters(Lines out) {
    for (char c : new char[] {'a', 'Z', '1', '\u00df', '\u00ff', '\u0131', '\u03c2', '\u0416'}) {
      out.add((int) Character.toUpperCase(c), (int) Character.toLowerCase(c));
    }
  }

  static void utf8(Lines out) {
    byte[] bytes = "a\u00e9\u20ac\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
    out.add(
        bytes.length, Arrays.toString(bytes), new String(bytes, StandardCharsets.UTF_8).length());
    out.add(new String(bytes, 1, 2, StandardCharsets.UTF_8));
    out.add(Arrays.toString("a\u00e9".getBytes(StandardCharsets.ISO_8859_1)));
    out.add(new String(new byte[] {(byte) 0xe9, 65}, StandardCharsets.ISO_8859_1));
    out.add(Arrays.toString("\u20acx".getBytes(StandardCharsets.US_ASCII)));
  }

  static void brokenUtf8(Lines out) {
    for (byte[] bytes :
        new byte[][] {{(byte) 0xc3}, {65, (byte) 0xff, 66}, {(byte) 0xe2, (byte) 0x82, 65}}) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      out.add(text.length(), text.replace('\ufffd', '?'));
    }
  }

  static void brokenUtf8OfManyKinds(Lines out) {
    int[] kinds = {
      65, 0xc3, 0xc1, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0xff, 0xe0, 0xf4, 0x90
    };
    int state = 1;
    for (int length = 1; length < 600; length += length < 8 ? 1 : 97) {
      int hash = 0;
      for (int round = 0; round < 20; round++) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
          state = state * 1103515245 + 12345;
          bytes[i] = (byte) kinds[(state >>> 16) & 15];
        }
        hash = 31 * hash + new String(bytes, StandardCharsets.UTF_8).hashCode();
      }
      out.add(length, hash);
    }
  }

  static void loneSurrogatesInUtf8(Lines out) {
    char[] kinds = {'a', '\u00e9', '\u20ac', '\ud83d', '\ude00'};
    int state = 1;
    for (int length = 1; length < 1100; length += length < 8 ? 1 : 173) {
      var text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        state = state * 1103515245 + 12345;
        text.append(kinds[(state >>> 16) % 5]);
      }
      out.add(length, Arrays.hashCode(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
  }

  static void utf16(Lines out) {
    out.add(Arrays.toString("a\u20ac".getBytes(StandardCharsets.UTF_16BE)));
    out.add(Arrays.toString("a\u20ac".getBytes(StandardCharsets.UTF_16LE)));
    out.add(new String(new byte[] {0x20, (byte) 0xac, 0, 97}, StandardCharsets.UTF_16BE));
  }

  static void builders(Lines out) {
    StringBuilder b = new StringBuilder("abc");
    b.append(1).append('x').append(2.5).append(true).append((String) null).append(new char[] {'q'});
    b.insert(0, "<").insert(2, 7).insert(b.length(), '>');
    out.add(b, b.length(), b.indexOf("c"), b.lastIndexOf("l"), b.charAt(2));
    b.setCharAt(0, '[');
    b.deleteCharAt(1).delete(1, 3).replace(0, 1, "((");
    out.add(b, b.substring(3), b.substring(1, 4));
    b.setLength(4);
    out.add(b, b.isEmpty());
  }

  @Differs("the exception is not that of strings")
  static void buildersOutOfBounds(Lines out) {
    StringBuilder b = new StringBuilder("abc");
    out.outcome(() -> b.charAt(3));
    out.outcome(() -> b.deleteCharAt(3));
    out.outcome(() -> b.insert(4, "x"));
    out.outcome(() -> b.delete(2, 1));
    out.add(b.delete(1, 99), b.replace(0, 99, "zz"));
  }

  static void buildersAppendRanges(Lines out) {
    StringBuilder b = new StringBuilder();
    b.append("hello", 1, 3).append(new char[] {'a', 'b', 'c'}, 1, 2).append(new StringBuilder("!"));
    b.append((Object) null).append(-0.0).append(1L << 40).append('a' + 1).append((char) 98);
    out.add(b, b.reverse(), b.chars().filter(c -> c == 'l').count());
    out.add(new StringBuilder("a").equals(new StringBuilder("a")), "x".concat("y"));
  }

  static void tokenizers(Lines out) {
    StringTokenizer tokens = new StringTokenizer("a b,,c", " ,");
    out.add(tokens.countTokens());
    while (tokens.hasMoreTokens()) {
      out.add(tokens.nextToken());
    }
    out.outcome(tokens::nextToken);
    out.add(new StringTokenizer("a=b", "=", true).countTokens());
  }

  static void charSequences(Lines out) {
    CharSequence sequence = new StringBuilder("xyz");
    out.add(sequence.charAt(1), sequence.length(), sequence.isEmpty());
    out.add("wxyz".contains(sequence), String.join("+", sequence, "a"), sequence.chars().sum());
  }

  static void formattedAndMatching(Lines out) {
    out.add("%d-%s".formatted(5, "x"));
    out.add("abc".matches("[a-c]+"), "abc".matches("ab"), "a\nb".matches("a.b"));
  }

  static void bigConcatenation(Lines out) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      b.append(i % 7).append(i % 100 == 0 ? "\u20ac" : "");
    }
    String s = b.toString();
    out.add(s.length(), s.hashCode(), s.indexOf("\u20ac", 1), s.substring(100, 120));
  }

  static void randomStrings(Lines out, Bits bits) {
    for (int i = 0; i < 30; i++) {
      String a = bits.nextString(8);
      String b = bits.nextString(3);
      // Not as text: see pairsInLongTexts.
      out.add(a.hashCode(), b.hashCode(), a.indexOf(b), a.compareTo(b), a.strip().hashCode());
      out.add(a.replace(b + "a", "<>").hashCode(), a.toUpperCase(Locale.ROOT).hashCode());
      out.add((b + a + b).lastIndexOf(b), Arrays.hashCode(a.split("b")));
      out.add(Arrays.hashCode(a.getBytes(StandardCharsets.UTF_8)));
    }
  }

  static void pairsInLongTexts(Lines out) {
    int hash = 0;
    for (int length = 0; length < 1200; length++) {
      String text = "x".repeat(length) + "\ud83d\ude00";
      hash = 31 * hash + Arrays.hashCode(text.getBytes(StandardCharsets.UTF_8));
    }
    out.add(hash);
  }

  @Differs("-1")
  static void emptyTextBeyondTheEnd(Lines out) {
    out.add("abc".indexOf("", 50));
  }

  @Differs("the exception is not that of strings")
  static void substringsOutOfBounds(Lines out) {
    String s = "hello";
    out.outcome(() -> s.substring(6));
    out.outcome(() -> s.substring(3, 2));
    out.outcome(() -> s.substring(-1));
  }

  @Differs("NullPointerException")
  static void joiningNull(Lines out) {
    out.add(String.join("/", Arrays.asList("a", null, "b")));
  }

  @Differs("the last line does not count")
  static void strippedIndentation(Lines out) {
    out.add("  a\n    b\n".stripIndent().replace("\n", "|"));
  }

  static void reversedSurrogates(Lines out) {
    out.add(new StringBuilder("a\ud83d\ude00b").reverse());
  }

  static void lengthenedBuilders(Lines out) {
    StringBuilder b = new StringBuilder("abcdef");
    b.setLength(2);
    b.setLength(4);
    out.add((int) b.charAt(3), b.length());
  }

  static void insertingBetweenSurrogates(Lines out) {
    out.add("\ud83d\ude00b".replace("", "-").length());
    out.add((int) "\ud83d\ude00b".replace("", "-").charAt(4));
  }
}
