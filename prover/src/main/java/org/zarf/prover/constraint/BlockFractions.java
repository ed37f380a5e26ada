package org.zarf.prover.constraint;

import java.util.Arrays;
import java.util.List;
import org.zarf.air.LogUp;
import org.zarf.algebra.Ext;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;

/**
 * The fractions of bus columns on a block of rows, in scratch memory of its own: one for each
 * thread. All columns' denominators are inverted by one inversion: the inverse of a product gives
 * those of its factors.
 */
final class BlockFractions {

  private static final int EXT_BLOCK = Ext.DEGREE * Evaluator.BLOCK;

  /** Base columns that a fraction takes in the results of a schedule, and where. */
  private static final int FRACTION = Evaluator.BLOCK + EXT_BLOCK;

  private final Kernels kernels;

  /** For each column, its first fraction in the schedule, and the first one of the next column. */
  private final int[] firsts;

  /** The product of the denominators of the columns up to each one. */
  private final int[] products;

  /** The product of the two denominators of each column that has two. */
  private final int[] pairs;

  private final int[] inverse = new int[EXT_BLOCK];
  private final int[] value = new int[EXT_BLOCK];
  private final int[] sums = new int[EXT_BLOCK];

  /** For columns whose fractions a schedule computes in order. */
  BlockFractions(List<LogUp.Batch> batches, Kernels kernels) {
    this.kernels = kernels;
    this.firsts = new int[batches.size() + 1];
    for (int k = 0; k < batches.size(); k++) {
      firsts[k + 1] = firsts[k] + batches.get(k).fractions().size();
    }
    this.products = new int[EXT_BLOCK * batches.size()];
    this.pairs = new int[EXT_BLOCK * batches.size()];
  }

  /** Takes the values of a column. */
  interface Target {
    void accept(int column, int coefficient, Span values);
  }

  /**
   * Computes the columns of a block.
   *
   * @param results of the schedule; overwritten
   * @param target gets each column, coefficient by coefficient
   * @return planes: the sum of each row's columns; overwritten by the next call
   */
  Span of(int[] results, int count, Target target) {
    int last = firsts.length - 2;
    for (int k = 0; k <= last; k++) {
      multiplyUp(results, k, count);
    }
    Span inverses = new Span(inverse, 0);
    kernels.invertExt(product(last), inverses, count);
    Span values = new Span(value, 0);
    Span rows = new Span(sums, 0);
    Arrays.fill(sums, 0);
    for (int k = last; k >= 0; k--) {
      // Here, inverses are those of the product of the denominators up to column k.
      Span own = inverses;
      if (k > 0) {
        kernels.multiplyExt(product(k - 1), inverses, values, count);
        own = values;
      }
      Span numerator = numerator(results, firsts[k]);
      if (isPair(k)) {
        kernels.multiplyExt(denominator(results, firsts[k]), own, values, count);
      } else {
        kernels.multiplyExtByBase(own, numerator, values, count);
      }
      if (k > 0) {
        kernels.multiplyExt(inverses, columnDenominator(results, k), inverses, count);
      }
      kernels.add(rows, values, rows, Ext.DEGREE * count);
      for (int e = 0; e < Ext.DEGREE; e++) {
        target.accept(k, e, new Span(value, e * count));
      }
    }
    return rows;
  }

  /**
   * The product of the denominators up to a column. In the place of the first denominator of a pair
   * comes m1 d2 + m2 d1, the numerator of m1 / d1 + m2 / d2.
   */
  private void multiplyUp(int[] results, int k, int count) {
    if (isPair(k)) {
      int first = firsts[k];
      Span left = denominator(results, first);
      Span right = denominator(results, first + 1);
      kernels.multiplyExt(left, right, columnDenominator(results, k), count);
      kernels.multiplyExtByBase(left, numerator(results, first + 1), left, count);
      kernels.multiplyExtByBase(right, numerator(results, first), right, count);
      kernels.add(left, right, left, Ext.DEGREE * count);
    }
    Span own = columnDenominator(results, k);
    if (k == 0) {
      System.arraycopy(own.array(), own.offset(), products, 0, Ext.DEGREE * count);
    } else {
      kernels.multiplyExt(product(k - 1), own, product(k), count);
    }
  }

  private boolean isPair(int k) {
    return firsts[k + 1] - firsts[k] == 2;
  }

  private Span product(int k) {
    return new Span(products, k * EXT_BLOCK);
  }

  private Span columnDenominator(int[] results, int k) {
    return isPair(k) ? new Span(pairs, k * EXT_BLOCK) : denominator(results, firsts[k]);
  }

  private static Span numerator(int[] results, int fraction) {
    return new Span(results, fraction * FRACTION);
  }

  private static Span denominator(int[] results, int fraction) {
    return new Span(results, fraction * FRACTION + Evaluator.BLOCK);
  }
}
