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
}
