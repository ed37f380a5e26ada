package org.zarf.bench;

import java.util.List;
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
import org.zarf.hash.Digests;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;

/** The hashing of rows to leaves: nanoseconds for a cell. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LeafBenchmark {

  /** As many cells as make whole groups of rows at every width. */
  private static final int CELLS = 64 * 4800;

  /** Which kernels. */
  @Param({"scalar", "vector"})
  public String kernels = "";

  /** How many columns: a divisor of 4800. */
  @Param({"16", "64", "300"})
  public int columns;

  /** Whether every row has a salt. */
  @Param({"false", "true"})
  public boolean salted;

  private Kernels chosen;
  private List<Span> matrix;
  private Digests salts;
  private Digests leaves;

  /** Prepares. */
  @Setup
  public void prepare() {
    var inputs = new Inputs();
    int rows = CELLS / columns;
    chosen = Inputs.kernels(kernels);
    matrix = inputs.spans(columns, rows);
    salts = inputs.digests(salted ? rows : 0);
    leaves = Digests.zeros(rows);
  }

  /** Hashes all rows. */
  @Benchmark
  @OperationsPerInvocation(CELLS)
  public Digests hashLeaves() {
    chosen.hashLeaves(matrix, salts, leaves, 0, leaves.count());
    return leaves;
  }
}
