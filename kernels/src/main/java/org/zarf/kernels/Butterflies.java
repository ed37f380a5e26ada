package org.zarf.kernels;

import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.broadcast;
import static org.zarf.kernels.Lanes.load;

import jdk.incubator.vector.IntVector;
import org.zarf.algebra.KoalaBear;

/**
 * Transforms of vectors: as many transforms side by side as a vector has lanes, element i of all of
 * them in the vector at i * COUNT. No lane ever meets another, and all lanes share their twiddles.
 */
final class Butterflies {

  /** The largest transform. */
  static final int MAX_LOG_SIZE = 14;

  /** The layer that joins halves of h elements takes h twiddles from index h on. */
  private record Twiddles(int[] factors, int[] overP) {

    static Twiddles of(boolean inverse) {
      int[] factors = new int[1 << MAX_LOG_SIZE];
      int[] overP = new int[1 << MAX_LOG_SIZE];
      for (int logHalf = 0; logHalf < MAX_LOG_SIZE; logHalf++) {
        int root = KoalaBear.rootOfUnity(logHalf + 1);
        int step = inverse ? KoalaBear.inverse(root) : root;
        int factor = KoalaBear.ONE;
        for (int i = 1 << logHalf; i < 2 << logHalf; i++) {
          factors[i] = factor;
          overP[i] = factor * KoalaBear.P_INVERSE;
          factor = KoalaBear.mul(factor, step);
        }
      }
      return new Twiddles(factors, overP);
    }
  }

  private static final Twiddles FORWARD = Twiddles.of(false);
  private static final Twiddles INVERSE = Twiddles.of(true);

  private Butterflies() {}

  /** Values on the group of roots of unity to 2^logSize times the coefficients, bit-reversed. */
  static void toReversedCoefficients(int[] a, int offset, int logSize) {
    for (int layer = logSize - 1; layer >= 0; layer--) {
      split(a, offset, 1 << (logSize - 1), 1 << layer);
    }
  }

  /**
   * Coefficients, bit-reversed, to values on the group of roots of unity.
   *
   * @param done how many of the first layers have been applied
   */
  static void fromReversedCoefficients(int[] a, int offset, int logSize, int done) {
    for (int layer = done; layer < logSize; layer++) {
      join(a, offset, 1 << (logSize - 1), 1 << layer);
    }
  }

  /** One layer of decimation in frequency. */
  private static void split(int[] a, int offset, int count, int half) {
    int[] factors = INVERSE.factors;
    int[] overP = INVERSE.overP;
    for (int b = 0; b < count; b++) {
      int i = b & (half - 1);
      int at = offset + (2 * b - i) * COUNT;
      int to = at + half * COUNT;
      IntVector left = load(a, at);
      IntVector right = load(a, to);
      IntVector factor = broadcast(factors[half + i]);
      IntVector difference = left.sub(right).add(KoalaBear.P);
      Lanes.add(left, right).intoArray(a, at);
      Lanes.multiply(difference, factor, broadcast(overP[half + i])).intoArray(a, to);
    }
  }

  /** One layer of decimation in time. */
  private static void join(int[] a, int offset, int count, int half) {
    int[] factors = FORWARD.factors;
    int[] overP = FORWARD.overP;
    for (int b = 0; b < count; b++) {
      int i = b & (half - 1);
      int at = offset + (2 * b - i) * COUNT;
      int to = at + half * COUNT;
      IntVector left = load(a, at);
      IntVector factor = broadcast(factors[half + i]);
      IntVector right = Lanes.multiply(load(a, to), factor, broadcast(overP[half + i]));
      Lanes.add(left, right).intoArray(a, at);
      Lanes.subtract(left, right).intoArray(a, to);
    }
  }
}
