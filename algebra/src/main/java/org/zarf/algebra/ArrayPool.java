package org.zarf.algebra;

import java.lang.ref.SoftReference;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Large arrays that wait for the next proof of this process: the first touch of fresh memory costs
 * as much as the arithmetic on it. The collector may take those that wait, when memory gets scarce.
 *
 * @param <A> the type of the arrays
 */
public final class ArrayPool<A> {

  /** Arrays of elements. */
  public static final ArrayPool<int[]> INTS = new ArrayPool<>(int[]::new);

  /** Arrays of words. */
  public static final ArrayPool<long[]> LONGS = new ArrayPool<>(long[]::new);

  /** Shorter arrays are not worth keeping. */
  private static final int MIN_LENGTH = 1 << 12;

  private final IntFunction<A> fresh;
  private final Map<Integer, Deque<SoftReference<A>>> free = new ConcurrentHashMap<>();

  private ArrayPool(IntFunction<A> fresh) {
    this.fresh = fresh;
  }

  /** An array with anything in it. */
  public A take(int length) {
    A array = length < MIN_LENGTH ? null : waiting(length);
    return array == null ? fresh.apply(length) : array;
  }

  /** Keeps an array that nobody will read or write any more. */
  public void give(A array) {
    int length = Array.getLength(array);
    if (length >= MIN_LENGTH) {
      Deque<SoftReference<A>> same = free.computeIfAbsent(length, n -> new ArrayDeque<>());
      synchronized (same) {
        same.push(new SoftReference<>(array));
      }
    }
  }

  private @Nullable A waiting(int length) {
    Deque<SoftReference<A>> same = free.computeIfAbsent(length, n -> new ArrayDeque<>());
    synchronized (same) {
      while (!same.isEmpty()) {
        A array = same.pop().get();
        if (array != null) {
          return array;
        }
      }
    }
    return null;
  }
}
