package org.zarf.compiler.runtime;

import org.teavm.interop.Export;

/**
 * Exceptions that translated code throws without a throw statement. Handlers that could catch one
 * pass what they catch through {@code caught}, for whose results TeaVM's analysis takes them all:
 * otherwise the handler would know neither their methods nor their names.
 */
public final class Failures {

  private Failures() {}

  /**
   * Throws what the JVM throws for an index beyond an array.
   *
   * @param length that of the array; below 0 if it is not known
   */
  @Export(name = "zarf_java_index_out_of_bounds")
  @SuppressWarnings("DoNotCallSuggester") // it is called in C
  public static void indexOutOfBounds(int index, int length) {
    throw new ArrayIndexOutOfBoundsException(
        "Index " + index + " out of bounds" + (length < 0 ? "" : " for length " + length));
  }

  /** Throws what a division of ints by zero does. */
  @SuppressWarnings("DoNotCallSuggester") // compiled guests call it
  public static int divisionByZero() {
    throw new ArithmeticException("/ by zero");
  }

  /** Throws what a division of longs by zero does. */
  @SuppressWarnings("DoNotCallSuggester") // compiled guests call it
  public static long longDivisionByZero() {
    throw new ArithmeticException("/ by zero");
  }

  /** What a handler catches. */
  public static Throwable caught(Throwable failure) {
    return failure;
  }

  /** What a handler catches. */
  public static Exception caught(Exception failure) {
    return failure;
  }

  /** What a handler catches. */
  public static RuntimeException caught(RuntimeException failure) {
    return failure;
  }

  /** What a handler catches. */
  public static IndexOutOfBoundsException caught(IndexOutOfBoundsException failure) {
    return failure;
  }

  /** What a handler catches. */
  public static ArrayIndexOutOfBoundsException caught(ArrayIndexOutOfBoundsException failure) {
    return failure;
  }

  /** What a handler catches. */
  public static NullPointerException caught(NullPointerException failure) {
    return failure;
  }

  /** What a handler catches. */
  public static ClassCastException caught(ClassCastException failure) {
    return failure;
  }
}
