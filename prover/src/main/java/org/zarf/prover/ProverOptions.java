package org.zarf.prover;

import java.util.function.BooleanSupplier;
import org.zarf.prover.kernel.Kernels;

/**
 * How to prove.
 *
 * @param threads how many threads work
 * @param kernels the inner loops
 * @param randomness the source of everything random
 * @param progress is told what is going on
 * @param cancelled is asked between steps; once it answers true, proving ends with {@link
 *     java.util.concurrent.CancellationException}
 */
public record ProverOptions(
    int threads,
    Kernels kernels,
    Randomness randomness,
    Progress progress,
    BooleanSupplier cancelled) {

  /** Is told about each stage. */
  @FunctionalInterface
  public interface Progress {
    /**
     * A stage begins.
     *
     * @param stage its name
     * @param fraction how much of the whole is done, from 0 to 1, by estimate
     */
    void stage(String stage, double fraction);
  }

  /** All processors, the fastest kernels, fresh randomness, nobody listening. */
  public static ProverOptions defaults() {
    return new ProverOptions(
        Runtime.getRuntime().availableProcessors(),
        Kernels.best(),
        Randomness.fresh(),
        (stage, fraction) -> {},
        () -> false);
  }

  /** With a number of threads. */
  public ProverOptions withThreads(int count) {
    return new ProverOptions(count, kernels, randomness, progress, cancelled);
  }

  /** With kernels. */
  public ProverOptions withKernels(Kernels other) {
    return new ProverOptions(threads, other, randomness, progress, cancelled);
  }

  /** With a source of randomness. */
  public ProverOptions withRandomness(Randomness source) {
    return new ProverOptions(threads, kernels, source, progress, cancelled);
  }

  /** With a listener. */
  public ProverOptions withProgress(Progress listener) {
    return new ProverOptions(threads, kernels, randomness, listener, cancelled);
  }

  /** With a way to stop. */
  public ProverOptions withCancellation(BooleanSupplier condition) {
    return new ProverOptions(threads, kernels, randomness, progress, condition);
  }
}
