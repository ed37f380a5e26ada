package org.zarf.witness;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Operands that are extreme about as often as they are random. */
final class Operand {

  /** Operands at the edges of everything. */
  static final List<Long> EXTREMES =
      LongStream.of(
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
              Integer.MIN_VALUE - 1L,
              0x8000_0000L,
              0xffff_ffffL,
              0x1_0000_0000L,
              0xff,
              0x100,
              0xffff,
              0x1_0000,
              0xffff_0000L,
              0x7fff,
              0x8000,
              0x7f00_0001L,
              0x7f00_0000L,
              0xffff_ffff_0000_0000L,
              0x0000_ffff_0000_ffffL,
              0xffff_0000_ffff_0000L,
              0x8000_0000_8000_0000L,
              15,
              16,
              31,
              32,
              33,
              48,
              63,
              64,
              0xffc0,
              0xffe0,
              0xfff0)
          .boxed()
          .toList();

  private Operand() {}

  /** Any word. */
  static long any(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextLong() >> random.nextInt(64);
      default -> EXTREMES.get(random.nextInt(EXTREMES.size()));
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
