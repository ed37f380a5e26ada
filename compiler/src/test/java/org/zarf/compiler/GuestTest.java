package org.zarf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.guest.GuestContext;
import org.zarf.riscv.Exit;

class GuestTest {

  @BeforeAll
  static void requireCompiler() {
    Tools.requireCompiler();
  }

  static final class Hello {
    private Hello() {}

    public static void main(GuestContext guest) {
      System.out.println("Gr\u00fc\u00dfe \u20ac \ud83d\ude00");
      guest.print("printed\n");
      byte[] input = guest.input();
      guest.publish(new byte[] {(byte) input.length, input[1]});
    }
  }

  @Test
  void whatAGuestPrintsAndPublishesComesOut() throws Exception {
    MachineRun run = MachineRun.of(Guest.of(Hello.class), (byte) 5, (byte) 6);
    assertThat(run.exit()).isEqualTo(new Exit.Halted(0));
    assertThat(run.printed()).isEqualTo("Gr\u00fc\u00dfe \u20ac \ud83d\ude00\nprinted\n");
    assertThat(run.journal()).containsExactly(2, 6);
  }

  static final class Throwing {
    private Throwing() {}

    static int at(int[] array, int index) {
      return array[index];
    }

    public static void main(GuestContext guest) {
      try {
        at(new int[2], 3);
      } catch (RuntimeException e) {
        System.out.println(e);
      }
      guest.publish(new byte[] {1});
      throw new IllegalStateException("no", new RuntimeException("cause"));
    }
  }

  @Test
  void anUncaughtExceptionEndsTheRunWithItsTrace() throws Exception {
    MachineRun run = MachineRun.of(Guest.of(Throwing.class));
    assertThat(run.exit()).isEqualTo(new Exit.Halted(1));
    assertThat(run.journal()).containsExactly(1);
    assertThat(run.printed().lines())
        .satisfiesExactly(
            l ->
                assertThat(l)
                    .isEqualTo(
                        "java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for"
                            + " length 2"),
            l ->
                assertThat(l)
                    .isEqualTo("Exception in thread \"main\" java.lang.IllegalStateException: no"),
            l ->
                assertThat(l)
                    .startsWith("\tat org.zarf.compiler.GuestTest$Throwing.main(GuestTest.java:"),
            l -> assertThat(l).isEqualTo("Caused by: java.lang.RuntimeException: cause"),
            l ->
                assertThat(l)
                    .startsWith("\tat org.zarf.compiler.GuestTest$Throwing.main(GuestTest.java:"));
  }

  static final class Empty {
    private Empty() {}

    public static void main(GuestContext guest) {}
  }

  @Test
  void anEmptyGuestTakesFewCycles() throws Exception {
    MachineRun run = MachineRun.of(Guest.of(Empty.class));
    assertThat(run.exit()).isEqualTo(new Exit.Halted(0));
    assertThat(run.run().cycles()).isLessThan(10_000);
  }

  static final class Growing {
    private Growing() {}

    public static void main(GuestContext guest) {
      var lists = new java.util.ArrayList<long[]>();
      for (int i = 0; i < 20_000; i++) {
        lists.add(new long[250]);
        lists.getLast()[i % 250] = i;
      }
      guest.publish(new byte[] {(byte) lists.get(19_999)[249]});
    }
  }

  @Test
  void theHeapGrowsAsNeeded() throws Exception {
    MachineRun run = MachineRun.of(Guest.of(Growing.class));
    assertThat(run.exit()).isEqualTo(new Exit.Halted(0));
    assertThat(run.journal()).containsExactly((byte) 19_999);
    assertThat(run.run().memoryBytes()).isGreaterThan(40_000_000);
  }

  static final class Huge {
    private Huge() {}

    public static void main(GuestContext guest) {
      System.out.print("before ");
      guest.publish(new byte[new long[guest.input()[0] << 28].length]);
    }
  }

  @Test
  void outOfMemoryIsACleanEnd() throws Exception {
    MachineRun run = MachineRun.of(Guest.of(Huge.class), (byte) 1);
    assertThat(run.exit()).isEqualTo(new Exit.Halted(1));
    assertThat(run.printed()).startsWith("before java.lang.OutOfMemoryError");
    assertThat(run.journal()).isEmpty();
  }
}
