package org.zarf.witness;

import java.util.Arrays;
import org.zarf.algebra.ArrayPool;

/**
 * Events of one chip, each a fixed number of longs, in pages that never move. The layout is that of
 * {@link Event}.
 */
final class EventBuffer {

  private static final int LOG_PAGE = 12;
  private static final int PAGE = 1 << LOG_PAGE;

  private final int stride;
  private long[][] pages = new long[4][];
  private int count;

  EventBuffer(int stride) {
    this.stride = stride;
  }

  int count() {
    return count;
  }

  /** Adds an event of zeros, whose longs are those of {@link #page} from {@link #offset} on. */
  int add() {
    int page = count >>> LOG_PAGE;
    if ((count & (PAGE - 1)) == 0) {
      if (page == pages.length) {
        pages = Arrays.copyOf(pages, 2 * page);
      }
      pages[page] = ArrayPool.LONGS.take(stride << LOG_PAGE);
    }
    int start = offset(count);
    Arrays.fill(pages[page], start, start + stride, 0);
    return count++;
  }

  /** The page that holds an event. */
  long[] page(int event) {
    return pages[event >>> LOG_PAGE];
  }

  /** Where in its page an event starts. */
  int offset(int event) {
    return (event & (PAGE - 1)) * stride;
  }

  /** Gives the pages away: there is no event any more. */
  void recycle() {
    for (int page = 0; page << LOG_PAGE < count; page++) {
      ArrayPool.LONGS.give(pages[page]);
    }
    pages = new long[4][];
    count = 0;
  }
}
