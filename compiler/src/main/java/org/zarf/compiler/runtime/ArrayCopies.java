package org.zarf.compiler.runtime;

/** {@code Arrays.copyOfRange}: the copy may be longer than what there is to copy. */
public final class ArrayCopies {

  private ArrayCopies() {}

  /** Of type boolean. */
  public static boolean[] copyOfRange(boolean[] array, int from, int to) {
    var copy = new boolean[length(array.length, from, to)];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** Of type byte. */
  public static byte[] copyOfRange(byte[] array, int from, int to) {
    var copy = new byte[length(array.length, from, to)];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** Of type char. */
  public static char[] copyOfRange(char[] array, int from, int to) {
    var copy = new char[length(array.length, from, to)];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** Of type short. */
  public static short[] copyOfRange(short[] array, int from, int to) {
    var copy = new short[length(array.length, from, to)];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** Of type int. */
  public static int[] copyOfRange(int[] array, int from, int to) {
    var copy = new int[length(array.length, from, to)];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** Of type long. */
  public static long[] copyOfRange(long[] array, int from, int to) {
    var copy = new long[length(array.length, from, to)];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** Of type float. */
  public static float[] copyOfRange(float[] array, int from, int to) {
    var copy = new float[length(array.length, from, to)];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** Of type double. */
  public static double[] copyOfRange(double[] array, int from, int to) {
    var copy = new double[length(array.length, from, to)];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  private static int length(int available, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    if (from < 0 || from > available) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: last source index " + to + " out of bounds for length " + available);
    }
    return to - from;
  }
}
