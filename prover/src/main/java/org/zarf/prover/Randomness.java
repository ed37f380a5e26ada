package org.zarf.prover;

import java.security.SecureRandom;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Blake3;

/**
 * The prover's random values: the keyed BLAKE3 stream of a secret seed, by purpose and place.
 *
 * <p>A value is a function of the seed and its place only. So it can be computed again where it is
 * needed, and no thread's timing changes a proof. A seed must never serve two proofs: two proofs of
 * different traces under one seed reveal their differences.
 */
public final class Randomness {

  /** What random values are for: no two uses share any. */
  enum Purpose {
    MAIN_ROWS,
    BUS_ROWS,
    QUOTIENT_CHUNKS,
    BATCH,
    SALTS
  }

  private static final int PURPOSE = 0;
  private static final int FIRST = 1;
  private static final int SECOND = 2;

  private final int[] key;

  private Randomness(int[] key) {
    this.key = key;
  }

  /** Fresh randomness for one proof. */
  public static Randomness secure() {
    var random = new SecureRandom();
    int[] key = new int[Blake3.DIGEST_WORDS];
    for (int i = 0; i < key.length; i++) {
      key[i] = random.nextInt();
    }
    return new Randomness(key);
  }

  /** Randomness that anyone who knows the seed can repeat: proofs that use it hide nothing. */
  public static Randomness insecure(long seed) {
    int[] key = new int[Blake3.DIGEST_WORDS];
    key[0] = (int) seed;
    key[1] = (int) (seed >>> 32);
    return new Randomness(key);
  }

  /**
   * Fills a range of an array with uniform field elements.
   *
   * @param first the place of the values: which instance, say
   * @param second and which column
   */
  void elements(Purpose purpose, int first, int second, int[] out, int from, int to) {
    int[] place = place(purpose, first, second);
    int[] state = new int[Blake3.BLOCK_WORDS];
    int at = from;
    for (long block = 0; at < to; block++) {
      expand(place, block, state);
      for (int i = 0; i < state.length && at < to; i++) {
        int candidate = state[i] & 0x7fffffff;
        if (KoalaBear.isElement(candidate)) {
          out[at++] = candidate;
        }
      }
    }
  }

  /**
   * Random words: those at {@code index} times 16 and on of one endless stream.
   *
   * @param out sixteen words
   */
  void words(Purpose purpose, int first, long index, int[] out) {
    expand(place(purpose, first, 0), index, out);
  }

  private static int[] place(Purpose purpose, int first, int second) {
    int[] place = new int[Blake3.BLOCK_WORDS];
    place[PURPOSE] = purpose.ordinal() + 1;
    place[FIRST] = first;
    place[SECOND] = second;
    return place;
  }

  /** One block of the extended output of the keyed hash of a place. */
  private void expand(int[] place, long block, int[] state) {
    System.arraycopy(key, 0, state, 0, key.length);
    int flags = Blake3.KEYED | Blake3.CHUNK_START | Blake3.CHUNK_END | Blake3.ROOT;
    Blake3.compress(state, place, block, 4 * Blake3.BLOCK_WORDS, flags);
  }
}
