package org.zarf.stark;

import java.util.ArrayList;
import java.util.List;
import org.zarf.hash.Digest;
import org.zarf.hash.MerkleOpening;

/**
 * The rows of all trees at the queries, known to belong to the commitments.
 *
 * @param queries the queried indices of the largest domain, sorted, each once
 * @param openings one for each tree of the layout
 */
record OpenedTrees(int[] queries, List<MerkleOpening> openings) {

  /** The trees of a proof at some queries, after checking them against the roots. */
  static OpenedTrees verified(ProofLayout layout, Proof proof, int[] queries)
      throws ProofRejectedException {
    var roots = new ArrayList<Digest>();
    layout.key().fixed().forEach(commitment -> roots.add(commitment.root()));
    roots.addAll(List.of(proof.main(), proof.bus(), proof.quotient()));
    roots.addAll(proof.layers());
    var hash = layout.key().hash();
    List<ProofLayout.Tree> trees = layout.trees();
    for (int i = 0; i < trees.size(); i++) {
      ProofLayout.Tree tree = trees.get(i);
      int[] indices = MerkleOpening.distinct(queries, tree.logLeaves());
      boolean holds =
          proof
              .trees()
              .get(i)
              .verifies(hash, roots.get(i), tree.matrices(), tree.isSalted(), indices);
      StarkVerifier.requireThat(holds, new Rejection.MerkleMismatch(tree.name()));
    }
    return new OpenedTrees(queries, proof.trees());
  }

  /** The queries modulo 2^logSize: sorted, each once. */
  int[] rows(int logSize) {
    return MerkleOpening.distinct(queries, logSize);
  }

  /** The rows of a matrix, one for each of {@link #rows} of its height. */
  int[][] matrix(int tree, int matrix) {
    return openings.get(tree).rows().get(matrix);
  }
}
