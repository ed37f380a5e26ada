package org.zarf.witness;

import java.util.SplittableRandom;

/** Operands that are extreme about as often as they are random. */
final class Operand {

  private static final long[] EXTREMES = {
    0,
    1,
    2,
    -1,
    -2,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0x8000_0000L,
    0xffff_ffffL,
    0x1_0000_0000L,
    0xffff,
    0x1_0000,
    0xffff_0000L,
    0x7fff,
    0x8000,
    0x7f00_0001L,
    0x7f00_0000L,
    0xffff_ffff_0000_0000L,
    0x0000_ffff_0000_ffffL
  };

  private Operand() {}

  /** Any word. */
  static long any(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextLong() >> random.nextInt(64);
      default -> EXTREMES[random.nextInt(EXTREMES.length)];
    };
  }

  /** Any immediate of 12 bits. */
  static long immediate(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> -2048;
      case 1 -> 2047;
      case 2 -> 0;
      case 3 -> -1;
      default -> random.nextInt(-2048, 2048);
    };
  }
}
