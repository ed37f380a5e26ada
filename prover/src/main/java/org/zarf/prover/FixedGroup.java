package org.zarf.prover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zarf.hash.Matrix;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.Extender.Extended;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.Parameters;

/**
 * The fixed columns of a group of tables, extended and committed to: made once, used by all proofs.
 *
 * @param commitment what the verifying key says
 * @param tables the columns' values on the tables' evaluation domains, in the order of the slots
 * @param extra the columns on the extra coset, likewise; empty unless hiding
 * @param tree the tree over those on the domains
 */
public record FixedGroup(
    FixedCommitment commitment,
    List<FixedColumns> tables,
    List<FixedColumns> extra,
    MerkleTree tree) {

  /** Extends and commits. */
  public static FixedGroup of(
      String group, List<FixedColumns> columns, Parameters parameters, Kernels kernels) {
    var extended = new ArrayList<FixedColumns>();
    var extra = new ArrayList<FixedColumns>();
    var extender = new Extender(parameters, kernels, new Workspace());
    columns.stream()
        .sorted(Comparator.comparingInt(FixedColumns::slot))
        .forEach(
            table -> {
              Extended of = extender.extend(table.columns(), table.logHeight(), _ -> false);
              extended.add(new FixedColumns(table.slot(), table.logHeight(), of.domain()));
              extra.add(new FixedColumns(table.slot(), table.logHeight(), of.extra()));
            });
    MerkleTree tree =
        CommittedColumns.commit(
            kernels,
            extended.stream()
                .map(t -> Matrix.of(t.logHeight() + parameters.logBlowup(), t.columns()))
                .toList(),
            new Workspace());
    List<Integer> logHeights = extended.stream().map(FixedColumns::logHeight).toList();
    var commitment = new FixedCommitment(group, tree.root(), logHeights);
    return new FixedGroup(commitment, List.copyOf(extended), List.copyOf(extra), tree);
  }

  /** The extended columns of a table, or none if it has none here. */
  Extended columnsOf(int slot) {
    return new Extended(columnsOf(slot, tables), columnsOf(slot, extra));
  }

  private static int[][] columnsOf(int slot, List<FixedColumns> tables) {
    return tables.stream()
        .filter(t -> t.slot() == slot)
        .map(FixedColumns::columns)
        .findFirst()
        .orElseGet(() -> new int[0][]);
  }
}
