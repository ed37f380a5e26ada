package org.zarf.prover;

import java.util.ArrayList;
import java.util.List;
import org.zarf.stark.Domain;
import org.zarf.stark.Parameters;

/**
 * How many instances a table needs for some rows, and how tall. Padding is waste: two instances of
 * 2^k and 2^(k-1) rows serve what does not fill one of 2^(k+1).
 */
public final class InstanceHeights {

  /** Below this, a second instance costs more than the padding that it saves. */
  private static final int MIN_LOG_SPLIT = 16;

  private InstanceHeights() {}

  /** How many regular rows an instance has. */
  public static int capacity(int logHeight, Parameters parameters) {
    return new Domain(logHeight, parameters.blindingRows()).regularRows();
  }

  /**
   * The logarithms of the heights of a table's instances, tallest first; none for no rows.
   *
   * @param rows how many rows are to be filled, in all instances together
   */
  public static List<Integer> of(long rows, Parameters parameters) {
    var heights = new ArrayList<Integer>();
    int tallest = parameters.maxLogHeight();
    long rest = rows;
    for (; rest > capacity(tallest, parameters); rest -= capacity(tallest, parameters)) {
      heights.add(tallest);
    }
    if (rest > 0) {
      int single = smallest(rest, parameters);
      int left = single - 1;
      int right = single - 2;
      boolean splits =
          left >= MIN_LOG_SPLIT
              && right >= parameters.minLogHeight()
              && capacity(left, parameters) + capacity(right, parameters) >= rest;
      heights.addAll(splits ? List.of(left, right) : List.of(single));
    }
    return List.copyOf(heights);
  }

  /**
   * The logarithm of the height of the only instance of a table.
   *
   * @throws IllegalArgumentException if no height is enough
   */
  public static int ofOne(long rows, Parameters parameters) {
    if (rows > capacity(parameters.maxLogHeight(), parameters)) {
      throw new IllegalArgumentException(
          rows + " rows in one instance of at most 2^" + parameters.maxLogHeight());
    }
    return smallest(rows, parameters);
  }

  private static int smallest(long rows, Parameters parameters) {
    int logHeight = parameters.minLogHeight();
    while (capacity(logHeight, parameters) < rows) {
      logHeight++;
    }
    return logHeight;
  }
}
