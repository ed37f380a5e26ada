package org.zarf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.guest.GuestContext;
import org.zarf.riscv.FunctionCycles;
import org.zarf.riscv.LineCycles;
import org.zarf.riscv.Profile;
import org.zarf.sdk.Program;

/** Cycles are told by methods and lines of Java. */
class ProfileTest {

  private static final int STEPS = 10_000;

  @BeforeAll
  static void requireCompiler() {
    Tools.requireCompiler();
  }

  static final class Searching {
    private Searching() {}

    /** Calls itself, so that it is no part of its caller. */
    static int collatz(int from, int calls) {
      int at = from;
      for (int i = 0; i < 10; i++) {
        at = (at & 1) == 0 ? at >> 1 : 3 * at + 1;
      }
      return calls == 0 ? at : at ^ collatz(at, calls - 1);
    }

    static long collatz(long from) {
      return from == 1 ? 0 : 1 ^ collatz((from & 1) == 0 ? from >> 1 : 3 * from + 1);
    }

    public static void main(GuestContext guest) {
      byte[] input = guest.input();
      int found = collatz(input.length, STEPS / 10);
      guest.publish(new byte[] {(byte) found, (byte) collatz(27L * (input.length + 1))});
    }
  }

  @Test
  void methodsAndLinesAreThoseOfTheSource() throws Exception {
    MachineRun run = MachineRun.of(Guest.of(Searching.class));
    Profile profile = run.run().profile();
    String owner = Searching.class.getName();
    FunctionCycles longest = profile.functions().getFirst();
    assertThat(longest.name()).isEqualTo(owner + ".collatz(int,int)");
    assertThat(longest.cycles()).isBetween(6L * STEPS, 20L * STEPS);
    assertThat(profile.functions())
        .extracting(FunctionCycles::name)
        .contains(owner + ".collatz(long)", owner + ".main(GuestContext)")
        .noneMatch(name -> name.startsWith("meth_") || name.startsWith("initclass_"));
    LineCycles line = profile.lines().getFirst();
    assertThat(line.line().file()).isEqualTo("org/zarf/compiler/ProfileTest.java");
    assertThat(line.cycles()).isBetween(2L * STEPS, longest.cycles());
    long ofMethod =
        profile.lines().stream()
            .filter(l -> l.line().file().equals(line.line().file()))
            .mapToLong(LineCycles::cycles)
            .sum();
    assertThat(ofMethod).isGreaterThanOrEqualTo(longest.cycles());
  }

  /** Without section headers there are neither names nor lines. */
  @Test
  void namesAndLinesAreNoPartOfTheProgram() throws Exception {
    Guest guest = Guest.of(Searching.class);
    ByteBuffer bare = ByteBuffer.wrap(guest.elf()).order(ByteOrder.LITTLE_ENDIAN);
    bare.putLong(0x28, 0).putShort(0x3c, (short) 0).putShort(0x3e, (short) 0);
    Program nameless = Program.of(bare.array());
    assertThat(nameless.guest().symbols()).isEmpty();
    assertThat(nameless.guest().lineAt(nameless.guest().entry())).isEmpty();
    assertThat(nameless.id()).isEqualTo(guest.program().id());
  }
}
