package org.zarf.hash;

import java.util.Arrays;

/**
 * BLAKE3 (J. O'Connor, J.-P. Aumasson, S. Neves, Z. Wilcox-O'Hearn, 2020) on little-endian 32-bit
 * words: plain, keyed, and with output of any length. The scalar reference of the vector kernels.
 */
public final class Blake3 {

  /** Words in a block. */
  public static final int BLOCK_WORDS = 16;

  /** Words in a chunk. */
  public static final int CHUNK_WORDS = 256;

  /** Words in a digest, a key and a chaining value. */
  public static final int DIGEST_WORDS = 8;

  /** Flag of a chunk's first block. */
  public static final int CHUNK_START = 1;

  /** Flag of a chunk's last block. */
  public static final int CHUNK_END = 2;

  /** Flag of a node above the chunks. */
  public static final int PARENT = 4;

  /** Flag of the last compression. */
  public static final int ROOT = 8;

  /** Flag of every compression of a keyed hash. */
  public static final int KEYED = 16;

  /** Flags of the output of a keyed message that fits into one block. */
  public static final int KEYED_OUTPUT = CHUNK_START | CHUNK_END | ROOT | KEYED;

  private static final int[] IV = {
    0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
  };

  private static final int ROUNDS = 7;

  /** Where word i of the message comes from in each round. */
  private static final int[][] SCHEDULE = schedule();

  private final int[] key;
  private final int mode;

  private Blake3(int[] key, int mode) {
    this.key = key.clone();
    this.mode = mode;
  }

  /** The plain hash. */
  public static Blake3 plain() {
    return new Blake3(IV, 0);
  }

  /** The keyed hash with a key of eight words. */
  public static Blake3 keyed(int[] key) {
    if (key.length != DIGEST_WORDS) {
      throw new IllegalArgumentException("a key has 8 words, not " + key.length);
    }
    return new Blake3(key, KEYED);
  }

  /** The first words of the compression function's state: the constants of the standard. */
  public static int[] initialVector() {
    return IV.clone();
  }

  /** The order in which a round takes the words of the message. */
  public static int[] schedule(int round) {
    return SCHEDULE[round].clone();
  }

  /** The key. */
  public int[] key() {
    return key.clone();
  }

  /** Hashes bytes. */
  public byte[] hash(byte[] message, int outputBytes) {
    int[] words = new int[(message.length + 3) / 4];
    for (int i = 0; i < message.length; i++) {
      words[i >> 2] |= (message[i] & 0xff) << (8 * (i & 3));
    }
    int[] output = hash(words, message.length, (outputBytes + 3) / 4);
    byte[] bytes = new byte[outputBytes];
    for (int i = 0; i < outputBytes; i++) {
      bytes[i] = (byte) (output[i >> 2] >>> (8 * (i & 3)));
    }
    return bytes;
  }

