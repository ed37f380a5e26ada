package org.zarf.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.guest.Codec;
import org.zarf.guest.GuestContext;
import org.zarf.guest.GuestRun;
import org.zarf.riscv.Exit;

class GuestCodecsTest {

  @BeforeAll
  static void requireCompiler() {
    Tools.requireCompiler();
  }

  private enum Currency {
    EURO,
    FRANC {
      @Override
      public String toString() {
        return "Fr.";
      }
    }
  }

  private record Item(String name, BigInteger price, Currency currency) {}

  private sealed interface Payment permits Card, Transfer, Split {}

  private record Card(long number, Optional<Short> code) implements Payment {}

  private record Transfer(byte[] account, char kind, boolean urgent) implements Payment {}

  private record Split(List<Payment> parts) implements Payment {}

  private record Order(
      int id,
      List<Item> items,
      Map<String, Set<Integer>> stock,
      Payment payment,
      Item[][] grid,
      double[] weights,
      Float rate) {}

  private record Total(Map<Currency, BigInteger> sums, Set<String> names, Payment first) {}

  private record Echo(Order order) {}

  /** Takes a record apart and publishes others; what it publishes decides on a branch. */
  private static final class Shop {
    private Shop() {}

    public static void main(GuestContext guest) {
      Order order = guest.input(Order.class);
      var sums = new EnumMap<Currency, BigInteger>(Currency.class);
      var names = new LinkedHashSet<String>();
      for (Item item : order.items()) {
        sums.merge(item.currency(), item.price(), BigInteger::add);
        names.add(item.name());
      }
      var total = new Total(sums, names, order.payment());
      guest.publish(total);
      List<Record> both = List.of(new Echo(order), total);
      Consumer<Record> publish = guest::publish;
      both.forEach(publish);
      guest.publish(order.id() > 0 ? new Echo(order) : total);
      guest.publish(Codec.of(Integer[].class).encode(new Integer[] {order.id()}));
    }
  }

  private static Order random(SplittableRandom random) {
    var items = new ArrayList<Item>();
    var stock = new LinkedHashMap<String, Set<Integer>>();
    for (int i = random.nextInt(5); i > 0; i--) {
      items.add(
          new Item(
              "\u00e9" + random.nextInt(3),
              BigInteger.valueOf(random.nextLong()).pow(random.nextInt(4)),
              Currency.values()[random.nextInt(2)]));
      stock.put("s" + i, new LinkedHashSet<>(List.of(random.nextInt(), i)));
    }
    Item[][] grid = {items.toArray(Item[]::new), {}};
    double[] weights = {random.nextDouble(), Double.NaN, -0.0};
    return new Order(
        random.nextInt(), items, stock, payment(random, 3), grid, weights, (float) 1e-40);
  }

  private static Payment payment(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 3)) {
      case 0 ->
          new Card(
              random.nextLong(), random.nextBoolean() ? Optional.of((short) -2) : Optional.empty());
      case 1 -> new Transfer(new byte[random.nextInt(4)], '\uffff', random.nextBoolean());
      default -> new Split(List.of(payment(random, depth - 1), payment(random, depth - 1)));
    };
  }

  @Test
  void recordsMeanTheSameInTheMachineAsOnTheJvm() throws Exception {
    Guest guest = Guest.of(Shop.class);
    var random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      byte[] input = Codec.of(Order.class).encode(random(random));
      GuestRun expected = GuestRun.of(Shop::main, input);
      assertThat(expected.failure()).isEmpty();
      MachineRun run = MachineRun.of(guest, input);
      assertThat(run.printed()).isEmpty();
      assertThat(run.exit()).isEqualTo(new Exit.Halted(0));
      assertThat(run.journal()).isEqualTo(expected.journal());
    }
    byte[] input = Codec.of(Order.class).encode(random(random));
    for (int i = 0; i < 20; i++) {
      byte[] damaged = input.clone();
      damaged[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(8));
      damaged[4] |= (byte) (i % 3);
      GuestRun expected = GuestRun.of(Shop::main, damaged);
      MachineRun run = MachineRun.of(guest, damaged);
      assertThat(run.exit()).isEqualTo(new Exit.Halted(expected.exitCode()));
      assertThat(run.journal()).isEqualTo(expected.journal());
      expected.failure().ifPresent(e -> assertThat(run.printed()).contains(e.getMessage()));
    }
  }

  private static final class Depth {
    private Depth() {}

    public static void main(GuestContext guest) {
      guest.publish(Codec.of(Payment.class).encode(guest.input(Payment.class)));
    }
  }

  @Test
  void theStackHoldsTheDeepestValues() throws Exception {
    Guest guest = Guest.of(Depth.class);
    Payment payment = new Card(1, Optional.empty());
    for (int i = 1; i < Codec.MAX_DEPTH; i++) {
      payment = new Split(List.of(payment));
    }
    byte[] deepest = Codec.of(Payment.class).encode(payment);
    assertThat(MachineRun.of(guest, deepest).journal()).isEqualTo(deepest);
    byte[] deeper = new byte[deepest.length + 16];
    System.arraycopy(deepest, 0, deeper, 16, deepest.length);
    System.arraycopy(deepest, 0, deeper, 0, 16);
    MachineRun run = MachineRun.of(guest, deeper);
    assertThat(run.exit()).isEqualTo(new Exit.Halted(1));
    assertThat(run.printed()).contains("nested deeper than 1000 levels");
  }

  private record Job(String name, List<Runnable> tasks) {}

  private static final class Unsupported {
    private Unsupported() {}

    public static void main(GuestContext guest) {
      guest.print(guest.input(Job.class).name());
    }
  }

  @Test
  void aTypeWithoutAnEncodingIsNamedWhenTheGuestIsBuilt() {
    assertThatThrownBy(() -> Guest.of(Unsupported.class))
        .isInstanceOf(GuestCompilationException.class)
        .hasMessageContaining(": job.tasks[]: java.lang.Runnable has no encoding");
  }
}
