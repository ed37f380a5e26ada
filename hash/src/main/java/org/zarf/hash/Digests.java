package org.zarf.hash;

/**
 * Digests of the rows of a matrix, or their salts, in groups of sixteen rows: word w of a group's
 * digests stands in sixteen consecutive words, so that a kernel that hashes rows side by side loads
 * and stores whole vectors.
 *
 * @param count how many digests
 * @param words word w of digest r is at (r / 16) * 128 + 16 w + r mod 16
 */
public record Digests(int count, int[] words) {

  /** Rows in a group. */
  public static final int GROUP = 16;

  private static final int GROUP_WORDS = GROUP * Digest.WORDS;

  /** Zeros. */
  public static Digests zeros(int count) {
    return new Digests(count, new int[size(count)]);
  }

  /** How many words an even number of groups has that has room for some digests. */
  public static int size(int count) {
    int pairs = (count + 2 * GROUP - 1) / (2 * GROUP);
    return 2 * pairs * GROUP_WORDS;
  }

  /** Where a word of a digest is. */
  public static int index(int row, int word) {
    return (row / GROUP) * GROUP_WORDS + word * GROUP + row % GROUP;
  }

  /** A digest. */
  public Digest get(int row) {
    int[] digest = new int[Digest.WORDS];
    for (int w = 0; w < Digest.WORDS; w++) {
      digest[w] = words[index(row, w)];
    }
    return Digest.at(digest, 0);
  }

  /** Replaces a digest. */
  public void set(int row, Digest digest) {
    int[] from = new int[Digest.WORDS];
    digest.write(from, 0);
    for (int w = 0; w < Digest.WORDS; w++) {
      words[index(row, w)] = from[w];
    }
  }
}
