package org.zarf.kernels;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.load;

import jdk.incubator.vector.IntVector;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.kernel.Kernels.Remainder;

/**
 * A remainder of a polynomial whose coefficients pass by, tile after tile, in a {@link
 * VectorTransform}: that of degree k1 + R k2 in row k1 and column k2, bit-reversed both ways.
 *
 * <p>Modulo X^M - c with M = max(R, 2^logSize), the coefficients of a row that meet are those of
 * columns whose k2 differ by multiples of M / R, and these stand side by side.
 */
final class Reduction {

  private final Remainder remainder;
  private final int logRows;

  /** The logarithm of M / R. */
  private final int logKept;

  /** For each column of a tile, the scale of its coefficients times the power of c due to them. */
  private final int[] factors;

  private final int[] factorsOverP;

  /** M coefficients, lowest first. */
  private final int[] sums;

  private final int[] lanes = new int[COUNT];

  private Reduction(Remainder remainder, int logRows, int logKept, int[] factors) {
    this.remainder = remainder;
    this.logRows = logRows;
    this.logKept = logKept;
    this.factors = factors;
    this.factorsOverP = new int[factors.length];
    for (int i = 0; i < factors.length; i++) {
      factorsOverP[i] = factors[i] * KoalaBear.P_INVERSE;
    }
    this.sums = new int[1 << (logRows + logKept)];
  }

  /**
   * Nothing yet of a remainder.
   *
   * @param columnScale what the coefficients of a tile are still to be multiplied by
   */
  static Reduction of(Remainder remainder, VectorTransform.Shape shape, int[] columnScale) {
    int logRows = shape.logRows();
    int logKept = Math.max(0, remainder.logSize() - logRows);
    int c = KoalaBear.pow(remainder.constant(), 1L << (logRows + logKept - remainder.logSize()));
    int[] factors = columnScale.clone();
    int power = KoalaBear.ONE;
    for (int k2 = 0; k2 < factors.length; k2++) {
      if (k2 > 0 && (k2 & ((1 << logKept) - 1)) == 0) {
        power = mul(power, c);
      }
      int column = MerkleTree.reverse(k2, shape.logColumns());
      factors[column] = mul(factors[column], power);
    }
    return new Reduction(remainder, logRows, logKept, factors);
  }

  /** Adds the coefficients of a tile whose lanes are the rows from one on. */
  void add(int[] tile, int row) {
    int width = factors.length >> logKept;
    for (int kept = 0; kept < 1 << logKept; kept++) {
      sum(tile, MerkleTree.reverse(kept, logKept) * width, width);
      for (int lane = 0; lane < COUNT; lane++) {
        sums[(kept << logRows) + MerkleTree.reverse(row + lane, logRows)] = lanes[lane];
      }
    }
  }

  /** The sum of some columns times their factors. */
  private void sum(int[] tile, int first, int width) {
    IntVector sum = IntVector.zero(Lanes.INTS);
    for (int column = first; column < first + width; column++) {
      IntVector product =
          Lanes.multiply(
              load(tile, column * COUNT),
              Lanes.broadcast(factors[column]),
              Lanes.broadcast(factorsOverP[column]));
      sum = Lanes.add(sum, product);
    }
    sum.intoArray(lanes, 0);
  }

  /** Reduces further, where R is above the remainder's size. */
  void finish() {
    int[] out = remainder.out();
    int size = 1 << remainder.logSize();
    System.arraycopy(sums, sums.length - size, out, 0, size);
    for (int from = sums.length - 2 * size; from >= 0; from -= size) {
      for (int i = 0; i < size; i++) {
        out[i] = KoalaBear.add(mul(out[i], remainder.constant()), sums[from + i]);
      }
    }
  }
}
