package org.zarf.prover;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.zarf.prover.kernel.Kernels;

/**
 * How to prove.
 *
 * @param threads how many threads work
 * @param kernels the inner loops
 * @param randomness makes the source of everything random, once for each proof: two proofs that
 *     share one reveal together what each of them hides
 * @param progress is told what is going on
 * @param cancelled is asked between steps; once it answers true, proving ends with {@link
 *     java.util.concurrent.CancellationException}
 */
public record ProverOptions(
    int threads,
    Kernels kernels,
    Supplier<Randomness> randomness,
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
        Randomness::fresh,
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

  /** With one source of randomness, whatever is proved: for tests that need equal proofs. */
  public ProverOptions withRandomness(Randomness source) {
    return new ProverOptions(threads, kernels, () -> source, progress, cancelled);
  }

  /** The same options with the source of randomness of one proof. */
  ProverOptions forOneProof() {
    return withRandomness(randomness.get());
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
