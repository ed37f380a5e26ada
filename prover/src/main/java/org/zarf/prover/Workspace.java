package org.zarf.prover;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.zarf.algebra.ArrayPool;
import org.zarf.hash.Digests;

/** The large arrays of one proof, which come from earlier ones where there are any. */
final class Workspace {

  private final Set<int[]> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /** An array with anything in it. */
  int[] take(int length) {
    int[] array = ArrayPool.INTS.take(length);
    used.add(array);
    return array;
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
    ArrayPool.INTS.give(array);
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
