package org.zarf.cli;

import com.google.gson.JsonObject;
import org.zarf.riscv.Run;
import org.zarf.sdk.Prover;

/**
 * What proving a run will take, by figures measured on two cores. Tables have heights that are
 * powers of two, so a run can take up to twice as much.
 *
 * @param cycles of the run
 * @param nanos of proving
 * @param bytes of memory
 */
record ProvingForecast(long cycles, long nanos, long bytes) {

  /** Measured with the smallest example: tables of constants, grinding, the JVM's warm-up. */
  private static final long BASE_NANOS = 7_000_000_000L;

  /** Measured in cold processes at 2^19 and 2^20 cycles, without the base. */
  private static final long NANOS_PER_CYCLE = 10_000;

  /** Fitted to the prover's own estimates for the suite at 2^16 to 2^20 cycles. */
  private static final long BASE_BYTES = 700L << 20;

  private static final long BYTES_PER_CYCLE = 2_300;

  /** The forecast for a run. */
  static ProvingForecast of(Run run) {
    long cycles = run.cycles();
    return new ProvingForecast(
        cycles, BASE_NANOS + cycles * NANOS_PER_CYCLE, BASE_BYTES + cycles * BYTES_PER_CYCLE);
  }

  /** For people. */
  String sentence() {
    if (cycles > Prover.MAX_CYCLES) {
      return "too long for one proof, which covers " + Figures.count(Prover.MAX_CYCLES) + " cycles";
    }
    return "about "
        + Figures.nanos(nanos)
        + " and "
        + Figures.bytes(bytes)
        + " (by figures measured on 2 cores)";
  }

  /** For programs. */
  JsonObject json() {
    var object = new JsonObject();
    object.addProperty("provable", cycles <= Prover.MAX_CYCLES);
    object.addProperty("prove_ms", Figures.millis(nanos));
    object.addProperty("memory_bytes", bytes);
    return object;
  }
}
