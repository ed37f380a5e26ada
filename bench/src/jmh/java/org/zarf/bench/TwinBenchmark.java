package org.zarf.bench;

import java.util.Arrays;
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
import org.zarf.hash.Digests;

/**
 * The vector kernels and their twins in C on the same inputs: nanoseconds for an element. Before
 * the clock starts, both have filled the same array with the same words.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TwinBenchmark {

  private static final int LOG_VALUES = 18;
  private static final int PRODUCTS = 2048;
  private static final int TIMES = 256;
  private static final int CELLS = 1 << 18;

  private static void requireEqual(int[] actual, int[] expected) {
    if (!Arrays.equals(actual, expected)) {
      throw new IllegalStateException("Java and C disagree");
    }
  }

  /** Columns to extend. */
  @State(Scope.Thread)
  public static class Columns {

    /** Which language. */
    @Param({"java", "c"})
    public String language = "";

    /** The logarithm of a column's height. */
    @Param({"12", "16", "18"})
    public int logHeight;

    private Twins twins;
    private int[][] columns;
    private int[] out;

    /** Prepares and compares. */
    @Setup
    public void prepare() {
      columns = new Inputs().columns(1 << (LOG_VALUES - logHeight), 1 << logHeight);
      out = new int[2 << logHeight];
      int[] expected = out.clone();
      twins = Twins.named("java");
      extend(columns[0], expected);
      twins = Twins.named("c");
      extend(columns[0], out);
      requireEqual(out, expected);
      twins = Twins.named(language);
    }

    private void extend(int[] column, int[] to) {
      twins.extend(column, logHeight, 1, KoalaBear.GENERATOR, to);
    }
  }

  /** Factors in the nearest cache. */
  @State(Scope.Thread)
  public static class Factors {

    /** Which language. */
    @Param({"java", "c"})
    public String language = "";

    private final Inputs inputs = new Inputs();
    private final int[] a = inputs.elements(PRODUCTS);
    private final int[] b = inputs.elements(PRODUCTS);
    private final int[] out = new int[PRODUCTS];
    private Twins twins;

    /** Prepares and compares. */
    @Setup
    public void prepare() {
      int[] expected = new int[PRODUCTS];
      Twins.named("java").multiply(a, b, expected, 1);
      Twins.named("c").multiply(a, b, out, 1);
      requireEqual(out, expected);
      twins = Twins.named(language);
    }
  }

  /** Rows to hash. */
  @State(Scope.Thread)
  public static class Rows {

    /** Which language. */
    @Param({"java", "c"})
    public String language = "";

    /** How many columns. */
    @Param({"16", "64"})
    public int columns;

    private final int[] matrix = new Inputs().elements(CELLS);
    private Twins twins;
    private int[] leaves;

    /** Prepares and compares. */
    @Setup
    public void prepare() {
      leaves = new int[Digests.size(CELLS / columns)];
      int[] expected = leaves.clone();
      Twins.named("java").hashLeaves(matrix, columns, expected);
      Twins.named("c").hashLeaves(matrix, columns, leaves);
      requireEqual(leaves, expected);
      twins = Twins.named(language);
    }
  }

  /** NTTs: extends columns by 2; an element is a value that goes in. */
  @Benchmark
  @OperationsPerInvocation(1 << LOG_VALUES)
  public int[] extend(Columns state) {
    for (int[] column : state.columns) {
      state.extend(column, state.out);
    }
    return state.out;
  }

  /** Montgomery products. */
  @Benchmark
  @OperationsPerInvocation(PRODUCTS * TIMES)
  public int[] multiply(Factors state) {
    state.twins.multiply(state.a, state.b, state.out, TIMES);
    return state.out;
  }

  /** BLAKE3 of rows; an element is a cell of four bytes. */
  @Benchmark
  @OperationsPerInvocation(CELLS)
  public int[] hashLeaves(Rows state) {
    state.twins.hashLeaves(state.matrix, state.columns, state.leaves);
    return state.leaves;
  }
}
