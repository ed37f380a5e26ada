package org.zarf.algebra;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Large arrays that wait for the next proof of this process: the first touch of fresh memory costs
 * as much as the arithmetic on it. The collector may take those that wait, when memory gets scarce.
 *
 * @param <A> the type of the arrays
 */
public final class ArrayPool<A> {

  /** Arrays of elements. */
  public static final ArrayPool<int[]> INTS = new ArrayPool<>(int[]::new, a -> a.length);

  /** Arrays of words. */
  public static final ArrayPool<long[]> LONGS = new ArrayPool<>(long[]::new, a -> a.length);

  /** Shorter arrays are not worth keeping. */
  private static final int MIN_LENGTH = 1 << 12;

  private final IntFunction<A> fresh;
  private final ToIntFunction<A> length;
  private final Map<Integer, Deque<SoftReference<A>>> free = new HashMap<>();

  private ArrayPool(IntFunction<A> fresh, ToIntFunction<A> length) {
    this.fresh = fresh;
    this.length = length;
  }

  /** An array with anything in it. */
  public A take(int count) {
    A array = count < MIN_LENGTH ? null : waiting(count);
    return array == null ? fresh.apply(count) : array;
  }

  /** Keeps an array that nobody will read or write any more. */
  public synchronized void give(A array) {
    int count = length.applyAsInt(array);
    if (count >= MIN_LENGTH) {
      free.computeIfAbsent(count, n -> new ArrayDeque<>()).push(new SoftReference<>(array));
    }
  }

  private synchronized @Nullable A waiting(int count) {
    Deque<SoftReference<A>> same = free.getOrDefault(count, new ArrayDeque<>());
    while (!same.isEmpty()) {
      A array = same.pop().get();
      if (array != null) {
        return array;
      }
    }
    return null;
  }
}
