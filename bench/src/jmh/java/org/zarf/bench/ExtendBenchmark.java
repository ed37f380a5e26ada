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

/** The extension of columns: nanoseconds for a value that goes in. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExtendBenchmark {

  private static final int LOG_VALUES = 18;

  /** Which kernels. */
  @Param({"scalar", "vector"})
  public String kernels = "";

  /** The logarithm of a column's height, at most that of the number of values. */
  @Param({"12", "16", "18"})
  public int logHeight;

  /** The logarithm of the blow-up. */
  @Param({"1", "2"})
  public int logBlowup;

  private Kernels chosen;
  private int[][] columns;
  private int[] out;

  /** Prepares as many columns as hold the values. */
  @Setup
  public void prepare() {
    chosen = Inputs.kernels(kernels);
    columns = new Inputs().columns(1 << (LOG_VALUES - logHeight), 1 << logHeight);
    out = new int[1 << (logHeight + logBlowup)];
  }

  /** Extends all of them. */
  @Benchmark
  @OperationsPerInvocation(1 << LOG_VALUES)
  public int[] extend() {
    for (int[] column : columns) {
      chosen.extend(column, logHeight, logBlowup, KoalaBear.GENERATOR, out);
    }
    return out;
  }
}
