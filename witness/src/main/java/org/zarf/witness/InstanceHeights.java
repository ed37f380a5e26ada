package org.zarf.witness;

import java.util.ArrayList;
import java.util.List;
import org.zarf.machine.TableHeights;

/**
 * Chooses the heights of the instances that together hold the rows of a table.
 *
 * @param tables the heights that a table may have
 * @param worth how many rows of padding one more instance must save: the rows of all its columns
 *     are opened at every query, which makes a receipt larger by some 70 kB
 */
record InstanceHeights(TableHeights tables, int worth) {

  /** One instance more for each 128th part of a run that need not be proved. */
  private static final int PART = 128;

  /**
   * The choice for a run.
   *
   * @param rows of all tables of instructions
   */
  static InstanceHeights of(TableHeights tables, int rows) {
    return new InstanceHeights(tables, rows / PART);
  }

  /** Logarithms of heights, descending; none for no rows. */
  List<Integer> of(int rows) {
    var chosen = new ArrayList<Integer>();
    int left = rows;
    int full = tables.regularRows(tables.maxLogHeight());
    while (left > full) {
      chosen.add(tables.maxLogHeight());
      left -= full;
    }
    if (left > 0) {
      chosen.addAll(least(left));
    }
    return chosen;
  }

  /** One instance; or one of half its height and the least for the rest, if that is worth it. */
  private List<Integer> least(int rows) {
    int one = tables.logHeight(rows);
    if (one == tables.minLogHeight() || 1 << (one - 1) < worth) {
      return List.of(one);
    }
    var split = new ArrayList<>(List.of(one - 1));
    split.addAll(least(rows - tables.regularRows(one - 1)));
    long saved = (1L << one) - split.stream().mapToLong(log -> 1L << log).sum();
    return saved >= (long) worth * (split.size() - 1) && saved > 0 ? split : List.of(one);
  }
}
