package org.zarf.algebra;

import static org.zarf.algebra.KoalaBear.add;
import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.sub;

/**
 * Number-theoretic transforms: between a polynomial's coefficients, lowest first, and its values on
 * a coset s, s w, s w^2, .. of a group of 2^k roots of unity, in that order. The reference, written
 * for reading; the prover's kernels are tested against it.
 */
public final class Ntt {

  private Ntt() {}

  /**
   * The values of a polynomial on a coset.
   *
   * @param coefficients at most 2^logSize
   */
  public static int[] evaluate(int[] coefficients, int logSize, int shift) {
    int[] values = new int[1 << logSize];
    int power = KoalaBear.ONE;
    for (int i = 0; i < coefficients.length; i++) {
      values[i] = mul(coefficients[i], power);
      power = mul(power, shift);
    }
    transform(values, logSize, KoalaBear.rootOfUnity(logSize));
    return values;
  }

  /** The coefficients of the polynomial of degree below 2^k with 2^k values on a coset. */
  public static int[] interpolate(int[] values, int shift) {
    int logSize = 31 - Integer.numberOfLeadingZeros(values.length);
    int[] coefficients = values.clone();
    transform(coefficients, logSize, KoalaBear.inverse(KoalaBear.rootOfUnity(logSize)));
    int inverseShift = KoalaBear.inverse(shift);
    int power = KoalaBear.inverse(KoalaBear.of(values.length));
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = mul(coefficients[i], power);
      power = mul(power, inverseShift);
    }
    return coefficients;
  }

  /** The values on a coset, from those on the group of roots of unity itself. */
  public static int[] extend(int[] values, int logBlowup, int shift) {
    int logSize = 31 - Integer.numberOfLeadingZeros(values.length) + logBlowup;
    return evaluate(interpolate(values, KoalaBear.ONE), logSize, shift);
  }

  /** The value of a polynomial at a point of the extension. */
  public static Ext evaluate(int[] coefficients, Ext point) {
    Ext value = Ext.ZERO;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value.times(point).plus(Ext.of(coefficients[i]));
    }
    return value;
  }

  /** Cooley and Tukey's recursion as loops: a[k] becomes sum over i of a[i] root^(i k). */
  private static void transform(int[] a, int logSize, int root) {
    int size = 1 << logSize;
    for (int i = 0; i < size; i++) {
      int j = logSize == 0 ? 0 : Integer.reverse(i) >>> (32 - logSize);
      if (i < j) {
        int swap = a[i];
        a[i] = a[j];
        a[j] = swap;
      }
    }
    for (int logHalf = 0; logHalf < logSize; logHalf++) {
      int half = 1 << logHalf;
      int step = KoalaBear.pow(root, 1L << (logSize - 1 - logHalf));
      int[] twiddles = new int[half];
      twiddles[0] = KoalaBear.ONE;
      for (int i = 1; i < half; i++) {
        twiddles[i] = mul(twiddles[i - 1], step);
      }
      for (int start = 0; start < size; start += 2 * half) {
        for (int i = 0; i < half; i++) {
          int left = a[start + i];
          int right = mul(a[start + half + i], twiddles[i]);
          a[start + i] = add(left, right);
          a[start + half + i] = sub(left, right);
        }
      }
    }
  }
}
