package org.zarf.prover.kernel;

import static org.zarf.algebra.KoalaBear.add;
import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.sub;

import org.zarf.algebra.KoalaBear;

/**
 * The two halves of a transform that needs no reordering: decimation in frequency takes values in
 * natural order to coefficients in bit-reversed order, decimation in time takes these back.
 */
final class ScalarTransform {

  private ScalarTransform() {}

  /** Values on the group of roots of unity to n times the coefficients, bit-reversed. */
  static void toReversedCoefficients(int[] a, int logSize) {
    for (int logHalf = logSize - 1; logHalf >= 0; logHalf--) {
      int[] twiddles = powers(KoalaBear.inverse(KoalaBear.rootOfUnity(logHalf + 1)), logHalf);
      int half = 1 << logHalf;
      for (int start = 0; start < 1 << logSize; start += 2 * half) {
        for (int i = start; i < start + half; i++) {
          int left = a[i];
          int right = a[i + half];
          a[i] = add(left, right);
          a[i + half] = mul(sub(left, right), twiddles[i - start]);
        }
      }
    }
  }

  /**
   * Coefficients, bit-reversed, to values on the group of roots of unity.
   *
   * @param done how many of the first layers have been applied
   */
  static void fromReversedCoefficients(int[] a, int logSize, int done) {
    for (int logHalf = done; logHalf < logSize; logHalf++) {
      int[] twiddles = powers(KoalaBear.rootOfUnity(logHalf + 1), logHalf);
      int half = 1 << logHalf;
      for (int start = 0; start < 1 << logSize; start += 2 * half) {
        for (int i = start; i < start + half; i++) {
          int left = a[i];
          int right = mul(a[i + half], twiddles[i - start]);
          a[i] = add(left, right);
          a[i + half] = sub(left, right);
        }
      }
    }
  }

  /** 1, x, x^2, .., 2^logCount of them, at bit-reversed places. */
  static int[] reversedPowers(int x, int logCount) {
    int[] powers = new int[1 << logCount];
    powers[0] = KoalaBear.ONE;
    int power = x;
    // The place of 2^k is 2^(logCount - 1 - k): each power of two doubles what is known.
    for (int k = 0; k < logCount; k++) {
      int step = 1 << (logCount - 1 - k);
      for (int i = 0; i < powers.length; i += 2 * step) {
        powers[i + step] = mul(powers[i], power);
      }
      power = mul(power, power);
    }
    return powers;
  }

  private static int[] powers(int x, int logCount) {
    int[] powers = new int[1 << logCount];
    powers[0] = KoalaBear.ONE;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = mul(powers[i - 1], x);
    }
    return powers;
  }
}
