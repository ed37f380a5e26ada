package org.zarf.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.zarf.hash.Digests;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;

/**
 * What this machine can do at best, with all threads at once: below these no stage can fall.
 *
 * @param kernels the kernels' name
 * @param copyNanos the time to copy a cell of four bytes from memory to memory
 * @param hashNanos the time to hash a cell, in rows of 64 columns
 * @param multiplyNanos the time to multiply a cell by another, in the nearest cache
 */
record Floors(String kernels, double copyNanos, double hashNanos, double multiplyNanos) {

  private static final int COPY_CELLS = 1 << 24;
  private static final int LOG_ROWS = 13;
  private static final int COLUMNS = 64;
  private static final int MULTIPLY_CELLS = 1 << 11;
  private static final int MULTIPLY_ROUNDS = 1 << 12;
  private static final long TRIAL_NANOS = 1_000_000_000;

  /** Measures. */
  static Floors measure(int threads) {
    Kernels kernels = Kernels.best();
    return new Floors(
        kernels.name(), copy(threads), hash(kernels, threads), multiply(kernels, threads));
  }

  private static double copy(int threads) {
    int[][] from = new int[threads][COPY_CELLS / threads];
    int[][] to = new int[threads][COPY_CELLS / threads];
    return best(threads, COPY_CELLS, t -> System.arraycopy(from[t], 0, to[t], 0, from[t].length));
  }

  private static double hash(Kernels kernels, int threads) {
    int rows = 1 << LOG_ROWS;
    var outs = new Digests[threads];
    Arrays.setAll(outs, t -> Digests.zeros(rows));
    List<Span> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(new Span(new int[rows], 0));
    }
    return best(
        threads,
        (long) threads * rows * COLUMNS,
        t -> kernels.hashLeaves(columns, Digests.zeros(0), outs[t], 0, rows));
  }

  private static double multiply(Kernels kernels, int threads) {
    int[][] values = new int[threads][MULTIPLY_CELLS];
    return best(
        threads,
        (long) threads * MULTIPLY_CELLS * MULTIPLY_ROUNDS,
        t -> {
          var span = new Span(values[t], 0);
          for (int i = 0; i < MULTIPLY_ROUNDS; i++) {
            kernels.multiply(span, span, span, MULTIPLY_CELLS);
          }
        });
  }

  /** What one thread does. */
  @FunctionalInterface
  private interface Work {
    void run(int thread);
  }

  /** Nanoseconds for a cell in the best trial of a second; the first ones warm up. */
  private static double best(int threads, long cells, Work work) {
    double best = Double.MAX_VALUE;
    long end = System.nanoTime() + TRIAL_NANOS;
    while (System.nanoTime() < end) {
      List<Thread> workers =
          IntStream.range(0, threads)
              .mapToObj(t -> Thread.ofPlatform().unstarted(() -> work.run(t)))
              .toList();
      long start = System.nanoTime();
      workers.forEach(Thread::start);
      workers.forEach(Floors::join);
      best = Math.min(best, (double) (System.nanoTime() - start) / cells);
    }
    return best;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** For people. */
  void print(Report report) {
    report.line("kernels", kernels);
    report.line(
        "floors, ns per cell",
        String.format(
            Locale.ROOT,
            "copy %.3f (%.1f GB/s), BLAKE3 %.3f (%.1f GB/s), multiply %.4f",
            copyNanos,
            Integer.BYTES / copyNanos,
            hashNanos,
            Integer.BYTES / hashNanos,
            multiplyNanos));
  }

  /** For programs. */
  JsonObject json() {
    var object = new JsonObject();
    object.addProperty("kernels", kernels);
    object.addProperty("copy_ns_per_cell", copyNanos);
    object.addProperty("blake3_ns_per_cell", hashNanos);
    object.addProperty("multiply_ns_per_cell", multiplyNanos);
    return object;
  }
}
