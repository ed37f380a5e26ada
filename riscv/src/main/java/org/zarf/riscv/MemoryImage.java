package org.zarf.riscv;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import org.zarf.machine.isa.AddressSpace;

/**
 * What a program loads into memory: the words that are not zero, by increasing word index. All
 * other words start as zero anyway.
 */
public final class MemoryImage {
  private static final MemoryImage EMPTY = new MemoryImage(new int[0], new long[0]);

  private final int[] words;
  private final long[] values;

  private MemoryImage(int[] words, long[] values) {
    this.words = words;
    this.values = values;
  }

  /** An image without words. */
  public static MemoryImage empty() {
    return EMPTY;
  }

  /**
   * An image of given words.
   *
   * @param words values by word index; zero values are left out
   * @throws IllegalArgumentException if an index lies outside ordinary memory
   */
  public static MemoryImage of(SortedMap<Integer, Long> words) {
    Builder builder = new Builder(words.size());
    for (Map.Entry<Integer, Long> word : words.entrySet()) {
      if (word.getKey() < AddressSpace.RAM_START_WORD
          || word.getKey() >= AddressSpace.INPUT_START_WORD) {
        throw new IllegalArgumentException("word " + word.getKey() + " is not in memory");
      }
      builder.add(word.getKey(), word.getValue());
    }
    return builder.build();
  }

  /** How many words there are. */
  public int count() {
    return words.length;
  }

  /** The index in memory of the word at a place in this image. */
  public int word(int place) {
    return words[place];
  }

  /** The value of the word at a place in this image, never 0. */
  public long value(int place) {
    return values[place];
  }

  /** The value at the start of a word of memory, 0 when it is not in the image. */
  public long at(int word) {
    int place = Arrays.binarySearch(words, word);
    return place < 0 ? 0 : values[place];
  }

  /** Collects words whose indices do not decrease; bytes that share a word meet in it. */
  static final class Builder {
    private int[] words;
    private long[] values;
    private int count;

    Builder(int expected) {
      words = new int[Math.max(expected, 8)];
      values = new long[words.length];
    }

    void add(int word, long bytes) {
      if (bytes == 0) {
        return;
      }
      if (count > 0 && words[count - 1] == word) {
        values[count - 1] |= bytes;
        return;
      }
      if (count == words.length) {
        words = Arrays.copyOf(words, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      words[count] = word;
      values[count++] = bytes;
    }

    MemoryImage build() {
      return new MemoryImage(Arrays.copyOf(words, count), Arrays.copyOf(values, count));
    }
  }
}
