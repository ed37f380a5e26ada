package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages files, and checks that damage does no harm. */
final class Corruption {
  private static final long[] VALUES = {
    0, 1, -1, 0x7f, 0xff, 0xffff, 0x7fffffffL, 0xffffffffL, 1L << 30, Long.MIN_VALUE
  };

  private Corruption() {}

  /** A copy with a few bytes or numbers changed, or cut off. */
  static byte[] of(byte[] file, SplittableRandom random) {
    byte[] copy = file.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(copy.length, 240) : copy.length);
      switch (random.nextInt(3)) {
        case 0 -> copy[at] = (byte) random.nextInt();
        case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
        default -> {
          long value = VALUES[random.nextInt(VALUES.length)];
          for (int k = 0; k < 1 << random.nextInt(4) && at + k < copy.length; k++) {
            copy[at + k] = (byte) (value >>> (8 * k));
          }
        }
      }
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length)) : copy;
  }

  /** Loads and runs it a little: nothing but the documented exception may come out. */
  static void load(byte[] file) {
    try {
      GuestProgram program = GuestProgram.load(file);
      assertThat(program.describe(program.entry())).isNotEmpty();
      Executor.run(program, RunOptions.defaults().withMaxCycles(1000).withMaxMemory(1 << 24));
    } catch (BadProgramException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
    }
  }
}
