package org.zarf.compiler.runtime;

/** What bytecodes do where C does something else, or nothing that is defined. */
public final class Checked {

  private Checked() {}

  /** {@link Integer#divideUnsigned}. */
  public static int divideUnsigned(int a, int b) {
    if (b == 0) {
      throw new ArithmeticException("/ by zero");
    }
    return Integer.divideUnsigned(a, b);
  }

  /** {@link Integer#remainderUnsigned}. */
  public static int remainderUnsigned(int a, int b) {
    if (b == 0) {
      throw new ArithmeticException("/ by zero");
    }
    return Integer.remainderUnsigned(a, b);
  }

  /** {@link Long#divideUnsigned}. */
  public static long divideUnsigned(long a, long b) {
    if (b == 0) {
      throw new ArithmeticException("/ by zero");
    }
    return Long.divideUnsigned(a, b);
  }

  /** {@link Long#remainderUnsigned}. */
  public static long remainderUnsigned(long a, long b) {
    if (b == 0) {
      throw new ArithmeticException("/ by zero");
    }
    return Long.remainderUnsigned(a, b);
  }

  /** {@link Math#round(double)}: ties go up. */
  public static long round(double a) {
    double below = Math.floor(a);
    return toLong(a - below >= 0.5 ? below + 1 : below);
  }

  /** {@link Math#round(float)}: ties go up. */
  public static int round(float a) {
    double below = Math.floor(a);
    return toInt(a - below >= 0.5 ? below + 1 : below);
  }

  /** {@code f2i}: NaN is 0. */
  public static int toInt(float a) {
    return Float.isNaN(a) ? 0 : (int) a;
  }

  /** {@code f2l}. */
  public static long toLong(float a) {
    return Float.isNaN(a) ? 0 : (long) a;
  }

  /** {@code d2i}. */
  public static int toInt(double a) {
    return Double.isNaN(a) ? 0 : (int) a;
  }

  /** {@code d2l}. */
  public static long toLong(double a) {
    return Double.isNaN(a) ? 0 : (long) a;
  }

  /** The length of a new array. */
  public static int length(int length) {
    if (length < 0) {
      throw new NegativeArraySizeException(Integer.toString(length));
    }
    return length;
  }
}
