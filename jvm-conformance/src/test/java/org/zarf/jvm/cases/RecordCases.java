package org.zarf.jvm.cases;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zarf.jvm.Bits;
import org.zarf.jvm.Lines;

/** Records, sealed types and patterns. */
final class RecordCases {

  record Point(int x, int y) {}

  record Every(
      boolean a, byte b, short c, char d, int e, long f, float g, double h, String i, Object j) {}

  record Empty() {}

  record Range(int low, int high) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException(low + " > " + high);
      }
    }

    Range(int only) {
      this(only, only);
    }

    static Range parse(String text) {
      String[] parts = text.split("-");
      return new Range(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    int size() {
      return high - low;
    }
  }

  record Name(String text) {
    Name {
      text = text.strip();
    }

    @Override
    public String toString() {
      return "<" + text + ">";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Name(String t) && t.equalsIgnoreCase(text);
    }

    @Override
    public int hashCode() {
      return text.toLowerCase().hashCode();
    }
  }

  record Pair<A, B>(A first, B second) {
    <C> Pair<A, C> with(C other) {
      return new Pair<>(first, other);
    }
  }

  record Ordered(String name, int age) implements Comparable<Ordered> {
    @Override
    public int compareTo(Ordered other) {
      return Integer.compare(age, other.age);
    }
  }

  record Node(int value, Node next) {}

  record Bytes(int[] data) {}

  sealed interface Shape permits Circle, Square, Group {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  record Group(Shape left, Shape right) implements Shape {}

  sealed interface Expr {
    record Num(int value) implements Expr {}

    record Add(Expr left, Expr right) implements Expr {}

    record Mul(Expr left, Expr right) implements Expr {}

    record Neg(Expr of) implements Expr {}
  }

  abstract static sealed class Animal {
    static final class Dog extends Animal {}

    static final class Cat extends Animal {
      final int lives = 9;
    }

    static non-sealed class Other extends Animal {}
  }

  private RecordCases() {}

  static void accessors(Lines out) {
    var p = new Point(3, -4);
    out.add(p.x(), p.y(), p.x, p.equals(new Point(3, -4)), p == p);
  }

  static void text(Lines out) {
    out.add(new Point(1, 2), new Empty(), new Pair<>("a", null), new Range(3));
    out.add(new Every(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 7.25, "i", List.of(1)));
  }

  static void equality(Lines out) {
    var a = new Every(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 7.25, "i", null);
    var b = new Every(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 7.25, new String("i"), null);
    var c = new Every(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 7.25, "i", 1);
    out.add(
        a.equals(b), a.equals(c), a.equals(null), a.equals("x"), new Empty().equals(new Empty()));
    out.add(new Pair<>(1, 2L).equals(new Pair<>(1, 2)), new Point(1, 2).equals(new Point(2, 1)));
  }

  static void equalityOfFloats(Lines out) {
    out.add(
        new Circle(0.0).equals(new Circle(-0.0)),
        new Circle(Double.NaN).equals(new Circle(0.0 / 0.0)));
    record Single(float value) {}
    out.add(
        new Single(0f).equals(new Single(-0f)),
        new Single(Float.NaN).equals(new Single(Float.NaN)));
  }

  static void hashCodes(Lines out) {
    out.ints(new Point(3, 4).hashCode(), new Point(-1, 7).hashCode(), new Empty().hashCode());
    out.ints(new Pair<>("a", "b").hashCode(), new Pair<>(null, 5L).hashCode());
    out.ints(new Every(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 7.25, "i", "j").hashCode());
    out.ints(
        new Every(false, (byte) -1, (short) -2, '\0', -4, -5L, -0f, -0.0, "", null).hashCode());
    out.ints(new Circle(2.5).hashCode(), new Name("AbC").hashCode());
    out.ints(new Pair<>(new Point(1, 2), List.of(new Point(3, 4))).hashCode());
  }

  static void arraysInRecordsAreIdentities(Lines out) {
    int[] data = {1, 2};
    out.add(
        new Bytes(data).equals(new Bytes(data)), new Bytes(data).equals(new Bytes(data.clone())));
  }

  static void compactConstructor(Lines out) {
    out.message(() -> new Range(5, 3));
    out.message(() -> Range.parse("3-9").size());
    out.add(new Name("  x "), new Name("X").equals(new Name(" x")), new Name("x").text());
  }

  static void genericRecords(Lines out) {
    Pair<String, Integer> pair = new Pair<>("k", 1);
    Pair<String, List<String>> other = pair.with(List.of("v"));
    out.add(other, other.second().get(0).length(), pair.first().length() + pair.second());
  }

  static void recordsInMaps(Lines out) {
    var map = new java.util.HashMap<Point, String>();
    for (int i = 0; i < 20; i++) {
      map.put(new Point(i % 5, i % 4), "v" + i);
    }
    out.add(map.size(), map.get(new Point(3, 2)), map.containsKey(new Point(9, 9)));
    out.add(map);
  }

  static void recordsSorted(Lines out) {
    var list =
        new ArrayList<>(List.of(new Ordered("a", 5), new Ordered("b", 3), new Ordered("c", 5)));
    list.sort(null);
    out.add(list);
    list.sort(java.util.Comparator.comparing(Ordered::name).reversed());
    out.add(list);
  }

  static void recursiveRecords(Lines out) {
    Node list = null;
    for (int i = 0; i < 5; i++) {
      list = new Node(i, list);
    }
    out.add(list, list.hashCode(), list.equals(new Node(4, list.next())));
  }

  static void localRecords(Lines out) {
    record Count(String word, long times) {}
    var counts = new ArrayList<Count>();
    for (String word : "b a b c".split(" ")) {
      counts.add(new Count(word, word.hashCode()));
    }
    out.add(counts);
  }

  private static double area(Shape shape) {
    return switch (shape) {
      case Circle(double r) -> r * r * 3;
      case Square(var side) -> side * side;
      case Group(Circle(var r), Square s) when r > s.side() -> -1;
      case Group(var left, var right) -> area(left) + area(right);
    };
  }

  static void patternSwitch(Lines out) {
    out.add(area(new Circle(2)), area(new Square(3)));
    out.add(
        area(new Group(new Circle(2), new Square(3))),
        area(new Group(new Circle(4), new Square(3))));
    out.add(area(new Group(new Group(new Circle(1), new Circle(1)), new Square(1))));
    out.outcome(() -> area(null));
  }

  private static int eval(Expr expr) {
    return switch (expr) {
      case Expr.Num(int value) -> value;
      case Expr.Add(Expr.Num(var a), Expr.Num(var b)) -> a + b;
      case Expr.Add(var a, var b) -> eval(a) + eval(b);
      case Expr.Mul(Expr.Num(var a), var ignored) when a == 0 -> 0;
      case Expr.Mul(var a, var b) -> eval(a) * eval(b);
      case Expr.Neg(Expr.Neg(var inner)) -> eval(inner);
      case Expr.Neg(var inner) -> -eval(inner);
    };
  }

  static void nestedPatterns(Lines out) {
    var two = new Expr.Num(2);
    var sum = new Expr.Add(two, new Expr.Mul(new Expr.Num(3), new Expr.Neg(two)));
    out.add(
        eval(sum), eval(new Expr.Neg(new Expr.Neg(sum))), eval(new Expr.Mul(new Expr.Num(0), sum)));
    out.add(sum);
  }

  private static String describe(Object value) {
    return switch (value) {
      case null -> "null";
      case Integer i when i > 100 -> "big " + i;
      case Integer i -> "int " + i;
      case Long l -> "long " + l;
      case String s when s.isEmpty() -> "empty";
      case String s -> "text " + s.length();
      case int[] array -> "ints " + array.length;
      case Object[] array -> "objects " + array.length;
      case List<?> list when list.size() > 2 -> "long list";
      case List<?> list -> "list " + list;
      case Point(int x, int y) when x == y -> "diagonal";
      case Point p -> p.toString();
      case Enum<?> e -> "enum " + e.name();
      case Character c -> "char " + c;
      default -> "other " + value;
    };
  }

  static void switchOverObjects(Lines out) {
    Object[] values = {
      null,
      5,
      500,
      7L,
      "",
      "abc",
      new int[3],
      new String[2],
      List.of(1, 2, 3),
      List.of(1),
      new Point(1, 1),
      new Point(1, 2),
      RoundingMode.UP,
      'x',
      2.5,
      Map.of(),
      true
    };
    for (Object value : values) {
      out.add(describe(value));
    }
  }

  static void instanceofPatterns(Lines out) {
    Object[] values = {"text", 5, new Pair<>("a", 3), new Pair<>(null, null), null};
    for (Object value : values) {
      if (value instanceof String s && s.length() > 3) {
        out.add("string", s.length());
      } else if (!(value instanceof Integer i)) {
        out.add("no int", value instanceof Pair<?, ?>(String a, Integer b) ? a + b : "-");
      } else {
        out.add("int", i + 1);
      }
    }
  }

  static void patternsWithNullComponents(Lines out) {
    Object pair = new Pair<>(null, "x");
    out.add(pair instanceof Pair<?, ?>(var a, var b) ? a + "/" + b : "no");
    out.add(pair instanceof Pair<?, ?>(String a, var b) ? "typed" : "untyped");
  }

  static void sealedClasses(Lines out) {
    for (Animal animal : new Animal[] {new Animal.Dog(), new Animal.Cat(), new Animal.Other() {}}) {
      out.add(
          switch (animal) {
            case Animal.Dog d -> "dog";
            case Animal.Cat c -> "cat " + c.lives;
            case Animal.Other o -> "other";
          });
    }
  }

  static void unnamedPatterns(Lines out) {
    Object group = new Group(new Circle(1), new Square(2));
    if (group instanceof Group(_, Square(var side))) {
      out.add("side", side);
    }
    int count = 0;
    for (var _ : List.of(1, 2, 3)) {
      count++;
    }
    out.add(count);
  }

  static void throwingAccessor(Lines out) {
    record Bad(int value) {
      @Override
      public int value() {
        throw new IllegalStateException("no value");
      }
    }
    Object bad = new Bad(1);
    out.outcome(() -> bad instanceof Bad(int v) ? v : 0);
  }

  static void recordsWithStatics(Lines out) {
    record Counter(int value) {
      static int made;

      Counter {
        made++;
      }
    }
    new Counter(1);
    new Counter(2);
    out.add(Counter.made);
  }

  static void varargsRecord(Lines out) {
    record Many(String... names) {
      @Override
      public String toString() {
        return Arrays.toString(names);
      }
    }
    out.add(new Many(), new Many("a"), new Many("a", "b"));
  }

  static void objectsMethods(Lines out) {
    out.add(Objects.hash(1, "a", null), Objects.equals(null, null), Objects.toString(null, "d"));
    out.add(Objects.hashCode(null), Objects.requireNonNullElse(null, 3));
    out.message(() -> Objects.requireNonNull(null, "it is null"));
  }

  static void randomRecords(Lines out, Bits bits) {
    for (int i = 0; i < 20; i++) {
      var every =
          new Every(
              bits.below(2) == 0,
              (byte) bits.nextInt(),
              (short) bits.nextInt(),
              (char) ('a' + bits.below(26)),
              bits.nextInt(),
              bits.nextLong(),
              (float) bits.nextDouble(),
              bits.nextDouble(),
              bits.nextString(9),
              bits.nextInt());
      out.add(every, every.hashCode(), new Pair<>(every, i).hashCode());
      out.add(describe(new Point(bits.below(3), bits.below(3))), describe(bits.nextInt()));
    }
  }
}
