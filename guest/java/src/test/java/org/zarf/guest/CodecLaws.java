package org.zarf.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.zarf.testkit.Trials;

/** What holds for all values. */
class CodecLaws {

  enum Suit {
    CLUBS,
    HEARTS
  }

  record Small(boolean a, byte b, short c, char d, int e, long f, float g, double h) {}

  record Boxes(
      Boolean a, Byte b, Short c, Character d, Integer e, Long f, Float g, Double h, Suit i) {}

  sealed interface Shape<T> permits Dot, Pair, Box {}

  record Dot<T>() implements Shape<T> {}

  record Pair<T>(T left, List<T> right) implements Shape<T> {}

  record Box<T>(Optional<Shape<T>> inner, Map<String, T> named) implements Shape<T> {}

  record Rows(
      boolean[] a,
      byte[] b,
      short[] c,
      char[] d,
      int[] e,
      long[] f,
      float[] g,
      double[] h,
      String[][] i,
      Suit[] j) {}

  record Everything(
      Small small,
      Boxes boxes,
      Rows rows,
      Shape<BigInteger> big,
      Shape<Suit> suits,
      Set<List<Integer>> sets,
      Map<Suit, Map<Long, Optional<String>>> maps) {}

  @Trials(500)
  void whatIsEncodedIsDecoded(SplittableRandom random) {
    var value = (Everything) new Values(random).of(Everything.class, Map.of());
    var codec = Codec.of(Everything.class);
    byte[] bytes = codec.encode(value);
    Everything again = codec.decode(bytes);
    assertThat(again)
        .usingRecursiveComparison()
        .withEqualsForType(Float::equals, Float.class)
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(value);
    assertThat(codec.encode(again)).isEqualTo(bytes);
  }

  /** Whatever the bytes: they are refused, or they are what the value decoded from them encodes. */
  @Trials(3000)
  void whatIsDecodedEncodesToTheSame(SplittableRandom random) {
    var codec = Codec.of(Everything.class);
    byte[] bytes = codec.encode((Everything) new Values(random).of(Everything.class, Map.of()));
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(random.nextBoolean() ? 4 : 256);
    }
    if (random.nextInt(4) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 3));
    }
    Everything value;
    try {
      value = codec.decode(bytes);
    } catch (DecodingException e) {
      assertThat(e).hasMessageMatching("everything[\\w.\\[\\]]*: .+");
      return;
    }
    assertThat(codec.encode(value)).isEqualTo(bytes);
  }

  /** Random values of any type. */
  private record Values(SplittableRandom random) {

    /** Of a type whose variables are bound. */
    Object of(Type type, Map<String, Type> bound) {
      return switch (type) {
        case TypeVariable<?> variable -> of(bound.get(variable.getName()), Map.of());
        case ParameterizedType generic -> generic(generic, bound);
        case Class<?> kind when kind.isArray() -> array(kind.getComponentType(), bound);
        case Class<?> kind when kind.isEnum() ->
            kind.getEnumConstants()[random.nextInt(kind.getEnumConstants().length)];
        case Class<?> kind when kind.isRecord() || kind.isSealed() -> declared(kind, bound);
        default -> scalar(type);
      };
    }

    private Object generic(ParameterizedType type, Map<String, Type> bound) {
      var kind = (Class<?>) type.getRawType();
      Type[] given = type.getActualTypeArguments();
      for (int i = 0; i < given.length; i++) {
        given[i] = given[i] instanceof TypeVariable<?> v ? bound.get(v.getName()) : given[i];
      }
      if (kind == Optional.class) {
        return random.nextBoolean() ? Optional.of(of(given[0], bound)) : Optional.empty();
      }
      if (kind == Map.class) {
        var map = new LinkedHashMap<Object, Object>();
        elements(given[0]).forEach(key -> map.put(key, of(given[1], bound)));
        return map;
      }
      if (kind == List.class || kind == Set.class) {
        List<Object> elements = elements(given[0]);
        return kind == List.class ? elements : new LinkedHashSet<>(elements);
      }
      var inner = new HashMap<String, Type>();
      for (int i = 0; i < given.length; i++) {
        inner.put(kind.getTypeParameters()[i].getName(), given[i]);
      }
      return declared(kind, inner);
    }

    private List<Object> elements(Type type) {
      var elements = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        elements.add(of(type, Map.of()));
      }
      return elements;
    }

    private Object array(Class<?> element, Map<String, Type> bound) {
      Object array = Array.newInstance(element, random.nextInt(5));
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, of(element, bound));
      }
      return array;
    }

    private Object declared(Class<?> kind, Map<String, Type> bound) {
      if (kind.isSealed()) {
        Class<?>[] permitted = kind.getPermittedSubclasses();
        return declared(permitted[random.nextInt(permitted.length)], bound);
      }
      RecordComponent[] components = kind.getRecordComponents();
      var types = new Class<?>[components.length];
      var values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        types[i] = components[i].getType();
        values[i] = of(components[i].getGenericType(), bound);
      }
      try {
        return kind.getDeclaredConstructor(types).newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private Object scalar(Type type) {
      long bits = random.nextLong() >> random.nextInt(64);
      return switch (type.getTypeName().replaceFirst(".*\\.", "")) {
        case "boolean", "Boolean" -> random.nextBoolean();
        case "byte", "Byte" -> (byte) bits;
        case "short", "Short" -> (short) bits;
        case "char", "Character" -> (char) bits;
        case "int", "Integer" -> (int) bits;
        case "long", "Long" -> bits;
        case "float", "Float" -> Float.intBitsToFloat((int) bits);
        case "double", "Double" -> Double.longBitsToDouble(bits);
        case "BigInteger" -> BigInteger.valueOf(bits).pow(random.nextInt(9));
        default -> text();
      };
    }

    private String text() {
      var text = new StringBuilder();
      for (int i = random.nextInt(5); i > 0; i--) {
        int point = random.nextInt(1 << (7 + random.nextInt(14)));
        text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 'x' : point);
      }
      return text.toString();
    }
  }
}
