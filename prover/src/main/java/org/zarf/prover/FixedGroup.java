package org.zarf.prover;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.zarf.hash.Matrix;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.Domain;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.Parameters;

/**
 * The fixed columns of a group of tables, extended and committed to: made once, used by all proofs.
 *
 * @param commitment what the verifying key says
 * @param tables the columns' values on the tables' evaluation domains, in the order of the slots
 * @param tree the tree over them
 */
public record FixedGroup(FixedCommitment commitment, List<FixedColumns> tables, MerkleTree tree) {

  /** Extends and commits. */
  public static FixedGroup of(
      String group, List<FixedColumns> columns, Parameters parameters, Kernels kernels) {
    List<FixedColumns> extended =
        columns.stream()
            .sorted(Comparator.comparingInt(FixedColumns::slot))
            .map(table -> extend(table, parameters, kernels))
            .toList();
    MerkleTree tree =
        CommittedColumns.commit(
            kernels,
            extended.stream()
                .map(t -> Matrix.of(t.logHeight() + parameters.logBlowup(), t.columns()))
                .toList(),
            new Workspace());
    List<Integer> logHeights = extended.stream().map(FixedColumns::logHeight).toList();
    return new FixedGroup(new FixedCommitment(group, tree.root(), logHeights), extended, tree);
  }

  private static FixedColumns extend(FixedColumns table, Parameters parameters, Kernels kernels) {
    int logBlowup = parameters.logBlowup();
    int[][] extended =
        Arrays.stream(table.columns())
            .parallel()
            .map(
                column -> {
                  int[] out = new int[column.length << logBlowup];
                  kernels.extend(column, table.logHeight(), logBlowup, Domain.SHIFT, out);
                  return out;
                })
            .toArray(int[][]::new);
    return new FixedColumns(table.slot(), table.logHeight(), extended);
  }

  /** The extended columns of a table, or none if it has none here. */
  int[][] columnsOf(int slot) {
    return tables.stream()
        .filter(t -> t.slot() == slot)
        .map(FixedColumns::columns)
        .findFirst()
        .orElseGet(() -> new int[0][]);
  }
}
