package org.zarf.compiler.runtime;

/** Checks of {@code Objects}, with the JVM's messages. */
public final class Indices {

  private Indices() {}

  /** {@link java.util.Objects#checkIndex(int, int)}. */
  public static int checkIndex(int index, int length) {
    return (int) checkIndex((long) index, (long) length);
  }

  /** {@link java.util.Objects#checkIndex(long, long)}. */
  public static long checkIndex(long index, long length) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
    }
    return index;
  }

  /** {@link java.util.Objects#checkFromToIndex(int, int, int)}. */
  public static int checkFromToIndex(int from, int to, int length) {
    return (int) checkFromToIndex((long) from, (long) to, (long) length);
  }

  /** {@link java.util.Objects#checkFromToIndex(long, long, long)}. */
  public static long checkFromToIndex(long from, long to, long length) {
    if (from < 0 || from > to || to > length) {
      throw new IndexOutOfBoundsException(
          "Range [" + from + ", " + to + ") out of bounds for length " + length);
    }
    return from;
  }

  /** {@link java.util.Objects#checkFromIndexSize(int, int, int)}. */
  public static int checkFromIndexSize(int from, int size, int length) {
    return (int) checkFromIndexSize((long) from, (long) size, (long) length);
  }

  /** {@link java.util.Objects#checkFromIndexSize(long, long, long)}. */
  public static long checkFromIndexSize(long from, long size, long length) {
    if ((length | from | size) < 0 || size > length - from) {
      throw new IndexOutOfBoundsException(
          "Range [" + from + ", " + from + " + " + size + ") out of bounds for length " + length);
    }
    return from;
  }

  /** {@link java.util.Objects#requireNonNull(Object)}: no message. */
  public static Object requireNonNull(Object object) {
    if (object == null) {
      throw new NullPointerException();
    }
    return object;
  }
}
