package org.zarf.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.zarf.prover.ProofReport.Stage;
import org.zarf.sdk.ProvedRun;
import org.zarf.stark.ProofRejectedException;

/**
 * What proving a run took.
 *
 * @param proved the receipt and its making
 * @param receipt what the receipt says
 * @param threads how many threads worked
 * @param peakMemory the most memory that the process held, in bytes
 */
record ProvingFacts(ProvedRun proved, ReceiptFacts receipt, int threads, long peakMemory) {

  /** The facts about a run that was just proved. */
  static ProvingFacts of(ProvedRun proved, int receiptBytes, int threads) {
    try {
      return new ProvingFacts(
          proved, ReceiptFacts.of(proved.receipt(), receiptBytes), threads, PeakMemory.bytes());
    } catch (ProofRejectedException e) {
      throw new IllegalStateException("a receipt of unknown parameters was made", e);
    }
  }

  long cycles() {
    return proved.run().cycles();
  }

  /** Cycles per millisecond of proving, execution included. */
  double kilohertz() {
    return cycles() * 1e6 / Math.max(proved.proveNanos(), 1);
  }

  /** For programs. */
  JsonObject json() {
    var object = new JsonObject();
    object.addProperty("cycles", cycles());
    object.addProperty("khz", Math.round(kilohertz() * 1e3) / 1e3);
    object.addProperty("prove_ms", Figures.millis(proved.proveNanos()));
    object.addProperty("verify_ms", Figures.millis(proved.verifyNanos()));
    object.addProperty("threads", threads);
    object.addProperty("peak_memory_bytes", peakMemory);
    object.addProperty("cells", receipt.cells());
    object.add("stages", stages(proved.stages()));
    receipt.addTo(object);
    return object;
  }

  /** Stages, for programs. */
  static JsonArray stages(List<Stage> stages) {
    var array = new JsonArray();
    for (Stage stage : stages) {
      var entry = new JsonObject();
      entry.addProperty("name", stage.name());
      entry.addProperty("ms", Figures.millis(stage.nanos()));
      entry.addProperty("cells", stage.cells());
      entry.addProperty(
          "ns_per_cell",
          stage.cells() == 0 ? null : Math.round(1e3 * stage.nanos() / stage.cells()) / 1e3);
      array.add(entry);
    }
    return array;
  }
}
