import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zarf.guest.GuestContext;
import org.zarf.guest.Sha256;

/** Does one thing so many times: the cycles of a thousand more say what it costs. */
public final class Costs {

  public enum Operation {
    NOTHING,
    ARRAY_ELEMENT,
    INTERFACE_CALL,
    LONG_DIVISION,
    MULTIPLY_HIGH,
    DOUBLE_MULTIPLICATION,
    DOUBLE_DIVISION,
    NEW_OBJECT,
    BOX,
    CATCH,
    CONCATENATION,
    INT_TO_STRING,
    PARSE_INT,
    FORMAT,
    SPLIT,
    SPLIT_BY_PATTERN,
    IS_DIGIT,
    IS_WHITESPACE,
    TO_LOWER_CASE,
    LIST_ADD,
    MAP_PUT,
    STREAM_ELEMENT,
    BIG_MULTIPLICATION,
    BIG_REMAINDER,
    SHA256_BLOCK,
    PRINTLN,
    PUBLISH
  }

  public record Question(Operation operation, int times) {}

  private interface Step {
    long apply(long x);
  }

  private record Plus(long summand) implements Step {
    @Override
    public long apply(long x) {
      return x + summand;
    }
  }

  private record Times(long factor) implements Step {
    @Override
    public long apply(long x) {
      return x * factor;
    }
  }

  private record Link(int value, Link next) {}

  private Costs() {}

  private static Object numbers(Operation operation, int times) {
    long x = times;
    double d = times;
    switch (operation) {
      case ARRAY_ELEMENT -> {
        int[] array = new int[4096];
        for (int i = 0; i < times; i++) {
          x += array[i];
        }
      }
      case INTERFACE_CALL -> {
        Step[] steps = {new Plus(3), new Times(5)};
        for (int i = 0; i < times; i++) {
          x = steps[i & 1].apply(x);
        }
      }
      case LONG_DIVISION -> {
        for (int i = 1; i <= times; i++) {
          x += 1_000_000_007L / i;
        }
      }
      case MULTIPLY_HIGH -> {
        for (int i = 0; i < times; i++) {
          x = Math.multiplyHigh(x, 0x123456789abcdefL) + i;
        }
      }
      case DOUBLE_MULTIPLICATION -> {
        for (int i = 0; i < times; i++) {
          d *= 1.000001;
        }
      }
      case DOUBLE_DIVISION -> {
        for (int i = 0; i < times; i++) {
          d /= 1.000001;
        }
      }
      default -> {}
    }
    return x + (long) d;
  }

  private static int thrower(int i) {
    if (i >= 0) {
      throw new IllegalStateException("no");
    }
    return i;
  }

  private static Object objects(Operation operation, int times) {
    Object last = null;
    switch (operation) {
      case NEW_OBJECT -> {
        Link link = null;
        for (int i = 0; i < times; i++) {
          link = new Link(i, i % 100 == 0 ? null : link);
        }
        last = link;
      }
      case BOX -> {
        Integer[] boxes = new Integer[1];
        for (int i = 1000; i < 1000 + times; i++) {
          boxes[0] = i;
        }
        last = boxes;
      }
      case CATCH -> {
        for (int i = 0; i < times; i++) {
          try {
            last = thrower(i);
          } catch (IllegalStateException e) {
            last = e;
          }
        }
      }
      case LIST_ADD -> {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < times; i++) {
          list.add("x");
        }
        last = list;
      }
      case MAP_PUT -> {
        Map<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < times; i++) {
          map.put(i * 7919, i);
        }
        last = map;
      }
      case STREAM_ELEMENT -> last = IntStream.range(0, times).filter(i -> i % 3 == 0).sum();
      default -> {}
    }
    return last;
  }

  private static Object texts(Operation operation, int times) {
    Object last = null;
    for (int i = 0; i < times; i++) {
      last =
          switch (operation) {
            case CONCATENATION -> "number " + i + '.';
            case INT_TO_STRING -> Integer.toString(1_000_000 + i);
            case PARSE_INT -> Integer.parseInt("1234567");
            case FORMAT -> String.format("%s: %d", "number", i);
            case SPLIT -> "one,two,three,four".split(",");
            case SPLIT_BY_PATTERN -> "one, two, three, four".split(", *");
            case IS_DIGIT -> Character.isDigit((char) ('0' + (i & 15)));
            case IS_WHITESPACE -> Character.isWhitespace((char) (' ' + (i & 15)));
            case TO_LOWER_CASE -> "ONE TWO THREE".toLowerCase();
            default -> null;
          };
    }
    return last;
  }

  private static Object others(GuestContext guest, Operation operation, int times) {
    BigInteger a = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.valueOf(times));
    BigInteger b = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    BigInteger product = a.multiply(b);
    Object last = null;
    switch (operation) {
      case SHA256_BLOCK -> last = Sha256.of(new byte[64 * times]);
      case PRINTLN -> {
        for (int i = 0; i < times; i++) {
          System.out.println("a line of text of 32 characters.");
        }
      }
      case PUBLISH -> {
        byte[] bytes = new byte[32];
        for (int i = 0; i < times; i++) {
          guest.publish(bytes);
        }
      }
      case BIG_MULTIPLICATION -> {
        for (int i = 0; i < times; i++) {
          last = a.multiply(b);
        }
      }
      case BIG_REMAINDER -> {
        for (int i = 0; i < times; i++) {
          last = product.mod(b);
        }
      }
      default -> {}
    }
    return last;
  }

  public static void main(GuestContext guest) {
    var question = guest.input(Question.class);
    Operation operation = question.operation();
    int times = question.times();
    Object result =
        switch (operation) {
          case NOTHING -> null;
          case ARRAY_ELEMENT,
              INTERFACE_CALL,
              LONG_DIVISION,
              MULTIPLY_HIGH,
              DOUBLE_MULTIPLICATION,
              DOUBLE_DIVISION ->
              numbers(operation, times);
          case NEW_OBJECT, BOX, CATCH, LIST_ADD, MAP_PUT, STREAM_ELEMENT ->
              objects(operation, times);
          case CONCATENATION,
              INT_TO_STRING,
              PARSE_INT,
              FORMAT,
              SPLIT,
              SPLIT_BY_PATTERN,
              IS_DIGIT,
              IS_WHITESPACE,
              TO_LOWER_CASE ->
              texts(operation, times);
          case BIG_MULTIPLICATION, BIG_REMAINDER, SHA256_BLOCK, PRINTLN, PUBLISH ->
              others(guest, operation, times);
        };
    guest.publish(new byte[result == null ? 0 : 1]);
  }
}
