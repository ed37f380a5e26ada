package org.zarf.witness;

import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.AddressSpace;

/** What each word of memory held first and last, and when it was last accessed. */
final class TouchedMemory {

  private static final int LOG_PAGE = 10;
  private static final int PAGE = 1 << LOG_PAGE;

  /** Part of memory; a word with time 0 is untouched. */
  private record Page(long[] first, long[] last, int[] time) {}

  /** Takes the touched words in ascending order. */
  interface Visitor {
    void word(int word, long first, long last, int time);
  }

  private final @Nullable Page[] pages = new Page[AddressSpace.END_WORD >>> LOG_PAGE];

  /** Accesses a word at time {@code now}; returns when it was last accessed. */
  int access(int word, long before, long after, int now) {
    Page page = pages[word >>> LOG_PAGE];
    if (page == null) {
      page = new Page(new long[PAGE], new long[PAGE], new int[PAGE]);
      pages[word >>> LOG_PAGE] = page;
    }
    int i = word & (PAGE - 1);
    int time = page.time[i];
    if (time == 0) {
      page.first[i] = before;
    }
    page.last[i] = after;
    page.time[i] = now;
    return time;
  }

  /** Whether a word was accessed. */
  boolean contains(int word) {
    Page page = pages[word >>> LOG_PAGE];
    return page != null && page.time[word & (PAGE - 1)] != 0;
  }

  void forEach(Visitor visitor) {
    for (int p = 0; p < pages.length; p++) {
      Page page = pages[p];
      if (page != null) {
        for (int i = 0; i < PAGE; i++) {
          if (page.time[i] != 0) {
            visitor.word((p << LOG_PAGE) + i, page.first[i], page.last[i], page.time[i]);
          }
        }
      }
    }
  }
}
