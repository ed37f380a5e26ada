package org.zarf.prover;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.algebra.Ntt;
import org.zarf.hash.Digest;
import org.zarf.hash.Matrix;
import org.zarf.hash.Matrix.Column;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.FoldStep;
import org.zarf.stark.Domain;
import org.zarf.stark.FoldingSchedule;
import org.zarf.stark.ProofLayout;
import org.zarf.stark.ProofTranscript;

/** The layers of FRI. */
final class FriProver {

  /** The layers' trees, and the coefficients of the final polynomial. */
  record Layers(List<MerkleTree> trees, List<Ext> finalPolynomial) {

    List<Digest> roots() {
      return trees.stream().map(MerkleTree::root).toList();
    }
  }

  private FriProver() {}

  /** How a layer is committed to. */
  interface LayerCommitment {
    /** The tree over the one matrix of a layer. */
    MerkleTree commit(int layer, Matrix matrix);
  }

  /**
   * Commits to and folds layer after layer.
   *
   * @param batch five columns on the largest domain
   */
  static Layers fold(
      ProofLayout layout,
      int[][] batch,
      ProofTranscript transcript,
      LayerCommitment commitment,
      Kernels kernels) {
    var trees = new ArrayList<MerkleTree>();
    int[][] layer = batch;
    int logSize = layout.logDomain();
    int shift = Domain.SHIFT;
    for (int logFold : layout.folds()) {
      MerkleTree tree = commitment.commit(trees.size(), matrix(layer, logSize, logFold));
      trees.add(tree);
      Ext beta = transcript.foldingChallenge(tree.root());
      var step = new FoldStep(logSize, logFold, shift, beta);
      logSize -= logFold;
      int[][] from = layer;
      int[][] next = new int[Ext.DEGREE][1 << logSize];
      int size = 1 << logSize;
      CommittedColumns.blocks(size)
          .forEach(
              at -> {
                int to = Math.min(size, at + CommittedColumns.blockSize());
                kernels.fold(from, step, next, at, to);
              });
      layer = next;
      shift = KoalaBear.pow(shift, 1L << logFold);
    }
    return new Layers(
        List.copyOf(trees),
        coefficients(layer, shift, FoldingSchedule.finalLogDegree(layout.logHeight())));
  }

  /** Row j holds the values at j, j + rows, j + 2 rows, ..: those that fold to one. */
  private static Matrix matrix(int[][] layer, int logSize, int logFold) {
    int logRows = logSize - logFold;
    var columns = new ArrayList<Column>();
    for (int t = 0; t < 1 << logFold; t++) {
      for (int e = 0; e < Ext.DEGREE; e++) {
        columns.add(new Column(layer[e], t << logRows));
      }
    }
    return new Matrix(logRows, columns);
  }

  private static List<Ext> coefficients(int[][] layer, int shift, int logDegree) {
    int[][] planes =
        IntStream.range(0, Ext.DEGREE)
            .mapToObj(e -> Ntt.interpolate(layer[e], shift))
            .toArray(int[][]::new);
    var coefficients = new ArrayList<Ext>();
    for (int i = 0; i < 1 << logDegree; i++) {
      coefficients.add(
          new Ext(planes[0][i], planes[1][i], planes[2][i], planes[3][i], planes[4][i]));
    }
    return List.copyOf(coefficients);
  }
}
