package org.zarf.jvm.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.zarf.jvm.Lines;

/** Lambdas, method references, functional interfaces, optional values. */
final class LambdaCases {

  private final int factor;

  private LambdaCases(int factor) {
    this.factor = factor;
  }

  private int times(int x) {
    return factor * x;
  }

  private static int square(int x) {
    return x * x;
  }

  static void lambdasCaptureValues(Lines out) {
    List<IntSupplier> suppliers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int square = i * i;
      suppliers.add(() -> square + 1);
    }
    for (IntSupplier supplier : suppliers) {
      out.add(supplier.getAsInt());
    }
  }

  static void lambdasCaptureWideTypes(Lines out) {
    long l = 1L << 40;
    double d = 0.5;
    byte b = -3;
    char c = 'q';
    boolean t = true;
    float f = 1.5f;
    Supplier<String> all = () -> l + " " + d + " " + b + " " + c + " " + t + " " + f;
    out.add(all.get());
  }

  static void lambdasShareMutableArrays(Lines out) {
    int[] counter = {0};
    Runnable up = () -> counter[0]++;
    up.run();
    up.run();
    out.add(counter[0]);
  }

  static void staticMethodReference(Lines out) {
    IntUnaryOperator square = LambdaCases::square;
    Function<String, Integer> parse = Integer::parseInt;
    out.add(square.applyAsInt(7), parse.apply("42") + 1);
  }

  static void boundMethodReference(Lines out) {
    LambdaCases three = new LambdaCases(3);
    IntUnaryOperator times = three::times;
    Predicate<Object> same = "abc"::equals;
    out.add(times.applyAsInt(5), same.test("abc"), same.test("x"));
  }

  static void boundReferenceOfNullThrowsAtOnce(Lines out) {
    String none = null;
    out.outcome(
        () -> {
          Supplier<Integer> length = none::length;
          return "made";
        });
    out.outcome(
        () -> {
          Supplier<Integer> length = () -> none.length();
          return "made";
        });
  }

  static void unboundMethodReference(Lines out) {
    ToIntFunction<String> length = String::length;
    BiFunction<String, String, Boolean> starts = String::startsWith;
    Comparator<String> order = String::compareTo;
    out.add(length.applyAsInt("four"), starts.apply("abc", "ab"), order.compare("a", "c"));
  }

  static void constructorReferences(Lines out) {
    Function<String, StringBuilder> make = StringBuilder::new;
    Supplier<List<String>> list = ArrayList::new;
    IntFunction<int[]> array = int[]::new;
    IntFunction<LambdaCases> cases = LambdaCases::new;
    List<String> one = list.get();
    one.add("x");
    out.add(make.apply("ab").reverse(), one, list.get(), array.apply(3).length);
    out.add(cases.apply(6).times(7));
    out.outcome(() -> array.apply(-1));
  }

  static void varargsMethodReference(Lines out) {
    IntBinaryOperator sum = LambdaCases::sumOf;
    Supplier<Integer> none = LambdaCases::sumOf;
    out.add(sum.applyAsInt(3, 4), none.get());
  }

  private static int sumOf(int... values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  static void referencesAdaptTypes(Lines out) {
    Function<Integer, Long> widen = i -> (long) i;
    IntFunction<Object> box = Integer::valueOf;
    Supplier<Object> text = "t"::toString;
    Consumer<String> ignoring = String::length;
    ignoring.accept("x");
    ToIntFunction<Integer> unbox = Integer::intValue;
    out.add(widen.apply(5), box.apply(6), text.get(), unbox.applyAsInt(8));
  }

  static void superMethodReference(Lines out) {
    class Parent {
      String who() {
        return "parent";
      }
    }
    class Child extends Parent {
      @Override
      String who() {
        return "child";
      }

      String both() {
        Supplier<String> mine = this::who;
        Supplier<String> parents = super::who;
        return mine.get() + parents.get();
      }
    }
    out.add(new Child().both());
  }

  static void composition(Lines out) {
    Function<Integer, Integer> twice = x -> 2 * x;
    Function<Integer, Integer> next = x -> x + 1;
    out.add(twice.andThen(next).apply(5), twice.compose(next).apply(5));
    out.add(Function.<String>identity().apply("i"), UnaryOperator.identity().apply(1));
    IntUnaryOperator minus = x -> -x;
    out.add(minus.andThen(x -> x * 10).compose(x -> x + 1).applyAsInt(4));
  }

  static void predicates(Lines out) {
    Predicate<String> empty = String::isEmpty;
    Predicate<String> longer = s -> s.length() > 3;
    out.add(empty.or(longer).test("abcd"), empty.negate().and(longer).test("ab"));
    out.add(Predicate.not(empty).test(""), Predicate.isEqual(null).test(null));
    IntPredicate even = i -> i % 2 == 0;
    out.add(even.negate().test(3), even.and(i -> i > 5).test(4));
  }

  static void predicatesAreLazy(Lines out) {
    Predicate<String> loud =
        s -> {
          out.add("asked", s);
          return s.length() > 1;
        };
    out.add(loud.and(loud).test("a"), loud.or(loud).test("ab"));
  }

  static void binaryOperators(Lines out) {
    BinaryOperator<String> shorter = BinaryOperator.minBy(Comparator.comparing(String::length));
    BinaryOperator<Integer> larger = BinaryOperator.maxBy(Comparator.naturalOrder());
    BiFunction<Integer, Integer, Integer> add = Integer::sum;
    out.add(shorter.apply("aa", "b"), larger.apply(3, 9), add.andThen(x -> x * x).apply(1, 2));
  }

  static void currying(Lines out) {
    Function<Integer, Function<Integer, Function<Integer, Integer>>> volume =
        a -> b -> c -> a * b * c;
    out.add(volume.apply(2).apply(3).apply(4));
  }

  interface Recursive<T, R> {
    R apply(Recursive<T, R> self, T value);
  }

  static void recursionThroughItself(Lines out) {
    Recursive<Integer, Long> factorial = (self, n) -> n < 2 ? 1L : n * self.apply(self, n - 1);
    out.add(factorial.apply(factorial, 15));
  }

  interface Shape {
    double area();

    default Shape scaled(double by) {
      return () -> area() * by * by;
    }
  }

  static void lambdasHaveDefaultMethods(Lines out) {
    Shape unit = () -> 1;
    out.add(unit.scaled(3).scaled(0.5).area());
  }

  interface Thrower<E extends Exception> {
    void run() throws E;
  }

  private static <E extends Exception> String caught(Thrower<E> action) {
    try {
      action.run();
      return "nothing";
    } catch (Exception e) {
      return e.getMessage();
    }
  }

  static void lambdasThatThrow(Lines out) {
    out.add(
        caught(
            () -> {
              throw new java.io.IOException("io");
            }));
    out.add(caught(() -> {}));
  }

  static void genericMethodsInferTypes(Lines out) {
    out.add(pick(true, 1, 2.5), pick(false, "a", 'b'), LambdaCases.<Object>pick(true, "x", 1));
  }

  private static <T> T pick(boolean first, T a, T b) {
    return first ? a : b;
  }

  static void intersectionCasts(Lines out) {
    Object both = (Runnable & Comparable<String>) null;
    out.add(both);
    Comparator<String> marked = (Comparator<String> & java.io.Serializable) (a, b) -> 5;
    out.add(marked.compare("", ""), marked instanceof java.io.Serializable);
  }

  static void comparatorsChain(Lines out) {
    List<String> words = new ArrayList<>(List.of("pear", "fig", "apple", "date", "kiwi", "Fig"));
    words.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
    out.add(words);
    words.sort(String.CASE_INSENSITIVE_ORDER.reversed().thenComparing(String::length));
    out.add(words);
  }

  static void comparatorsOfNulls(Lines out) {
    List<String> words = new ArrayList<>();
    words.add("b");
    words.add(null);
    words.add("a");
    words.sort(Comparator.nullsFirst(Comparator.naturalOrder()));
    out.add(words);
    words.sort(Comparator.nullsLast(Comparator.reverseOrder()));
    out.add(words);
    out.outcome(
        () -> {
          words.sort(Comparator.naturalOrder());
          return words;
        });
  }

  static void comparatorsByKeys(Lines out) {
    List<double[]> pairs =
        new ArrayList<>(List.of(new double[] {2, -1}, new double[] {1, 5}, new double[] {2, -3}));
    pairs.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
    for (double[] pair : pairs) {
      out.add(pair[0], pair[1]);
    }
    pairs.sort(Comparator.<double[]>comparingLong(p -> (long) p[1]).reversed());
    out.add(pairs.get(0)[1]);
  }

  static void optionals(Lines out) {
    Optional<String> some = Optional.of("text");
    Optional<String> none = Optional.empty();
    out.add(some, none, some.map(String::length), none.map(String::length));
    out.add(some.filter(String::isEmpty), some.flatMap(s -> Optional.of(s + s)));
    out.add(none.orElse("else"), none.orElseGet(() -> "get"), some.or(() -> none).get());
    out.add(some.isPresent(), none.isEmpty(), some.equals(Optional.of("text")), some.hashCode());
    some.ifPresentOrElse(s -> out.add("present", s), () -> out.add("absent"));
    none.ifPresentOrElse(s -> out.add("present", s), () -> out.add("absent"));
    out.outcome(none::orElseThrow);
    out.outcome(() -> Optional.of(null));
    out.message(() -> none.orElseThrow(() -> new IllegalStateException("mine")));
    out.add(Optional.ofNullable(null).isPresent(), some.stream().count());
  }

  static void primitiveOptionals(Lines out) {
    OptionalInt five = OptionalInt.of(5);
    out.add(five, OptionalInt.empty(), five.getAsInt(), OptionalInt.empty().orElse(-1));
    out.add(five.equals(OptionalInt.of(5)), five.hashCode());
    out.outcome(() -> OptionalInt.empty().getAsInt());
  }

  static void objectsChecks(Lines out) {
    out.message(() -> Objects.requireNonNull(null, () -> "supplied"));
    out.outcome(() -> Objects.requireNonNullElseGet(null, () -> "other"));
    out.add(Objects.isNull(null), Objects.nonNull(1), Objects.compare(1, 2, Integer::compare));
    out.add(Objects.deepEquals(new int[] {1}, new int[] {1}), Objects.toString(null));
  }
}
