package org.zarf.compiler.runtime;

import org.teavm.interop.Import;
import org.teavm.interop.NoSideEffects;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Operations of {@code Integer}, {@code Long} and {@code Math} that are few instructions in C. */
@Include(value = "zarf_java.h", isSystem = false)
public final class Bits {

  private Bits() {}

  /** {@link Integer#rotateLeft}. */
  @Import(name = "zarf_java_rotate_left_32")
  @Unmanaged
  @NoSideEffects
  public static native int rotateLeft(int value, int distance);

  /** {@link Integer#rotateRight}. */
  @Import(name = "zarf_java_rotate_right_32")
  @Unmanaged
  @NoSideEffects
  public static native int rotateRight(int value, int distance);

  /** {@link Integer#bitCount}. */
  @Import(name = "zarf_java_bit_count_32")
  @Unmanaged
  @NoSideEffects
  public static native int bitCount(int value);

  /** {@link Integer#numberOfLeadingZeros}. */
  @Import(name = "zarf_java_leading_zeros_32")
  @Unmanaged
  @NoSideEffects
  public static native int numberOfLeadingZeros(int value);

  /** {@link Integer#numberOfTrailingZeros}. */
  @Import(name = "zarf_java_trailing_zeros_32")
  @Unmanaged
  @NoSideEffects
  public static native int numberOfTrailingZeros(int value);

  /** {@link Integer#reverseBytes}. */
  @Import(name = "zarf_java_reverse_bytes_32")
  @Unmanaged
  @NoSideEffects
  public static native int reverseBytes(int value);

  /** {@link Long#rotateLeft}. */
  @Import(name = "zarf_java_rotate_left_64")
  @Unmanaged
  @NoSideEffects
  public static native long rotateLeft(long value, int distance);

  /** {@link Long#rotateRight}. */
  @Import(name = "zarf_java_rotate_right_64")
  @Unmanaged
  @NoSideEffects
  public static native long rotateRight(long value, int distance);

  /** {@link Long#bitCount}. */
  @Import(name = "zarf_java_bit_count_64")
  @Unmanaged
  @NoSideEffects
  public static native int bitCount(long value);

  /** {@link Long#numberOfLeadingZeros}. */
  @Import(name = "zarf_java_leading_zeros_64")
  @Unmanaged
  @NoSideEffects
  public static native int numberOfLeadingZeros(long value);

  /** {@link Long#numberOfTrailingZeros}. */
  @Import(name = "zarf_java_trailing_zeros_64")
  @Unmanaged
  @NoSideEffects
  public static native int numberOfTrailingZeros(long value);

  /** {@link Long#reverseBytes}. */
  @Import(name = "zarf_java_reverse_bytes_64")
  @Unmanaged
  @NoSideEffects
  public static native long reverseBytes(long value);

  /** {@link Math#multiplyHigh}. */
  @Import(name = "zarf_java_multiply_high")
  @Unmanaged
  @NoSideEffects
  public static native long multiplyHigh(long x, long y);

  /** {@link Math#multiplyFull}. */
  public static long multiplyFull(int x, int y) {
    return (long) x * y;
  }

  /** {@link Math#unsignedMultiplyHigh}. */
  @Import(name = "zarf_java_unsigned_multiply_high")
  @Unmanaged
  @NoSideEffects
  public static native long unsignedMultiplyHigh(long x, long y);
}
