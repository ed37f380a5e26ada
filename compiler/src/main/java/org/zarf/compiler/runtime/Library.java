package org.zarf.compiler.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Methods of objects of the class library, with the receiver as the first parameter. */
public final class Library {

  private static final String ABSENT = "No value present";

  private Library() {}

  /** {@link Enum#compareTo}: the difference of the ordinals. */
  public static int compareTo(Enum<?> a, Enum<?> b) {
    return a.ordinal() - b.ordinal();
  }

  /** {@link Iterator#remove}, where an iterator has none of its own. */
  @SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"}) // compiled guests call it
  public static void remove(Iterator<?> iterator) {
    throw new UnsupportedOperationException("remove");
  }

  /** {@link Optional#toString}. */
  public static String toString(Optional<?> value) {
    return value.isPresent() ? "Optional[" + value.get() + "]" : "Optional.empty";
  }

  /** {@link OptionalInt#toString}. */
  public static String toString(OptionalInt value) {
    return value.isPresent() ? "OptionalInt[" + value.getAsInt() + "]" : "OptionalInt.empty";
  }

  /** {@link OptionalLong#toString}. */
  public static String toString(OptionalLong value) {
    return value.isPresent() ? "OptionalLong[" + value.getAsLong() + "]" : "OptionalLong.empty";
  }

  /** {@link OptionalDouble#toString}. */
  public static String toString(OptionalDouble value) {
    return value.isPresent()
        ? "OptionalDouble[" + value.getAsDouble() + "]"
        : "OptionalDouble.empty";
  }

  /** {@link Optional#get} and {@link Optional#orElseThrow()}. */
  public static Object orElseThrow(Optional<?> value) {
    Object present = value.orElse(null);
    if (present == null) {
      throw new NoSuchElementException(ABSENT);
    }
    return present;
  }

  /** {@link Collection#toArray(Object[])}: of a longer array, one element is cleared. */
  public static Object[] toArray(Collection<?> elements, Object[] array) {
    int size = elements.size();
    Object[] all = array.length < size ? Arrays.copyOf(array, size) : array;
    int at = 0;
    for (Object element : elements) {
      all[at++] = element;
    }
    if (size < all.length) {
      all[size] = null;
    }
    return all;
  }

  /** {@link Pattern#split(CharSequence, int)}: no empty text before a match of nothing. */
  public static String[] split(Pattern pattern, CharSequence text, int limit) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int start = 0;
    while ((limit <= 0 || parts.size() < limit - 1) && matcher.find()) {
      if (matcher.end() > 0) {
        parts.add(text.subSequence(start, matcher.start()).toString());
        start = matcher.end();
      }
    }
    if (start == 0 && parts.isEmpty()) {
      return new String[] {text.toString()};
    }
    parts.add(text.subSequence(start, text.length()).toString());
    while (limit == 0 && !parts.isEmpty() && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return parts.toArray(new String[0]);
  }

  /** {@link String#isBlank}. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** {@link BigInteger#hashCode}. */
  public static int hashCode(BigInteger number) {
    byte[] bytes = number.abs().toByteArray();
    int hash = 0;
    for (int start = bytes.length % 4 - 4; start < bytes.length; start += 4) {
      int word = 0;
      for (int i = Math.max(start, 0); i < start + 4; i++) {
        word = (word << 8) | (bytes[i] & 255);
      }
      hash = hash * 31 + word;
    }
    return hash * number.signum();
  }

  /** {@link BigInteger#xor} of a negative number and one that is not: two's complement has it. */
  public static BigInteger xorOfDifferentSigns(BigInteger a, BigInteger b) {
    return a.or(b).subtract(a.and(b));
  }

  /** {@link BigInteger#doubleValue}: correctly rounded. */
  public static double doubleValue(BigInteger number) {
    int bits = number.abs().bitLength();
    if (bits < 64) {
      return number.longValue();
    }
    if (bits > Double.MAX_EXPONENT + 1) {
      return number.signum() * Double.POSITIVE_INFINITY;
    }
    int shift = bits - 62;
    return number.signum() * (double) leading(number, shift) * powerOfTwo(shift);
  }

