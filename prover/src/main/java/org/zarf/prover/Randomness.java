package org.zarf.prover;

import java.security.SecureRandom;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Blake3;
import org.zarf.hash.Digest;

/**
 * All random values of one proof: a keyed BLAKE3 stream for each (purpose, index, index), so that
 * values can be recomputed instead of stored and do not depend on the order of threads. A seed must
 * never serve two proofs.
 */
public final class Randomness {

  /** What random values are for: separate streams. */
  public enum Purpose {
    /** The blinding rows of main columns. */
    MAIN,
    /** The blinding rows of bus columns. */
    BUS,
    /** The polynomials that blind the boundaries of quotient chunks. */
    CHUNKS,
    /** The polynomial that hides the FRI batch. */
    BATCH,
    /** The salts of leaves. */
    SALT
  }

  private static final int FLAGS =
      Blake3.CHUNK_START | Blake3.CHUNK_END | Blake3.ROOT | Blake3.KEYED;

  private final int[] key = new int[Blake3.DIGEST_WORDS];

  private Randomness(byte[] seed) {
    Digest.of(seed).write(key, 0);
  }

  /** A fresh seed from the system. */
  public static Randomness fresh() {
    byte[] seed = new byte[Digest.BYTES];
    new SecureRandom().nextBytes(seed);
    return new Randomness(seed);
  }

  /** A seed of 32 bytes that the caller answers for: for tests that need equal proofs. */
  public static Randomness unsafeOf(byte[] seed) {
    return new Randomness(seed);
  }

  /** Fills a range with uniform field elements: 31 bits at a time, those from p on skipped. */
  public void fill(Purpose purpose, int first, int second, int[] target, int from, int to) {
    int[] block = new int[Blake3.BLOCK_WORDS];
    int used = block.length;
    long counter = 0;
    for (int i = from; i < to; ) {
      if (used == block.length) {
        block(purpose, first, second, counter++, block);
        used = 0;
      }
      int candidate = block[used++] & 0x7fffffff;
      if (KoalaBear.isElement(candidate)) {
        target[i++] = candidate;
      }
    }
  }

  /** The salt of a leaf: eight words. */
  public int[] salt(int tree, int leaf) {
    int[] salt = new int[Digest.WORDS];
    salts(tree, leaf, leaf + 1, salt, 0);
    return salt;
  }

  /** Writes the salts of the leaves in [from, to) to an array. */
  public void salts(int tree, int from, int to, int[] target, int offset) {
    int[] block = new int[Blake3.BLOCK_WORDS];
    for (int leaf = from; leaf < to; leaf++) {
      // A block holds the salts of two leaves.
      if (leaf == from || (leaf & 1) == 0) {
        block(Purpose.SALT, tree, 0, leaf >>> 1, block);
      }
      int at = offset + (leaf - from) * Digest.WORDS;
      System.arraycopy(block, (leaf & 1) * Digest.WORDS, target, at, Digest.WORDS);
    }
  }

  /** Block {@code counter} of the output of the keyed hash of (purpose, first, second). */
  private void block(Purpose purpose, int first, int second, long counter, int[] out) {
    int[] message = new int[Blake3.BLOCK_WORDS];
    message[0] = purpose.ordinal();
    message[1] = first;
    message[2] = second;
    System.arraycopy(key, 0, out, 0, key.length);
    Blake3.compress(out, message, counter, 12, FLAGS);
  }
}
