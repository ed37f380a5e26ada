package org.zarf.prover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zarf.hash.Matrix;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.Extender.Extended;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.Parameters;

/**
 * The fixed columns of a group of tables, extended and committed to: made once, used by all proofs.
 */
public final class FixedGroup {

  private final FixedCommitment commitment;
  private final Map<Integer, Extended> tables;
  private final MerkleTree tree;

  private FixedGroup(FixedCommitment commitment, Map<Integer, Extended> tables, MerkleTree tree) {
    this.commitment = commitment;
    this.tables = tables;
    this.tree = tree;
  }

  /** Extends and commits. */
  public static FixedGroup of(
      String group, List<FixedColumns> columns, Parameters parameters, Kernels kernels) {
    var tables = new HashMap<Integer, Extended>();
    var matrices = new ArrayList<Matrix>();
    var logHeights = new ArrayList<Integer>();
    var extender = new Extender(parameters, kernels, new Workspace());
    columns.stream()
        .sorted(Comparator.comparingInt(FixedColumns::slot))
        .forEach(
            table -> {
              int logHeight = table.logHeight();
              Extended extended = extender.extend(table.columns(), logHeight, _ -> false);
              tables.put(table.slot(), extended);
              matrices.add(Matrix.of(logHeight + parameters.logBlowup(), extended.domain()));
              logHeights.add(logHeight);
            });
    MerkleTree tree = CommittedColumns.commit(kernels, matrices, new Workspace());
    var commitment = new FixedCommitment(group, tree.root(), List.copyOf(logHeights));
    return new FixedGroup(commitment, Map.copyOf(tables), tree);
  }

  /** What the verifying key says. */
  public FixedCommitment commitment() {
    return commitment;
  }

  /** The tree over the columns of the tables, in the order of the slots. */
  MerkleTree tree() {
    return tree;
  }

  /** The extended columns of a table, or none if it has none here. */
  Extended columnsOf(int slot) {
    return tables.getOrDefault(slot, new Extended(new int[0][], new int[0][]));
  }
}
