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
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.prover.kernel.Terms;

/**
 * Operations element by element, on blocks as the prover's: nanoseconds for an element; for terms,
 * for an element of a term.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ElementBenchmark {

  private static final int COUNT = 1024;
  private static final int TERMS = 32;

  /** Which kernels. */
  @Param({"scalar", "vector"})
  public String kernels = "";

  private final Inputs inputs = new Inputs();
  private final Span a = inputs.span(Ext.DEGREE * COUNT);
  private final Span b = inputs.span(Ext.DEGREE * COUNT);
  private final Span out = inputs.span(Ext.DEGREE * COUNT);
  private final Terms terms = new Terms(TERMS);
  private Kernels chosen;

  /** Prepares. */
  @Setup
  public void prepare() {
    chosen = Inputs.kernels(kernels);
    for (int i = 0; i < TERMS; i++) {
      terms.setFactor(i, inputs.ext());
      terms.setElements(i, inputs.elements(COUNT), 0);
    }
  }

  /** Products in the base field. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public Span multiply() {
    chosen.multiply(a, b, out, COUNT);
    return out;
  }

  /** Products in the extension. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public Span multiplyExt() {
    chosen.multiplyExt(a, b, out, COUNT);
    return out;
  }

  /** Sums of elements of the base field times constants of the extension. */
  @Benchmark
  @OperationsPerInvocation(TERMS * COUNT)
  public Span addTerms() {
    chosen.addTerms(a, terms, out, COUNT);
    return out;
  }

  /** Inverses in the extension. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public Span invertExt() {
    chosen.invertExt(a, out, COUNT);
    return out;
  }

  /** Sums of products of every second element of the base field with elements of the extension. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public Ext dotExt() {
    return chosen.dotExt(a, 1, b, COUNT);
  }
}
