package org.zarf.prover;

import java.security.SecureRandom;
import org.zarf.hash.Digest;
import org.zarf.hash.Digests;

/**
 * All random values of one proof, by what they are for: so that they can be recomputed instead of
 * stored, and do not depend on the order of threads. What a seed gives must never serve two proofs.
 */
public interface Randomness {

  /** Salts are made so many at a time. */
  int SALTS = 2 * Digests.GROUP;

  /** What random values are for: separate streams. */
  enum Purpose {
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

  /** A stream of values, by its purpose and two numbers. */
  record Stream(Purpose purpose, int first, int second) {}

  /** A fresh seed from the system. */
  static Randomness fresh() {
    byte[] seed = new byte[Digest.BYTES];
    new SecureRandom().nextBytes(seed);
    return new SeededRandomness(seed);
  }

  /** A seed of 32 bytes that the caller answers for: for tests that need equal proofs. */
  static Randomness unsafeOf(byte[] seed) {
    return new SeededRandomness(seed);
  }

  /** Fills a range with the first uniform field elements of a stream. */
  void fill(Stream stream, int[] target, int from, int to);

  /**
   * Writes the salts of some of a tree's leaves, as the numbers of {@code target} that follow
   * {@code offset}.
   *
   * @param first the first leaf: a multiple of {@link #SALTS}
   * @param count how many; as many more as there is room for up to the next multiple of {@link
   *     #SALTS} may be written
   */
  void salts(int tree, int first, int count, Digests target, int offset);

  /** The salt of a leaf: eight words. */
  default int[] salt(int tree, int leaf) {
    var salts = Digests.zeros(SALTS);
    salts(tree, leaf - leaf % SALTS, SALTS, salts, 0);
    int[] salt = new int[Digest.WORDS];
    salts.get(leaf % SALTS).write(salt, 0);
    return salt;
  }
}
