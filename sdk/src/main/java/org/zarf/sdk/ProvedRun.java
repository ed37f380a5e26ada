package org.zarf.sdk;

import java.util.List;
import org.zarf.prover.ProofReport.Stage;
import org.zarf.riscv.Run;
import org.zarf.verifier.Receipt;

/**
 * A receipt, and what making it took.
 *
 * @param receipt the receipt; verified
 * @param run the run that it is about
 * @param stages what was done, in order, from execution to verification
 */
public record ProvedRun(Receipt receipt, Run run, List<Stage> stages) {

  /** The time of all stages but the verification. */
  public long proveNanos() {
    return stages.stream()
        .filter(s -> !s.name().equals(Prover.VERIFY))
        .mapToLong(Stage::nanos)
        .sum();
  }

  /** The time of the verification. */
  public long verifyNanos() {
    return stages.stream()
        .filter(s -> s.name().equals(Prover.VERIFY))
        .mapToLong(Stage::nanos)
        .sum();
  }
}
