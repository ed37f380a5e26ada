package org.zarf.compiler;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Inputs of guests that are not as they should be. */
public final class Inputs {

  /** Lengths and numbers at the edge of their types. */
  private static final int[] EXTREMES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 20};

  private Inputs() {}

  /** All beginnings of an input but the whole, the shortest first. */
  public static Stream<byte[]> truncated(byte[] valid) {
    return IntStream.range(0, valid.length).mapToObj(length -> Arrays.copyOf(valid, length));
  }

  /**
   * Damages an input: bits are flipped, bytes and four-byte numbers replaced, the end cut off or
   * continued, parts taken out or repeated.
   *
   * @param valid what is damaged, each time anew; itself not modified
   * @param count of damaged inputs
   * @param random decides what is done to which part; {@link java.util.SplittableRandom} is one
   */
  public static Stream<byte[]> damaged(byte[] valid, int count, RandomGenerator random) {
    return Stream.generate(() -> damaged(valid, random)).limit(count);
  }

  private static byte[] damaged(byte[] valid, RandomGenerator random) {
    byte[] bytes = valid;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(bytes.length + 1);
      int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> replaced(bytes, at, new byte[] {(byte) random.nextInt()});
            case 2 -> replaced(bytes, at, number(EXTREMES[random.nextInt(EXTREMES.length)]));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> joined(Arrays.copyOf(bytes, at), bytes, end);
            default -> joined(Arrays.copyOf(bytes, end), bytes, at);
          };
    }
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, int at, RandomGenerator random) {
    if (at == bytes.length) {
      return Arrays.copyOf(bytes, at + 1);
    }
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  /** With other bytes from a place on, which may go beyond the end. */
  private static byte[] replaced(byte[] bytes, int at, byte[] part) {
    byte[] replaced = Arrays.copyOf(bytes, Math.max(bytes.length, at + part.length));
    System.arraycopy(part, 0, replaced, at, part.length);
    return replaced;
  }

  private static byte[] number(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  /** Bytes, and behind them the end of others. */
  private static byte[] joined(byte[] head, byte[] bytes, int from) {
    byte[] joined = Arrays.copyOf(head, head.length + bytes.length - from);
    System.arraycopy(bytes, from, joined, head.length, bytes.length - from);
    return joined;
  }
}
