package org.zarf.prover.kernel;

import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;

/**
 * Terms of a sum: elements of the base field, each times a constant of the extension. Their number
 * is made even by a term whose constant is 0, so that kernels can take two at a time.
 */
public final class Terms {

  private static final long LOW = 0xffffffffL;

  private static final Ext X = new Ext(0, KoalaBear.ONE, 0, 0, 0);

  private final int count;
  private final int[][] arrays;
  private final int[] offsets;
  private final long[] factors;

  /** So many terms, to be set. */
  public Terms(int count) {
    int even = count + (count & 1);
    this.count = count;
    this.arrays = new int[even][];
    this.offsets = new int[even];
    this.factors = new long[Ext.DEGREE * even / 2];
  }

  /** Sets the constant of a term. */
  public void setFactor(int term, Ext factor) {
    boolean isUpper = (term & 1) == 1;
    for (int e = 0; e < Ext.DEGREE; e++) {
      int at = term / 2 * Ext.DEGREE + e;
      long coefficient = factor.coefficient(e);
      factors[at] =
          isUpper ? (factors[at] & LOW) | (coefficient << 32) : (factors[at] & ~LOW) | coefficient;
    }
  }

  /** Sets where the elements of a term begin. */
  public void setElements(int term, int[] array, int offset) {
    arrays[term] = array;
    offsets[term] = offset;
    if (term == count - 1) {
      arrays[arrays.length - 1] = array;
      offsets[arrays.length - 1] = offset;
    }
  }

  /** Makes five terms of planes: an element of the extension, once its factors are set, too. */
  public void setPlanes(int first, int[] array, int offset, int stride) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      setElements(first + e, array, offset + e * stride);
    }
  }

  /** Sets the constants of five terms to those of a product in the extension. */
  public void setFactors(int first, Ext factor) {
    Ext power = factor;
    for (int e = 0; e < Ext.DEGREE; e++) {
      setFactor(first + e, power);
      power = power.times(X);
    }
  }

  /** How many terms there are. */
  public int count() {
    return count;
  }

  /** The arrays of the terms' elements, an even number. */
  public int[][] arrays() {
    return arrays;
  }

  /** The places in those where the terms begin. */
  public int[] offsets() {
    return offsets;
  }

  /** The constant of a term. */
  public Ext factor(int term) {
    int[] coefficients = new int[Ext.DEGREE];
    for (int e = 0; e < Ext.DEGREE; e++) {
      coefficients[e] = (int) (factors[term / 2 * Ext.DEGREE + e] >>> (32 * (term & 1)));
    }
    return Ext.at(coefficients, 0);
  }

  /**
   * Five coefficients for each pair of terms: those of the first in the lower halves, those of the
   * second in the upper ones.
   */
  public long[] factors() {
    return factors;
  }
}
