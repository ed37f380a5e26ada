package org.zarf.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {

  private enum Kind {
    BOOK,
    TOY {
      @Override
      public String toString() {
        return "a toy";
      }
    }
  }

  private record Item(String name, int price) {}

  record Order(long id, List<Item> items, Optional<Kind> kind, boolean paid) {}

  record Pair<A, B>(A first, B second) {}

  sealed interface Result<T> permits Done, Failed {}

  record Done<T>(T value) implements Result<T> {}

  record Failed<T>(String why) implements Result<T> {}

  sealed interface Term permits Var, Lambda, Apply {}

  record Var(int index) implements Term {}

  record Lambda(Term body) implements Term {}

  record Apply(Term function, Term argument) implements Term {}

  record All(
      Pair<String, int[]> pair,
      Result<Integer> result,
      Map<String, List<Short>> map,
      Set<Character> set,
      Item[] items,
      byte[][] bytes,
      BigInteger big,
      RoundingMode mode) {}

  record Widened(List<? extends Result<String>> results, Double box, float f, double d, char c) {}

  record Empty() {}

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static final Order ORDER =
      new Order(1, List.of(new Item("a", 2), new Item("\u00e4", -1)), Optional.of(Kind.TOY), true);

  private static final String ORDER_HEX =
      "0100000000000000 02000000 01000000 61 02000000 02000000 c3a4 ffffffff 01 01000000 01";

  @Test
  void aRecordIsItsComponents() {
    assertThat(Codec.of(Order.class).encode(ORDER)).isEqualTo(bytes(ORDER_HEX));
    assertThat(Codec.of(Order.class).decode(bytes(ORDER_HEX))).isEqualTo(ORDER);
    assertThat(Codec.of(Order.class)).isSameAs(Codec.of(Order.class));
    assertThat(Codec.of(Empty.class).encode(new Empty())).isEmpty();
  }

  @Test
  void typesThatContainThemselves() {
    Term term = new Lambda(new Apply(new Var(0), new Var(7)));
    byte[] encoded = Codec.of(Term.class).encode(term);
    assertThat(hex(encoded))
        .isEqualTo("0100000002000000" + "0000000000000000" + "0000000007000000");
    assertThat(Codec.of(Term.class).decode(encoded)).isEqualTo(term);
    for (int i = 0; i < Codec.MAX_DEPTH - 3; i++) {
      term = new Lambda(term);
    }
    byte[] deepest = Codec.of(Term.class).encode(term);
    assertThat(Codec.of(Term.class).encode(Codec.of(Term.class).decode(deepest)))
        .isEqualTo(deepest);
    Term deeper = new Lambda(new Lambda(term));
    assertThatThrownBy(() -> Codec.of(Term.class).encode(deeper))
        .isInstanceOf(EncodingException.class)
        .hasMessageEndingWith(" is nested deeper than 1000 levels");
    byte[] deep = new byte[40_000];
    for (int i = 0; i < deep.length; i += 4) {
      deep[i] = 1;
    }
    assertThatThrownBy(() -> Codec.of(Term.class).decode(deep))
        .isInstanceOf(DecodingException.class)
        .hasMessageEndingWith(": nested deeper than 1000 levels");
  }

  @Test
  void everyKindOfComponent() {
    var map = new LinkedHashMap<String, List<Short>>();
    map.put("z", List.of((short) 1));
    map.put("", List.of());
    var all =
        new All(
            new Pair<>("p", new int[] {1, -2}),
            new Failed<>("no"),
            map,
            Set.of('x'),
            new Item[] {new Item("i", 3)},
            new byte[][] {{1}, {}},
            BigInteger.ONE.shiftLeft(127),
            RoundingMode.HALF_UP);
    byte[] encoded = Codec.of(All.class).encode(all);
    assertThat(hex(encoded))
        .isEqualTo(
            "0100000070"
                + "0200000001000000feffffff"
                + "01000000020000006e6f"
                + "02000000"
                + "010000007a010000000100"
                + "0000000000000000"
                + "010000007800"
                + "01000000010000006903000000"
                + "02000000"
                + "0100000001"
                + "00000000"
                + "1100000000"
                + "80"
                + "00".repeat(15)
                + "04000000");
    All again = Codec.of(All.class).decode(encoded);
    assertThat(again).usingRecursiveComparison().isEqualTo(all);
    assertThat(List.copyOf(again.map().keySet())).containsExactly("z", "");
    assertThat(Codec.of(All.class).encode(again)).isEqualTo(encoded);
    var widened = new Widened(List.of(new Done<>("d")), -0.0, Float.NaN, 1e300, '\ud800');
    byte[] wide = Codec.of(Widened.class).encode(widened);
    assertThat(Codec.of(Widened.class).decode(wide)).isEqualTo(widened);
  }

  @Test
  void arraysAndSingleValuesAreTypesToo() {
    assertThat(Codec.of(int[].class).decode(bytes("01000000 05000000"))).containsExactly(5);
    assertThat(Codec.of(Kind[].class).decode(bytes("01000000 01000000"))).containsExactly(Kind.TOY);
    assertThat(Codec.of(Long.class).encode(-2L)).isEqualTo(bytes("feffffffffffffff"));
    String text = "a\u00e9\u20ac\ud83d\ude00\u0000";
    assertThat(hex(Codec.of(String.class).encode(text)))
        .isEqualTo("0b00000061c3a9e282acf09f988000");
    assertThat(Codec.of(String.class).decode(Codec.of(String.class).encode(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01 | order.id: the bytes end: 8 are needed, 1 are left",
        "0100000000000000 ffffffff | "
            + "order.items: 4294967295 elements do not fit into the 0 bytes left",
        "0100000000000000 02000000 00000000 00000000 | "
            + "order.items: 2 elements do not fit into the 8 bytes left",
        "0100000000000000 01000000 05000000 61 00 00 00 | "
            + "order.items[0].name: the length 5 is beyond the 4 bytes left",
        "0100000000000000 01000000 02000000 61 ff 00000000 00 00 | "
            + "order.items[0].name: no UTF-8 from byte 1 of the text on",
        "0100000000000000 00000000 02 00 | order.kind: 2 is no boolean: 0 is false, 1 is true",
        "0100000000000000 00000000 01 02000000 00 | "
            + "order.kind: 2 is no index into the 2 constants",
        "0100000000000000 00000000 00 03 | order.paid: 3 is no boolean: 0 is false, 1 is true",
        "0100000000000000 00000000 00 01 00 00 | order: 2 bytes are left over",
      })
  void decodingIsStrict(String hex, String message) {
    assertThatThrownBy(() -> Codec.of(Order.class).decode(bytes(hex)))
        .isInstanceOf(DecodingException.class)
        .hasMessage(message);
  }

  @Test
  void everyShorterInputIsRefused() {
    byte[] encoded = bytes(ORDER_HEX);
    for (int i = 0; i < encoded.length; i++) {
      byte[] part = Arrays.copyOf(encoded, i);
      assertThatThrownBy(() -> Codec.of(Order.class).decode(part))
          .isInstanceOf(DecodingException.class);
    }
  }

  record Sets(Set<Integer> set, Map<Integer, Boolean> map, BigInteger big, Term term) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "02000000 01000000 01000000 | sets.set[1]: the element is in the set already",
        "00000000 02000000 01000000 00 01000000 01 | "
            + "sets.map[1].key: the key is in the map already",
        "00000000 01000000 01000000 07 | "
            + "sets.map[0].value: 7 is no boolean: 0 is false, 1 is true",
        "00000000 00000000 00000000 | sets.big: an integer has at least one byte",
        "00000000 00000000 02000000 0001 | sets.big: the integer would do with fewer bytes",
        "00000000 00000000 02000000 ff80 | sets.big: the integer would do with fewer bytes",
        "00000000 00000000 01000000 01 03000000 | "
            + "sets.term: 3 is no index into the 3 permitted types",
      })
  void aValueHasOneEncoding(String hex, String message) {
    assertThatThrownBy(() -> Codec.of(Sets.class).decode(bytes(hex + "0000000000")))
        .isInstanceOf(DecodingException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "80",
    "c080",
    "c1bf",
    "c2",
    "c241",
    "e08080",
    "eda080",
    "e282",
    "f0808080",
    "f4908080",
    "f8888080",
    "ff"
  })
  void whatIsNoUtf8IsRefused(String hex) {
    byte[] text = bytes(hex);
    byte[] encoded = bytes("0" + text.length + "000000" + hex);
    assertThatThrownBy(() -> Codec.of(String.class).decode(encoded))
        .hasMessage("value: no UTF-8 from byte 0 of the text on");
  }

  @Test
  void nullIsRefused() {
    var codec = Codec.of(Order.class);
    var withNull = new Order(1, Arrays.asList(ORDER.items().get(0), null), Optional.empty(), true);
    assertThatThrownBy(() -> codec.encode(withNull)).hasMessage("order.items[1] is null");
    var nameless = new Order(1, List.of(new Item(null, 1)), Optional.empty(), true);
    assertThatThrownBy(() -> codec.encode(nameless))
        .isInstanceOf(EncodingException.class)
        .hasMessage("order.items[0].name is null");
    assertThatThrownBy(() -> codec.encode(null)).hasMessage("order is null");
    assertThatThrownBy(() -> Codec.of(Item.class).encode(new Item("a\ud800b", 1)))
        .hasMessage("item.name has a surrogate without a partner at index 1");
  }

  record Run(String name, List<Runnable> tasks) {}

  @SuppressWarnings("rawtypes")
  record Raw(List raw) {}

  record Unknown(List<?> elements) {}

  record Nothings(List<Empty> nothings) {}

  record Keyed(Map<String, Object> map) {}

  @Test
  void whatHasNoEncodingIsNamed() {
    assertThatThrownBy(() -> Codec.of(Run.class))
        .isInstanceOf(UnsupportedTypeException.class)
        .hasMessageStartingWith("run.tasks[]: java.lang.Runnable has no encoding: it is no record");
    assertThatThrownBy(() -> Codec.of(Raw.class))
        .hasMessage("raw.raw: List needs type arguments, as in List<String>");
    assertThatThrownBy(() -> Codec.of(Unknown.class))
        .hasMessage("unknown.elements: a wildcard is no type; name the type");
    assertThatThrownBy(() -> Codec.of(Nothings.class))
        .hasMessageStartingWith("nothings.nothings[]: elements of ");
    assertThatThrownBy(() -> Codec.of(Keyed.class))
        .hasMessageStartingWith("keyed.map[].value: java.lang.Object has no encoding");
    assertThatThrownBy(() -> Codec.of(Pair.class)).hasMessageContaining("has type parameters");
    assertThatThrownBy(() -> Codec.of(int.class)).hasMessage("int: a primitive; name its box");
  }

  @Test
  void aGuestTakesARecordAndPublishesOne() {
    byte[] input = Codec.of(Order.class).encode(ORDER);
    GuestRun run =
        GuestRun.of(guest -> guest.publish(guest.input(Order.class).items().getLast()), input);
    assertThat(run.failure()).isEmpty();
    assertThat(Codec.of(Item.class).decode(run.journal())).isEqualTo(new Item("\u00e4", -1));
  }

  /** Defines the records of this test afresh, as the loader of a plug-in or a notebook does. */
  private static final class OtherLoader extends ClassLoader {

    OtherLoader() {
      super(CodecTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(CodecTest.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void recordsMayBeOfAnotherClassLoader() throws Exception {
    byte[] bytes = Codec.of(Order.class).encode(ORDER);
    var loader = new OtherLoader();
    Class<?> order = loader.loadClass(Order.class.getName());
    Class<?> item = loader.loadClass(Item.class.getName());
    assertThat(order).isNotEqualTo(Order.class);
    assertThat(Codec.of(order).decode(bytes).toString()).isEqualTo(ORDER.toString());
    byte[] one = Codec.of(Item.class).encode(new Item("one", 1));
    assertThat(Codec.of(item).decode(one)).hasToString("Item[name=one, price=1]");
  }
}
