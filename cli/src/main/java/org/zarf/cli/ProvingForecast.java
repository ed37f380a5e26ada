package org.zarf.cli;

import com.google.gson.JsonObject;
import org.zarf.riscv.Run;
import org.zarf.sdk.Prover;

/**
 * What proving a run will take, by the figures of the bench suite on two cores. Tables have heights
 * that are powers of two, so a run can take up to twice as much.
 *
 * @param cycles of the run
 * @param nanos of proving
 * @param bytes of memory
 */
record ProvingForecast(long cycles, long nanos, long bytes) {

  /** Measured: the tables of constants, whatever the run. */
  private static final long BASE_NANOS = 4_000_000_000L;

  /** Measured on the suite at 2^18 cycles. */
  private static final long NANOS_PER_CYCLE = 30_000;

  private static final long BASE_BYTES = 1L << 30;
  private static final long BYTES_PER_CYCLE = 6_000;

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
    return Figures.nanos(nanos) + " on 2 cores, " + Figures.bytes(bytes) + " of memory";
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
