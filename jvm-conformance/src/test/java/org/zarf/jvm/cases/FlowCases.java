package org.zarf.jvm.cases;

import java.util.List;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Statements and expressions: switches, loops, labels, conditions, text blocks, arrays. */
final class FlowCases {

  private FlowCases() {}

  private static String old(int i) {
    String text = "";
    switch (i) {
      case 1:
        text += "one ";
      case 2:
        text += "two ";
        break;
      default:
        text += "default ";
      case 3:
        text += "three ";
    }
    return text;
  }

  static void switchFallsThrough(Lines out) {
    for (int i = 0; i < 5; i++) {
      out.add(i, old(i));
    }
  }

  private static int sparse(int i) {
    return switch (i) {
      case Integer.MIN_VALUE -> 1;
      case -1000, 1000 -> 2;
      case 0 -> 3;
      case 1_000_000 -> 4;
      case Integer.MAX_VALUE -> 5;
      default -> 6;
    };
  }

  static void sparseSwitch(Lines out) {
    int[] values = {
      Integer.MIN_VALUE,
      -1000,
      -999,
      0,
      1,
      1000,
      1_000_000,
      Integer.MAX_VALUE,
      Integer.MIN_VALUE + 1
    };
    for (int value : values) {
      out.add(sparse(value));
    }
  }

  private static String byText(String s) {
    return switch (s) {
      case "Aa" -> "first";
      case "BB" -> "same hash";
      case "" -> "empty";
      case "\u00e9" -> "accent";
      default -> "other";
    };
  }

  static void stringSwitchWithEqualHashes(Lines out) {
    out.add("Aa".hashCode() == "BB".hashCode(), byText("Aa"), byText("BB"), byText("AaBB"));
    out.add(byText(""), byText("\u00e9"), byText(new String("BB")));
    out.outcome(() -> byText(null));
  }

  private static int yielding(String s) {
    return switch (s.length()) {
      case 0:
        yield -1;
      case 1, 2:
        int square = s.length() * s.length();
        yield square;
      default:
        if (s.startsWith("x")) {
          yield 100;
        }
        yield s.length();
    };
  }

  static void switchYields(Lines out) {
    out.add(yielding(""), yielding("a"), yielding("ab"), yielding("xyz"), yielding("abcd"));
  }

  static void switchOnCharsAndBoxes(Lines out) {
    for (Character c : List.of('a', 'z', '0')) {
      switch (c) {
        case 'a' -> out.add("a");
        case '0' -> out.add("zero");
        default -> out.add("letter");
      }
    }
    Integer none = null;
    out.outcome(
        () ->
            switch (none) {
              case 1 -> "one";
              default -> "other";
            });
  }

