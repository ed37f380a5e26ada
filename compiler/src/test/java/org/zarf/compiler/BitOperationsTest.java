package org.zarf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zarf.guest.GuestContext;

/** Operations for which the machine has no instruction are short sequences, and no loops. */
class BitOperationsTest {

  private static final int TURNS = 100;

  /** Does an operation so many times. */
  static final class Bits {
    private Bits() {}

    public static void main(GuestContext guest) {
      int turns = guest.input()[1];
      long x = 0x1234_5678_9abc_def1L;
      switch (guest.input()[0]) {
        case 0 -> {
          for (int i = 0; i < turns; i++) {
            x += i;
          }
        }
        case 1 -> {
          for (int i = 0; i < turns; i++) {
            x += Integer.rotateRight((int) x, i);
          }
        }
        case 2 -> {
          for (int i = 0; i < turns; i++) {
            x += Long.rotateRight(x, i);
          }
        }
        case 3 -> {
          for (int i = 0; i < turns; i++) {
            x += Integer.bitCount((int) x);
          }
        }
        case 4 -> {
          for (int i = 0; i < turns; i++) {
            x += Long.bitCount(x);
          }
        }
        case 5 -> {
          for (int i = 0; i < turns; i++) {
            x += Math.multiplyHigh(x, x + i);
          }
        }
        case 6 -> {
          for (int i = 0; i < turns; i++) {
            x += Integer.compareUnsigned((int) x, i) + 2;
          }
        }
        case 7 -> {
          for (int i = 0; i < turns; i++) {
            x += Long.compareUnsigned(x, i) + 2;
          }
        }
        default -> throw new IllegalArgumentException();
      }
      guest.publish(new byte[] {(byte) x});
    }
  }

  private static Guest guest;

  @BeforeAll
  static void compile() throws Exception {
    Tools.requireCompiler();
    guest = Guest.of(Bits.class);
  }

  private static double cyclesOf(int operation) {
    long none = MachineRun.of(guest, (byte) operation, (byte) 0).run().cycles();
    return (double) (MachineRun.of(guest, (byte) operation, (byte) TURNS).run().cycles() - none)
        / TURNS;
  }

  @ParameterizedTest
  @CsvSource({
    "1, Integer.rotateRight, 11",
    "2, Long.rotateRight, 11",
    "3, Integer.bitCount, 20",
    "4, Long.bitCount, 20",
    "5, Math.multiplyHigh, 3",
    "6, Integer.compareUnsigned, 6",
    "7, Long.compareUnsigned, 6"
  })
  void takeFewCycles(int operation, String name, double most) {
    double cycles = cyclesOf(operation) - cyclesOf(0);
    assertThat(cycles).as("cycles of %s", name).isBetween(1.0, most);
  }
}
