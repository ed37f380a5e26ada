package org.zarf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.guest.GuestContext;
import org.zarf.guest.GuestRun;

/** Pattern switches of each kind mean in a guest what they mean on the JVM. */
class PatternSwitchesTest {

  @BeforeAll
  static void requireCompiler() {
    Tools.requireCompiler();
  }

  /** The guest. */
  static final class Switching {

    private Switching() {}

    sealed interface Shape {}

    record Point(int x, long y) implements Shape {}

    record Flag(boolean on, char letter, double size) implements Shape {}

    record Pair<T>(T first, T second) implements Shape {}

    enum Suit implements Shape {
      CLUBS,
      HEARTS,
      SPADES
    }

    static String of(@Nullable Shape shape) {
      return switch (shape) {
        case null -> "null";
        case Point(int x, long y) when x == 1 && y > 1L << 40 -> "far " + y;
        case Point(int x, long y) when x > 1 -> "right " + (x + y);
        case Point(int x, long _) when x == 0 -> "axis";
        case Point _ -> "left";
        case Flag(boolean on, char letter, double size) when on -> letter + " on " + size;
        case Flag(boolean on, char letter, double size) when size > 1 -> "large " + letter + on;
        case Flag _ -> "flag";
        case Pair<?>(String first, String second) -> first + second;
        case Pair<?>(Point(int x, long _), Point(int y, long _)) when x < y -> "ordered";
        case Pair<?>(var first, Integer second) -> first + " and " + second;
        case Pair<?> _ -> "pair";
        case Suit.HEARTS -> "hearts";
        case Suit suit when suit.ordinal() == 2 -> "last";
        case Suit suit -> suit.name();
      };
    }

    static String of(Object value) {
      return switch (value) {
        case Integer i when i > 40 -> "large";
        case Integer i -> "int " + i;
        case String s when s.isEmpty() -> "empty";
        case Suit.CLUBS -> "clubs";
        case int[] array -> "array of " + array.length;
        case List<?> list -> "list of " + list.size();
        default -> "other";
      };
    }

    static String constant(Integer number) {
      return switch (number) {
        case 7 -> "seven";
        case Integer i when i > 40 -> "large";
        case 70 -> "never";
        case Integer i -> "int " + i;
      };
    }

    static String constant(Character letter) {
      return switch (letter) {
        case 'x' -> "the letter x";
        case Character c when c > 'x' -> "after x";
        case Character c -> "letter " + c;
      };
    }

    static String constant(String text) {
      return switch (text) {
        case "seven" -> "text seven";
        case String s when s.isEmpty() -> "empty";
        case "eight" -> "text eight";
        case String s -> s;
      };
    }

    static String of(Suit suit) {
      return switch (suit) {
        case CLUBS -> "first";
        case Suit s when s.compareTo(Suit.HEARTS) > 0 -> "above";
        case HEARTS -> "middle";
        case SPADES -> "spades";
      };
    }

    public static void main(GuestContext guest) {
      for (Shape shape :
          Arrays.asList(
              null,
              new Point(1, 1L << 41),
              new Point(1, 5),
              new Point(2, -3),
              new Point(0, 0),
              new Flag(true, 'a', 0.5),
              new Flag(false, 'b', 2),
              new Flag(false, 'c', 1),
              new Pair<>("a", "b"),
              new Pair<>(new Point(1, 1), new Point(2, 2)),
              new Pair<>(new Point(2, 1), new Point(2, 2)),
              new Pair<Object>("x", 4),
              Suit.CLUBS,
              Suit.HEARTS,
              Suit.SPADES)) {
        System.out.println(of(shape));
      }
      for (Object value :
          List.of(41, 7, 8, "seven", "", "z", 'x', 'y', Suit.CLUBS, new int[3], List.of(1), 1L)) {
        System.out.println(of(value));
      }
      for (int number : new int[] {7, 8, 41, 70}) {
        System.out.println(constant(number));
      }
      for (char letter : "xyz".toCharArray()) {
        System.out.println(constant(letter));
      }
      for (String text : List.of("seven", "eight", "", "nine")) {
        System.out.println(constant(text));
      }
      for (Suit suit : Suit.values()) {
        System.out.println(of(suit));
      }
    }
  }

  @Test
  void meanWhatTheyMeanOnTheJvm() throws Exception {
    GuestRun expected = GuestRun.of(Switching::main, new byte[0]);
    assertThat(expected.failure()).isEmpty();
    assertThat(MachineRun.of(Guest.of(Switching.class)).printed()).isEqualTo(expected.output());
  }
}
