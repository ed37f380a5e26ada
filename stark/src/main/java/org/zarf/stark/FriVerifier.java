package org.zarf.stark;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.pow;

import java.util.Arrays;
import java.util.List;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.MerkleOpening;

/**
 * Checks at the queries that each layer of FRI is the folding of the one before, and the last one
 * the polynomial that was sent (Fast Reed-Solomon IOPs of proximity, ICALP 2018).
 *
 * <p>A layer on the points s w^j, folded by k, becomes one on their k-th powers: with f(x) = sum
 * x^u f_u(x^k), the next layer is sum beta^u f_u.
 */
final class FriVerifier {

  private FriVerifier() {}

  static void requireFolding(
      ProofLayout layout, Proof proof, OpenedTrees trees, Ext[] batch, List<Ext> challenges)
      throws ProofRejectedException {
    int logSize = layout.logDomain();
    int shift = Domain.SHIFT;
    int[] indices = trees.queries();
    Ext[] values = batch;
    for (int layer = 0; layer < layout.folds().size(); layer++) {
      int logFold = layout.folds().get(layer);
      int logRows = logSize - logFold;
      int[] rows = MerkleOpening.distinct(indices, logRows);
      int[][] opened = trees.matrix(layout.mainTree() + 3 + layer, 0);
      for (int i = 0; i < indices.length; i++) {
        int row = Arrays.binarySearch(rows, indices[i] & ((1 << logRows) - 1));
        Ext committed = Ext.at(opened[row], Ext.DEGREE * (indices[i] >>> logRows));
        StarkVerifier.requireThat(
            committed.equals(values[i]), new Rejection.FoldingMismatch(layer, indices[i]));
      }
      int generator = KoalaBear.rootOfUnity(logSize);
      Ext[] folded = new Ext[rows.length];
      for (int r = 0; r < rows.length; r++) {
        int x = mul(shift, pow(generator, rows[r]));
        folded[r] = fold(opened[r], logFold, x, challenges.get(layer));
      }
      shift = pow(shift, 1L << logFold);
      logSize = logRows;
      indices = rows;
      values = folded;
    }
    requireFinal(proof.finalPolynomial(), shift, logSize, indices, values, layout.folds().size());
  }

  /**
   * The value of the next layer at x^k, from this layer's values at x z^t, where z has order k.
   *
   * @param row the k values, five coefficients each
   */
  static Ext fold(int[] row, int logFold, int x, Ext beta) {
    int k = 1 << logFold;
    int inverseRoot = KoalaBear.inverse(KoalaBear.rootOfUnity(logFold));
    Ext step = beta.times(KoalaBear.inverse(x));
    Ext power = Ext.ONE;
    Ext total = Ext.ZERO;
    for (int u = 0; u < k; u++) {
      // x^u f_u(x^k) = 1/k sum over t of z^(-u t) f(x z^t).
      int root = pow(inverseRoot, u);
      int twiddle = KoalaBear.ONE;
      Ext part = Ext.ZERO;
      for (int t = 0; t < k; t++) {
        part = part.plus(Ext.at(row, Ext.DEGREE * t).times(twiddle));
        twiddle = mul(twiddle, root);
      }
      total = total.plus(part.times(power));
      power = power.times(step);
    }
    return total.times(KoalaBear.inverse(KoalaBear.of(k)));
  }

  private static void requireFinal(
      List<Ext> coefficients, int shift, int logSize, int[] indices, Ext[] values, int layer)
      throws ProofRejectedException {
    int generator = KoalaBear.rootOfUnity(logSize);
    for (int i = 0; i < indices.length; i++) {
      int x = mul(shift, pow(generator, indices[i]));
      Ext value = Ext.ZERO;
      for (int k = coefficients.size() - 1; k >= 0; k--) {
        value = value.times(x).plus(coefficients.get(k));
      }
      StarkVerifier.requireThat(
          value.equals(values[i]), new Rejection.FoldingMismatch(layer, indices[i]));
    }
  }
}
