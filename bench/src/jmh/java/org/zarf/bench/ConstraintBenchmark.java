package org.zarf.bench;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.machine.Machine;
import org.zarf.prover.constraint.InstanceColumns;
import org.zarf.prover.constraint.ProofValues;
import org.zarf.prover.constraint.Quotient;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.Parameters;

/** The quotient of the chip with the most columns, on one thread: nanoseconds for a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConstraintBenchmark {

  private static final int LOG_HEIGHT = 12;

  /** Enough for the challenges of any tuple. */
  private static final int POWERS = 64;

  /** Which kernels. */
  @Param({"scalar", "vector"})
  public String kernels = "";

  private final ForkJoinPool thread = new ForkJoinPool(1);
  private final Parameters parameters = Parameters.zeroKnowledge();
  private Kernels chosen;
  private InstanceLayout layout;
  private InstanceColumns columns;
  private ProofValues values;
  private Ext alpha;

  /** Prepares random columns: any have a quotient of some degree. */
  @Setup
  public void prepare() {
    var inputs = new Inputs();
    chosen = Inputs.kernels(kernels);
    int slot = widest();
    Table table = Machine.circuit().slots().get(slot).table();
    layout = InstanceLayout.of(new Instance(slot, LOG_HEIGHT), table, parameters);
    int size = 1 << (LOG_HEIGHT + parameters.logBlowup());
    columns =
        new InstanceColumns(
            inputs.columns(layout.fixedWidth(), size),
            inputs.columns(layout.mainWidth(), size),
            inputs.columns(layout.busWidth(), size));
    values =
        new ProofValues(
            slot, IntStream.range(0, POWERS).mapToObj(_ -> inputs.ext()).toList(), inputs.ext());
    alpha = inputs.ext();
  }

  private static int widest() {
    var slots = Machine.circuit().slots();
    return IntStream.range(0, slots.size())
        .boxed()
        .max(Comparator.comparingInt(slot -> slots.get(slot).table().main().size()))
        .orElseThrow();
  }

  /** Ends the thread. */
  @TearDown
  public void close() {
    thread.close();
  }

  /** Evaluates all constraints and interpolates. */
  @Benchmark
  @OperationsPerInvocation(1 << LOG_HEIGHT)
  public int[][] quotient() {
    return thread
        .submit(
            () ->
                Quotient.of(
                    List.of(new Quotient.Part(layout, columns, columns, values)),
                    parameters,
                    alpha,
                    chosen))
        .join();
  }
}
