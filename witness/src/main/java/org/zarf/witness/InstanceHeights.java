package org.zarf.witness;

import java.util.ArrayList;
import java.util.List;
import org.zarf.machine.TableHeights;

/** Chooses the heights of the instances that together hold the rows of a table. */
final class InstanceHeights {

  /** Below this, opening a second instance costs more than the padding that it saves. */
  private static final int MIN_LOG_SPLIT = 16;

  private InstanceHeights() {}

  /**
   * Logarithms of heights, descending; none for no rows. What is not more than 2^k + 2^(k-1) rows
   * is split once rather than padded to 2^(k+1).
   */
  static List<Integer> of(int rows, TableHeights heights) {
    var chosen = new ArrayList<Integer>();
    int left = rows;
    int full = heights.regularRows(heights.maxLogHeight());
    while (left > full) {
      chosen.add(heights.maxLogHeight());
      left -= full;
    }
    if (left > 0) {
      int one = heights.logHeight(left);
      int rest = left - (one > heights.minLogHeight() ? heights.regularRows(one - 1) : 0);
      if (one > MIN_LOG_SPLIT && rest <= heights.regularRows(one - 2)) {
        chosen.add(one - 1);
        chosen.add(heights.logHeight(rest));
      } else {
        chosen.add(one);
      }
    }
    return chosen;
  }
}
