package org.zarf.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;

/** Interpolation: nanoseconds for a value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InterpolateBenchmark {

  private static final int LOG_VALUES = 18;

  /** Which kernels. */
  @Param({"scalar", "vector"})
  public String kernels = "";

  /** The logarithm of a column's height, at most that of the number of values. */
  @Param({"12", "16", "18"})
  public int logHeight;

  private Kernels chosen;
  private int[][] columns;

  /** Prepares as many columns as hold the values. */
  @Setup
  public void prepare() {
    chosen = Inputs.kernels(kernels);
    columns = new Inputs().columns(1 << (LOG_VALUES - logHeight), 1 << logHeight);
  }

  /** Interpolates all of them, in place: coefficients serve as the next values. */
  @Benchmark
  @OperationsPerInvocation(1 << LOG_VALUES)
  public int[][] interpolate() {
    for (int[] column : columns) {
      chosen.interpolate(column, logHeight, KoalaBear.GENERATOR);
    }
    return columns;
  }
}
