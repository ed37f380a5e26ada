package org.zarf.machine;

/**
 * How high tables may be, and how many of their rows are regular: what the tables need to know of
 * the proof's parameters.
 *
 * @param blindingRows how many rows at the end of each table are not regular, at least 1
 * @param minLogHeight the logarithm of the least height
 * @param maxLogHeight the logarithm of the greatest height
 */
public record TableHeights(int blindingRows, int minLogHeight, int maxLogHeight) {

  /** Checks that a table can have a regular row. */
  public TableHeights {
    if (blindingRows < 1 || minLogHeight > maxLogHeight || 1 << minLogHeight <= blindingRows) {
      throw new IllegalArgumentException(
          blindingRows + " blinding rows, heights 2^" + minLogHeight + " to 2^" + maxLogHeight);
    }
  }

  /** The regular rows of a table. */
  public int regularRows(int logHeight) {
    return (1 << logHeight) - blindingRows;
  }

  /**
   * The logarithm of the least height with so many regular rows.
   *
   * @throws IllegalArgumentException if no table is high enough
   */
  public int logHeight(int rows) {
    for (int log = minLogHeight; log <= maxLogHeight; log++) {
      if (regularRows(log) >= rows) {
        return log;
      }
    }
    throw new IllegalArgumentException(rows + " rows do not fit a table of 2^" + maxLogHeight);
  }
}
