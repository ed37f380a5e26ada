package org.zarf.witness;

import java.util.Arrays;
import org.zarf.air.RowWriter;
import org.zarf.machine.Image;
import org.zarf.machine.chips.MemoryChip;
import org.zarf.machine.isa.AddressSpace;

/** The rows of the memory table: all words that are touched or in the image, ascending. */
final class MemoryRows {

  private int[] words = new int[1024];
  private long[] first = new long[1024];
  private long[] last = new long[1024];
  private int[] times = new int[1024];
  private boolean[] fromImage = new boolean[1024];
  private int count;

  private MemoryRows() {}

  static MemoryRows of(TouchedMemory memory, Image image) {
    var rows = new MemoryRows();
    int[] next = {0};
    memory.forEach(
        (word, before, after, time) -> {
          next[0] = rows.untouched(image, next[0], word);
          boolean inImage = next[0] < image.count() && image.words()[next[0]] == word;
          rows.add(word, before, after, time, inImage);
          if (inImage) {
            next[0]++;
          }
        });
    rows.untouched(image, next[0], AddressSpace.END_WORD);
    return rows;
  }

  /** Adds the words of the image below {@code end} from place {@code from} on. */
  private int untouched(Image image, int from, int end) {
    int i = from;
    for (; i < image.count() && image.words()[i] < end; i++) {
      add(image.words()[i], image.values()[i], image.values()[i], 0, true);
    }
    return i;
  }

  private void add(int word, long before, long after, int time, boolean inImage) {
    if (count == words.length) {
      words = Arrays.copyOf(words, 2 * count);
      first = Arrays.copyOf(first, 2 * count);
      last = Arrays.copyOf(last, 2 * count);
      times = Arrays.copyOf(times, 2 * count);
      fromImage = Arrays.copyOf(fromImage, 2 * count);
    }
    words[count] = word;
    first[count] = before;
    last[count] = after;
    times[count] = time;
    fromImage[count] = inImage;
    count++;
  }

  int count() {
    return count;
  }

  void fill(MemoryChip.Row row, RowWriter out) {
    int least = AddressSpace.RAM_START_WORD;
    for (int i = 0; i < count; i++) {
      int gap = words[i] - least;
      least = words[i] + 1;
      out.at(i);
      out.set(row.active(), true);
      out.set(row.low(), words[i] & 0xffff);
      out.set(row.high(), words[i] >>> 16);
      out.set(row.input(), words[i] >= AddressSpace.INPUT_START_WORD);
      out.set(row.image(), fromImage[i]);
      out.set(row.gapLow(), gap & 0xffff);
      out.set(row.gapHigh(), gap >>> 16);
      out.set(row.first(), first[i]);
      out.set(row.last(), last[i]);
      out.set(row.time(), times[i]);
    }
  }
}