  static void switchInLoopContinues(Lines out) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      switch (i % 3) {
        case 0:
          continue;
        case 1:
          text.append('|');
          break;
        default:
          text.append(i);
      }
      text.append(';');
    }
    out.add(text);
  }

  static void labelledBreakAndContinue(Lines out) {
    StringBuilder text = new StringBuilder();
    outer:
    for (int i = 0; i < 5; i++) {
      for (int j = 0; ; j++) {
        if (j == i) {
          continue outer;
        }
        if (i * j == 6) {
          break outer;
        }
        text.append(i).append(j).append(' ');
      }
    }
    out.add(text);
  }

  static void labelledBlock(Lines out) {
    for (int i = 0; i < 3; i++) {
      block:
      {
        if (i == 1) {
          break block;
        }
        out.add("not skipped", i);
      }
      out.add("after", i);
    }
  }

  static void doWhileRunsOnce(Lines out) {
    int i = 10;
    do {
      i++;
    } while (i < 5);
    int n = 27;
    int steps = 0;
    do {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      steps++;
    } while (n != 1);
    out.add(i, steps);
  }

  static void forWithSeveralVariables(Lines out) {
    for (int i = 0, j = 10; i < j; i += 2, j--) {
      out.add(i, j);
    }
  }

  private static boolean say(Lines out, String what, boolean value) {
    out.add(what);
    return value;
  }

  static void conditionsAreLazy(Lines out) {
    out.add(say(out, "a", false) && say(out, "b", true));
    out.add(say(out, "c", true) || say(out, "d", true));
    out.add(say(out, "e", false) & say(out, "f", true));
    out.add(say(out, "g", true) | say(out, "h", true), say(out, "i", true) ^ say(out, "j", true));
  }

  static void booleanCompoundAssignment(Lines out) {
    boolean b = true;
    b &= say(out, "x", false);
    b |= say(out, "y", true);
    b ^= true;
    out.add(b);
  }

  static void conditionalsPromote(Lines out) {
    boolean yes = out != null;
    Object number = yes ? 1 : 2.0;
    Object boxed = yes ? Integer.valueOf(1) : Double.valueOf(2);
    char c = 'x';
    out.add(number, boxed, yes ? c : 0, yes ? 'a' : 70000, false ? 1 : 'b');
    Integer none = null;
    out.outcome(
        () -> {
          int value = out == null ? 1 : none;
          return value;
        });
  }

  static void nestedConditionals(Lines out) {
    for (int i = -1; i < 3; i++) {
      out.add(i < 0 ? "negative" : i == 0 ? "zero" : i == 1 ? "one" : "many");
    }
  }

  static void textBlocks(Lines out) {
    String block =
        """
        first
          indented "quoted" \"""
        joined \
        line
        tab\tend\s\s
        """;
    out.add(block.length(), block.replace("\n", "|"));
    out.add(
        """
        no newline at end""");
  }

  static void escapes(Lines out) {
    out.add("\b\t\n\f\r\"'\\\0\7\77\377".length(), (int) "\377".charAt(0), (int) '\u2028');
    for (char c : "\b\t\f\101\u0041\s".toCharArray()) {
      out.add((int) c);
    }
  }

  static void concatenationOfEverything(Lines out) {
    char c = 'c';
    String none = null;
    Object object = null;
    String text = "" + 1 + 2L + 3f + 4d + c + true + none + object + (byte) 5 + (short) 6;
    text += 7;
    text += 'x' + 1;
    out.add(text, 1 + 2 + "3" + 4 + 5, 'a' + 'b' + "c", "c" + 'a' + 'b');
  }

  static void concatenationIsInOrder(Lines out) {
    StringBuilder builder = new StringBuilder("a");
    int[] i = {0};
    String text = "" + i[0]++ + builder.append("b") + i[0]++ + builder + i[0];
    out.add(text);
  }

  static void internedConstants(Lines out) {
    String a = "he" + "llo";
    final String half = "he";
    out.add(a == "hello", half + "llo" == "hello", new String("hello") == "hello");
    out.add(a.equals(new String("hello")), "hello".substring(0) == a);
  }

  static void raggedArrays(Lines out) {
    int[][] rows = new int[4][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new int[i];
      for (int j = 0; j < i; j++) {
        rows[i][j] = i * j;
      }
    }
    for (int[] row : rows) {
      out.ints(row);
    }
    long[][][] cube = new long[2][3][4];
    cube[1][2][3] = 5;
    out.add(cube.length, cube[0].length, cube[1][2].length, cube[1][2][3], cube[0][0][0]);
    out.add(new int[3][0].length, new String[2][2][][].length);
  }

  static void arrayInitializersAndDefaults(Lines out) {
    boolean[] flags = new boolean[2];
    char[] chars = new char[1];
    String[] texts = new String[1];
    double[] doubles = new double[1];
    Object[] mixed = {1, "a", null, 'c', new int[0].length};
    out.add(flags[1], (int) chars[0], texts[0], doubles[0], mixed.length, mixed[4]);
  }

  @Differs("stores of another type are not checked")
  static void covariantArrayStores(Lines out) {
    Object[] objects = new String[2];
    objects[0] = "fine";
    out.outcome(() -> objects[1] = 5);
    Number[] numbers = new Integer[1];
    out.outcome(() -> numbers[0] = 2.5);
  }

  static void arrayCloneAndEquality(Lines out) {
    int[] a = {1, 2};
    int[] b = a.clone();
    b[0] = 9;
    int[][] deep = {{1}, {2}};
    int[][] shallow = deep.clone();
    shallow[0][0] = 7;
    out.add(a[0], a.equals(b), a.equals(a), deep[0][0], deep[0] == shallow[0]);
  }

  static void assignmentsAreExpressions(Lines out) {
    int a;
    int b;
    int c = a = b = 5;
    int[] array = {0, 1, 2};
    int i = 0;
    array[i] = i = 2;
    array[i] += array[i = 1] * 10;
    out.ints(a, b, c, i);
    out.ints(array);
  }

  private static int throwing(Lines out) {
    out.add("evaluated");
    throw new IllegalStateException("value");
  }

  static void operandsBeforeFailure(Lines out) {
    int[] none = null;
    int[] two = new int[2];
    out.message(() -> two[5] = throwing(out));
    out.message(
        () -> {
          none[0] = throwing(out);
          return 0;
        });
  }

  static void indexIsEvaluatedOnce(Lines out) {
    int[] calls = {0};
    int[] array = {10, 20, 30};
    array[calls[0]++] += 5;
    array[calls[0]++]++;
    array[calls[0]++] <<= 2;
    out.ints(array);
    out.ints(calls);
  }

  static void deepRecursion(Lines out) {
    out.add(depth(2000), fibonacci(15), ackermann(2, 5));
  }

  private static int depth(int n) {
    return n == 0 ? 0 : 1 + depth(n - 1);
  }

  private static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  private static int ackermann(int m, int n) {
    return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
  }

  static void manyLocalsAndWideTypes(Lines out) {
    long a = 1;
    double b = 2.5;
    long c = 3;
    float d = 4.5f;
    int e = 5;
    for (int i = 0; i < 3; i++) {
      long f = a + c;
      a = c;
      c = f;
      double g = b * 2;
      b = d;
      d = (float) g;
      e = (int) (e * f);
    }
    out.add(a, b, c, d, e);
  }

  static void varAndScopes(Lines out) {
    {
      var x = 1;
      out.add(x);
    }
    {
      var x = "text";
      out.add(x.length());
    }
    for (var x : new char[] {'a', 'b'}) {
      out.add(x);
    }
  }

  static void patternBindingsFlow(Lines out) {
    for (Object o : new Object[] {"abc", 5, ""}) {
      if (!(o instanceof String s)) {
        out.add("no string");
        continue;
      }
      out.add(s.length(), s.isEmpty() || !(o instanceof CharSequence q) ? "-" : q.charAt(0));
    }
  }
}
