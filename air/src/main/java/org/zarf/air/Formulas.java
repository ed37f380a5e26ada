package org.zarf.air;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zarf.algebra.KoalaBear;

/**
 * Writes expressions as formulas for people, with the names of columns. Parts that are integers of
 * known bounds, and long ones, are written once and given a name: {@code t1, t2, ..}, in the order
 * in which they are needed.
 *
 * <p>Arithmetic is that of the field: {@code x / 2^16} is the element that times 2^16 gives x.
 */
public final class Formulas {

  /** A factor longer than this many characters becomes a part of its own. */
  private static final int LONGEST_FACTOR = 72;

  /** Constants 2^-k are written as divisions for k up to this; other formulas have none. */
  private static final int MAX_LOG_DIVISOR = 16;

  /**
   * A part with a name.
   *
   * @param name such as {@code t1}
   * @param formula what the name stands for; may mention parts before it
   * @param bounds the integers that it ranges over, or "" if that is not known
   */
  public record Part(String name, String formula, String bounds) {}

  private enum Level {
    SUM,
    PRODUCT,
    ATOM
  }

  private record Text(String text, Level level, boolean isConstant) {}

  private final List<Part> parts = new ArrayList<>();
  private final Map<Part, Text> names = new HashMap<>();
  private final Reader<Text> reader = new Reader<>(new Writer());

  /** A writer that has named nothing yet. */
  public Formulas() {}

  /** The formula of an expression; it may mention {@link #parts}. */
  public String of(Expr expr) {
    return reader.read(expr).text;
  }

  /** The equation that an expression is zero: {@code x = y} where it is {@code x - y}. */
  public String equation(Expr expr) {
    return expr instanceof Expr.Difference(Expr left, Expr right)
        ? of(left) + " = " + of(right)
        : of(expr) + " = 0";
  }

  /** The formulas of a message, in parentheses. */
  public String of(List<Expr> message) {
    return "(" + String.join(", ", message.stream().map(this::of).toList()) + ")";
  }

  /** The parts that were named so far. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  private Text named(Text text, String bounds) {
    // The key has no name: the same formula is the same part.
    return names.computeIfAbsent(
        new Part("", text.text, bounds),
        key -> {
          String name = "t" + (parts.size() + 1);
          parts.add(new Part(name, text.text, bounds));
          return new Text(name, Level.ATOM, false);
        });
  }

  private static boolean startsWithMinus(Text text) {
    return text.text.startsWith("-");
  }

  private String parenthesised(Text text) {
    return text.text.length() > LONGEST_FACTOR ? named(text, "").text : "(" + text.text + ")";
  }

  private String factor(Text text) {
    boolean isSafe = text.level != Level.SUM && !startsWithMinus(text);
    return isSafe ? text.text : parenthesised(text);
  }

  private final class Writer implements Algebra<Text> {

    @Override
    public Text constant(int value) {
      int inverse = value == KoalaBear.ZERO ? 0 : KoalaBear.toInt(KoalaBear.inverse(value));
      if (inverse > 1 && inverse <= 1 << MAX_LOG_DIVISOR && Integer.bitCount(inverse) == 1) {
        return new Text("1 / " + integer(inverse), Level.PRODUCT, true);
      }
      int canonical = KoalaBear.toInt(value);
      int signed = canonical > KoalaBear.P / 2 ? canonical - KoalaBear.P : canonical;
      return new Text(integer(signed), signed < 0 ? Level.PRODUCT : Level.ATOM, true);
    }

    private static String integer(int value) {
      int magnitude = Math.abs(value);
      boolean isPower = magnitude >= 1 << 8 && Integer.bitCount(magnitude) == 1;
      String text =
          isPower ? "2^" + Integer.numberOfTrailingZeros(magnitude) : Integer.toString(magnitude);
      return value < 0 ? "-" + text : text;
    }

    @Override
    public Text leaf(Leaf leaf) {
      String text =
          switch (leaf) {
            case Cell cell -> cell.name();
            case Leaf.Next(Cell of) -> "next(" + of.name() + ")";
            case Leaf.BusChallenge(int power) ->
                power == 0 ? "gamma" : power == 1 ? "beta" : "beta^" + power;
            case Leaf.BusColumn(int column, boolean next) ->
                next ? "next(bus" + column + ")" : "bus" + column;
            case Leaf.InstanceIndex() -> "instance";
            case Leaf.PublishedSum() -> "published";
          };
      return new Text(text, Level.ATOM, false);
    }

    @Override
    public Text sum(Text left, Text right) {
      String joined =
          startsWithMinus(right)
              ? left.text + " - " + right.text.substring(1)
              : left.text + " + " + right.text;
      return new Text(joined, Level.SUM, false);
    }

    @Override
    public Text difference(Text left, Text right) {
      boolean isTerm = right.level != Level.SUM;
      if (isTerm && startsWithMinus(right)) {
        return new Text(left.text + " + " + right.text.substring(1), Level.SUM, false);
      }
      String subtracted = isTerm ? right.text : parenthesised(right);
      boolean isNegation = left.isConstant && left.text.equals("0");
      return isNegation
          ? new Text("-" + subtracted, Level.PRODUCT, false)
          : new Text(left.text + " - " + subtracted, Level.SUM, false);
    }

    @Override
    public Text product(Text left, Text right) {
      if (!left.isConstant && right.isConstant) {
        return scaled(right, left);
      }
      return left.isConstant
          ? scaled(left, right)
          : new Text(factor(left) + " * " + factor(right), Level.PRODUCT, false);
    }

    private Text scaled(Text constant, Text text) {
      String scaled =
          switch (constant.text) {
            case "-1" -> "-" + factor(text);
            case String scale when scale.startsWith("1 / ") -> factor(text) + scale.substring(1);
            case String scale -> scale + " * " + factor(text);
          };
      return new Text(scaled, Level.PRODUCT, false);
    }

    @Override
    public Text bounded(Text inner, long min, long max) {
      return inner.level == Level.ATOM ? inner : named(inner, min + " to " + max);
    }
  }
}
