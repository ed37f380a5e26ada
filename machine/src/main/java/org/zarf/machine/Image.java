package org.zarf.machine;

/**
 * The words of memory that do not start as zero.
 *
 * @param words their indices, ascending
 * @param values what they hold, in the same order
 */
public record Image(int[] words, long[] values) {

  /** Checks that there are as many indices as values, and that they ascend. */
  public Image {
    if (words.length != values.length) {
      throw new IllegalArgumentException(words.length + " words, " + values.length + " values");
    }
    for (int i = 1; i < words.length; i++) {
      if (words[i] <= words[i - 1]) {
        throw new IllegalArgumentException("word " + words[i] + " after " + words[i - 1]);
      }
    }
  }

  /** How many words there are. */
  public int count() {
    return words.length;
  }
}
