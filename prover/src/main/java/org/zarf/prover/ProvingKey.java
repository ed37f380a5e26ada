package org.zarf.prover;

import java.util.List;
import org.zarf.air.Circuit;
import org.zarf.hash.HashSuite;
import org.zarf.prover.Extender.Extended;
import org.zarf.stark.Parameters;
import org.zarf.stark.VerifyingKey;

/**
 * A verifying key with the fixed columns that it commits to.
 *
 * @param verifyingKey the key
 * @param groups the fixed columns, in the order of the key's commitments
 */
public record ProvingKey(VerifyingKey verifyingKey, List<FixedGroup> groups) {

  /**
   * The key of a circuit.
   *
   * @param circuit without the table that masks sums: that is added where parameters hide
   * @param groups one for each group of the circuit, in its order
   */
  public static ProvingKey of(Circuit circuit, Parameters parameters, List<FixedGroup> groups) {
    var commitments = groups.stream().map(FixedGroup::commitment).toList();
    return new ProvingKey(
        VerifyingKey.of(circuit, parameters, HashSuite.BLAKE3, commitments), groups);
  }

  /** The parameters. */
  public Parameters parameters() {
    return verifyingKey.parameters();
  }

  /** The extended fixed columns of a table. */
  Extended fixedColumns(int slot) {
    String group = verifyingKey.circuit().slots().get(slot).group();
    return groups.stream()
        .filter(g -> g.commitment().group().equals(group))
        .map(g -> g.columnsOf(slot))
        .findFirst()
        .orElseGet(() -> new Extended(new int[0][], new int[0][]));
  }
}
