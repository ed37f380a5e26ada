package org.zarf.jvm;

/** Random values from a seed, with many at the edges: the splitmix64 generator. */
public final class Bits {

  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    31,
    32,
    63,
    64,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    0xffffffffL,
    1L << 32
  };

  private long state;

  Bits(long seed) {
    state = seed;
  }

  private long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** A number from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }

  /** Any number, and often an edge. */
  public long nextLong() {
    int kind = below(8);
    if (kind == 0) {
      return EDGES[below(EDGES.length)];
    }
    return kind == 1 ? -EDGES[below(EDGES.length)] : next() >> below(64);
  }

  /** Any number, and often an edge. */
  public int nextInt() {
    return (int) nextLong();
  }

  /** Any bits of a double, or a decimal of few digits, or an integer. */
  public double nextDouble() {
    return switch (below(4)) {
      case 0 -> nextLong();
      case 1 -> nextInt() / 1000.0;
      case 2 -> (next() >>> 11) * 0x1p-53;
      default -> Double.longBitsToDouble(next());
    };
  }

  /** A word of letters, digits and others. */
  public String nextString(int maxLength) {
    var text = new StringBuilder();
    int length = below(maxLength + 1);
    for (int i = 0; i < length; i++) {
      int kind = below(12);
      text.append(
          kind == 0
              ? " "
              : kind == 1
                  ? "\u00e9"
                  : kind == 2 ? "\ud83d\ude00" : String.valueOf((char) ('a' + below(6))));
    }
    return text.toString();
  }
}
