package org.zarf.prover;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.zarf.hash.Digests;

/**
 * The large arrays of one proof. They come from earlier proofs of this process where there are any:
 * the first touch of fresh memory costs as much as the arithmetic on it. The collector may take
 * those that wait, when memory gets scarce.
 */
final class Workspace {

  /** Shorter arrays are not worth keeping. */
  private static final int MIN_LENGTH = 1 << 12;

  private static final Map<Integer, Deque<SoftReference<int[]>>> FREE = new ConcurrentHashMap<>();

  private final Set<int[]> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /** An array with anything in it. */
  int[] take(int length) {
    if (length < MIN_LENGTH) {
      return new int[length];
    }
    int[] array = reuse(length);
    if (array == null) {
      array = new int[length];
    }
    used.add(array);
    return array;
  }

  private static int @Nullable [] reuse(int length) {
    Deque<SoftReference<int[]>> free = FREE.computeIfAbsent(length, n -> new ArrayDeque<>());
    synchronized (free) {
      while (!free.isEmpty()) {
        int[] array = free.pop().get();
        if (array != null) {
          return array;
        }
      }
    }
    return null;
  }

  /** Some arrays of one length. */
  int[][] take(int count, int length) {
    int[][] arrays = new int[count][];
    Arrays.setAll(arrays, i -> take(length));
    return arrays;
  }

  /** Room for digests. */
  Digests digests(int count) {
    return new Digests(count, take(Digests.size(count)));
  }

  /** Takes arrays back; those that are not of this workspace are left alone. */
  void give(int[]... arrays) {
    for (int[] array : arrays) {
      if (used.remove(array)) {
        free(array);
      }
    }
  }

  private static void free(int[] array) {
    assert spoil(array);
    Deque<SoftReference<int[]>> free = FREE.computeIfAbsent(array.length, n -> new ArrayDeque<>());
    synchronized (free) {
      free.push(new SoftReference<>(array));
    }
  }

  /** What still reads an array that was given back shall be seen to be wrong. */
  private static boolean spoil(int[] array) {
    Arrays.fill(array, -1);
    return true;
  }

  /** Takes all arrays back. */
  void end() {
    used.forEach(Workspace::free);
    used.clear();
  }
}