  /** {@link BigInteger#floatValue}: correctly rounded. */
  public static float floatValue(BigInteger number) {
    int bits = number.abs().bitLength();
    if (bits < 64) {
      return number.longValue();
    }
    if (bits > Float.MAX_EXPONENT + 1) {
      return number.signum() * Float.POSITIVE_INFINITY;
    }
    int shift = bits - 62;
    return (float) (number.signum() * (double) (float) leading(number, shift) * powerOfTwo(shift));
  }

  /** The bits above some, the lowest of which says whether there are any ones below, too. */
  private static long leading(BigInteger number, int shift) {
    BigInteger size = number.abs();
    return size.shiftRight(shift).longValue() | (size.getLowestSetBit() < shift ? 1 : 0);
  }

  private static double powerOfTwo(int exponent) {
    return Double.longBitsToDouble((long) (exponent + Double.MAX_EXPONENT) << 52);
  }

  /** {@link BigInteger#flipBit}, also within setting and clearing bits. */
  public static BigInteger flipBit(BigInteger number, int bit) {
    BigInteger one = BigInteger.ONE.shiftLeft(bit);
    return number.testBit(bit) ? number.subtract(one) : number.add(one);
  }

  /** {@link BigDecimal#precision}: how many digits the number without its point has. */
  public static int precision(BigDecimal number) {
    BigInteger digits = number.unscaledValue().abs();
    if (digits.signum() == 0) {
      return 1;
    }
    // The logarithm of 2 to the base of 10, in units of 2^-31.
    int least = (int) (((digits.bitLength() + 1) * 646456993L) >>> 31);
    return digits.compareTo(BigInteger.TEN.pow(least)) < 0 ? least : least + 1;
  }

  /** {@link BigDecimal#hashCode}. */
  public static int hashCode(BigDecimal number) {
    BigInteger unscaled = number.unscaledValue();
    return unscaled.hashCode() * 31 + number.scale();
  }

  /** {@link Random#nextInt(int)}: the same numbers as on the JVM. */
  public static int nextInt(Random random, int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive");
    }
    int bits = random.nextInt() >>> 1;
    if ((bound & (bound - 1)) == 0) {
      return (int) ((bound * (long) bits) >> 31);
    }
    int value = bits % bound;
    while (bits - value + (bound - 1) < 0) {
      bits = random.nextInt() >>> 1;
      value = bits % bound;
    }
    return value;
  }

  /** {@link Random#nextInt(int, int)}. */
  public static int nextInt(Random random, int origin, int bound) {
    if (origin >= bound) {
      throw new IllegalArgumentException("bound must be greater than origin");
    }
    int range = bound - origin;
    int value = random.nextInt();
    if ((range & (range - 1)) == 0) {
      return (value & (range - 1)) + origin;
    }
    if (range > 0) {
      int bits = value >>> 1;
      value = bits % range;
      while (bits - value + (range - 1) < 0) {
        bits = random.nextInt() >>> 1;
        value = bits % range;
      }
      return value + origin;
    }
    while (value < origin || value >= bound) {
      value = random.nextInt();
    }
    return value;
  }

  /** {@link Random#nextBoolean()}. */
  public static boolean nextBoolean(Random random) {
    return random.nextInt() < 0;
  }

  /** {@link Random#nextBytes(byte[])}. */
  public static void nextBytes(Random random, byte[] bytes) {
    int bits = 0;
    for (int i = 0; i < bytes.length; i++) {
      bits = i % 4 == 0 ? random.nextInt() : bits >> 8;
      bytes[i] = (byte) bits;
    }
  }

  /** The hash code by which a hash map orders a key: high bits count in small maps too. */
  public static int spreadHash(@Nullable Object key) {
    if (key == null) {
      return 0;
    }
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }
}