  /**
   * Hashes words.
   *
   * @param words the message, zero after its last byte
   * @param byteCount the length of the message
   * @param outputWords how many words to return
   */
  public int[] hash(int[] words, int byteCount, int outputWords) {
    int[] state = new int[BLOCK_WORDS];
    int[] block = new int[BLOCK_WORDS];
    int[] stack = new int[32 * DIGEST_WORDS];
    int depth = 0;
    int chunkBytes = 4 * CHUNK_WORDS;
    int chunks = Math.max(1, (byteCount + chunkBytes - 1) / chunkBytes);
    int flags = 0;
    int length = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      int from = chunk * chunkBytes;
      int bytes = Math.min(chunkBytes, byteCount - from);
      System.arraycopy(key, 0, state, 0, DIGEST_WORDS);
      int blocks = Math.max(1, (bytes + 63) / 64);
      for (int b = 0; b < blocks; b++) {
        length = Math.min(64, bytes - 64 * b);
        load(words, from / 4 + BLOCK_WORDS * b, (length + 3) / 4, block);
        flags = mode | (b == 0 ? CHUNK_START : 0) | (b == blocks - 1 ? CHUNK_END : 0);
        if (b < blocks - 1 || chunk < chunks - 1) {
          compress(state, block, chunk, length, flags);
        }
      }
      if (chunk < chunks - 1) {
        // A finished chunk merges as many subtrees as its number has trailing ones.
        for (int total = chunk + 1; (total & 1) == 0; total >>= 1) {
          depth--;
          parent(stack, depth, state);
        }
        System.arraycopy(state, 0, stack, DIGEST_WORDS * depth++, DIGEST_WORDS);
      }
    }
    if (chunks > 1) {
      compress(state, block, chunks - 1L, length, flags);
      while (depth > 1) {
        depth--;
        parent(stack, depth, state);
      }
      System.arraycopy(stack, 0, block, 0, DIGEST_WORDS);
      System.arraycopy(state, 0, block, DIGEST_WORDS, DIGEST_WORDS);
      System.arraycopy(key, 0, state, 0, DIGEST_WORDS);
      flags = mode | PARENT;
      length = 64;
    }
    return output(state, block, length, flags, outputWords);
  }

  /** The root compression, repeated with a counter for as many words as are asked for. */
  private static int[] output(int[] state, int[] block, int length, int flags, int outputWords) {
    if (outputWords <= DIGEST_WORDS) {
      compress(state, block, 0, length, flags | ROOT);
      return Arrays.copyOf(state, outputWords);
    }
    int[] output = new int[outputWords];
    for (int from = 0, i = 0; from < outputWords; from += BLOCK_WORDS, i++) {
      int[] copy = state.clone();
      compress(copy, block, i, length, flags | ROOT);
      System.arraycopy(copy, 0, output, from, Math.min(BLOCK_WORDS, outputWords - from));
    }
    return output;
  }

  /** state = the parent of the stack's entry and state. */
  private void parent(int[] stack, int depth, int[] state) {
    int[] block = new int[BLOCK_WORDS];
    System.arraycopy(stack, DIGEST_WORDS * depth, block, 0, DIGEST_WORDS);
    System.arraycopy(state, 0, block, DIGEST_WORDS, DIGEST_WORDS);
    System.arraycopy(key, 0, state, 0, DIGEST_WORDS);
    compress(state, block, 0, 64, mode | PARENT);
  }

  private static void load(int[] words, int from, int count, int[] block) {
    System.arraycopy(words, from, block, 0, count);
    Arrays.fill(block, count, BLOCK_WORDS, 0);
  }

  /**
   * The compression function.
   *
   * @param state its first eight words are the chaining value; all sixteen are the output
   */
  public static void compress(int[] state, int[] block, long counter, int length, int flags) {
    int[] v = new int[BLOCK_WORDS];
    System.arraycopy(state, 0, v, 0, DIGEST_WORDS);
    System.arraycopy(IV, 0, v, 8, 4);
    v[12] = (int) counter;
    v[13] = (int) (counter >>> 32);
    v[14] = length;
    v[15] = flags;
    for (int round = 0; round < ROUNDS; round++) {
      int[] s = SCHEDULE[round];
      mix(v, 0, 4, 8, 12, block[s[0]], block[s[1]]);
      mix(v, 1, 5, 9, 13, block[s[2]], block[s[3]]);
      mix(v, 2, 6, 10, 14, block[s[4]], block[s[5]]);
      mix(v, 3, 7, 11, 15, block[s[6]], block[s[7]]);
      mix(v, 0, 5, 10, 15, block[s[8]], block[s[9]]);
      mix(v, 1, 6, 11, 12, block[s[10]], block[s[11]]);
      mix(v, 2, 7, 8, 13, block[s[12]], block[s[13]]);
      mix(v, 3, 4, 9, 14, block[s[14]], block[s[15]]);
    }
    for (int i = 0; i < DIGEST_WORDS; i++) {
      int chaining = state[i];
      state[i] = v[i] ^ v[i + 8];
      state[i + 8] = v[i + 8] ^ chaining;
    }
  }

  private static void mix(int[] v, int a, int b, int c, int d, int x, int y) {
    v[a] = v[a] + v[b] + x;
    v[d] = Integer.rotateRight(v[d] ^ v[a], 16);
    v[c] = v[c] + v[d];
    v[b] = Integer.rotateRight(v[b] ^ v[c], 12);
    v[a] = v[a] + v[b] + y;
    v[d] = Integer.rotateRight(v[d] ^ v[a], 8);
    v[c] = v[c] + v[d];
    v[b] = Integer.rotateRight(v[b] ^ v[c], 7);
  }

  private static int[][] schedule() {
    int[] permutation = {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8};
    int[][] schedule = new int[ROUNDS][BLOCK_WORDS];
    for (int i = 0; i < BLOCK_WORDS; i++) {
      schedule[0][i] = i;
    }
    for (int round = 1; round < ROUNDS; round++) {
      for (int i = 0; i < BLOCK_WORDS; i++) {
        schedule[round][i] = schedule[round - 1][permutation[i]];
      }
    }
    return schedule;
  }
}
