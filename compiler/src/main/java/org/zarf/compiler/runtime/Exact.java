package org.zarf.compiler.runtime;

/** Arithmetic of {@code Math} that throws where the result has no room, with the JVM's messages. */
public final class Exact {

  private Exact() {}

  /** {@link Math#addExact(int, int)}. */
  public static int addExact(int x, int y) {
    int sum = x + y;
    return ((x ^ sum) & (y ^ sum)) < 0 ? noInt() : sum;
  }

  /** {@link Math#addExact(long, long)}. */
  public static long addExact(long x, long y) {
    long sum = x + y;
    return ((x ^ sum) & (y ^ sum)) < 0 ? noLong() : sum;
  }

  /** {@link Math#subtractExact(int, int)}. */
  public static int subtractExact(int x, int y) {
    int difference = x - y;
    return ((x ^ y) & (x ^ difference)) < 0 ? noInt() : difference;
  }

  /** {@link Math#subtractExact(long, long)}. */
  public static long subtractExact(long x, long y) {
    long difference = x - y;
    return ((x ^ y) & (x ^ difference)) < 0 ? noLong() : difference;
  }

  /** {@link Math#multiplyExact(int, int)}. */
  public static int multiplyExact(int x, int y) {
    long product = (long) x * y;
    return (int) product == product ? (int) product : noInt();
  }

  /** {@link Math#multiplyExact(long, int)}. */
  public static long multiplyExact(long x, int y) {
    return multiplyExact(x, (long) y);
  }

  /** {@link Math#multiplyExact(long, long)}. */
  public static long multiplyExact(long x, long y) {
    long product = x * y;
    return Bits.multiplyHigh(x, y) == product >> 63 ? product : noLong();
  }

  /** {@link Math#incrementExact(int)}. */
  public static int incrementExact(int a) {
    return a == Integer.MAX_VALUE ? noInt() : a + 1;
  }

  /** {@link Math#incrementExact(long)}. */
  public static long incrementExact(long a) {
    return a == Long.MAX_VALUE ? noLong() : a + 1;
  }

  /** {@link Math#decrementExact(int)}. */
  public static int decrementExact(int a) {
    return a == Integer.MIN_VALUE ? noInt() : a - 1;
  }

  /** {@link Math#decrementExact(long)}. */
  public static long decrementExact(long a) {
    return a == Long.MIN_VALUE ? noLong() : a - 1;
  }

  /** {@link Math#negateExact(int)}. */
  public static int negateExact(int a) {
    return a == Integer.MIN_VALUE ? noInt() : -a;
  }

  /** {@link Math#negateExact(long)}. */
  public static long negateExact(long a) {
    return a == Long.MIN_VALUE ? noLong() : -a;
  }

  /** {@link Math#toIntExact}. */
  public static int toIntExact(long value) {
    return (int) value == value ? (int) value : noInt();
  }

  /** {@link Math#absExact(int)}. */
  public static int absExact(int a) {
    if (a == Integer.MIN_VALUE) {
      throw new ArithmeticException("Overflow to represent absolute value of Integer.MIN_VALUE");
    }
    return Math.abs(a);
  }

  /** {@link Math#absExact(long)}. */
  public static long absExact(long a) {
    if (a == Long.MIN_VALUE) {
      throw new ArithmeticException("Overflow to represent absolute value of Long.MIN_VALUE");
    }
    return Math.abs(a);
  }

  private static int noInt() {
    throw new ArithmeticException("integer overflow");
  }

  private static long noLong() {
    throw new ArithmeticException("long overflow");
  }
}
