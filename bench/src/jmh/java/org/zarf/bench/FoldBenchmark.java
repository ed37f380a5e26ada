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
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.FoldStep;

/** Folding: nanoseconds for a value, of the extension, that goes in. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FoldBenchmark {

  private static final int LOG_SIZE = 16;

  /** Which kernels. */
  @Param({"scalar", "vector"})
  public String kernels = "";

  /** The logarithm of how many values become one. */
  @Param({"1", "2", "3"})
  public int logFold;

  private Kernels chosen;
  private int[][] layer;
  private int[][] out;
  private FoldStep step;

  /** Prepares. */
  @Setup
  public void prepare() {
    var inputs = new Inputs();
    chosen = Inputs.kernels(kernels);
    layer = inputs.columns(Ext.DEGREE, 1 << LOG_SIZE);
    out = inputs.columns(Ext.DEGREE, 1 << (LOG_SIZE - logFold));
    step = new FoldStep(LOG_SIZE, logFold, KoalaBear.GENERATOR, inputs.ext());
  }

  /** Folds a layer once. */
  @Benchmark
  @OperationsPerInvocation(1 << LOG_SIZE)
  public int[][] fold() {
    chosen.fold(layer, step, out, 0, out[0].length);
    return out;
  }
}
