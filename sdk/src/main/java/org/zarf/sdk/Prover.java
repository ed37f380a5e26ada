package org.zarf.sdk;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import org.zarf.air.TableTrace;
import org.zarf.machine.FixedTable;
import org.zarf.machine.Machine;
import org.zarf.machine.PublicTerms;
import org.zarf.prover.ProofReport;
import org.zarf.prover.ProofReport.Stage;
import org.zarf.prover.ProverOptions;
import org.zarf.prover.ProverOptions.Progress;
import org.zarf.prover.ProvingKey;
import org.zarf.prover.StarkProver;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;
import org.zarf.stark.Parameters;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Statement;
import org.zarf.verifier.Journal;
import org.zarf.verifier.Receipt;
import org.zarf.witness.MachineTraces;
import org.zarf.witness.RunRecorder;

/**
 * Runs programs and proves the runs.
 *
 * @param parameters the parameter set
 * @param threads how many threads work
 * @param memoryBytes how much memory proving may take
 * @param progress is told about each stage
 * @param cancelled is asked between stages
 * @param print where the guest's debug text goes
 * @param successOnly whether only runs with exit code 0 are proved
 */
public record Prover(
    Parameters parameters,
    int threads,
    long memoryBytes,
    Progress progress,
    BooleanSupplier cancelled,
    OutputStream print,
    boolean successOnly) {

  /** The longest run that one proof covers, in cycles. */
  public static final long MAX_CYCLES = 1L << 22;

  static final String VERIFY = "verify";

  private static final System.Logger LOG = System.getLogger("org.zarf.sdk");

  /** Zero knowledge, all processors, the JVM's heap as the limit, silent. */
  public static Prover create() {
    return new Prover(
        Parameters.zeroKnowledge(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory(),
        (stage, fraction) -> {},
        () -> false,
        OutputStream.nullOutputStream(),
        false);
  }

  /** With receipts that hide the input (the default), or that need not. */
  public Prover withHiding(boolean hiding) {
    Parameters set = hiding ? Parameters.zeroKnowledge() : Parameters.revealing();
    return new Prover(set, threads, memoryBytes, progress, cancelled, print, successOnly);
  }

  /** With a number of threads. */
  public Prover withThreads(int count) {
    return new Prover(parameters, count, memoryBytes, progress, cancelled, print, successOnly);
  }

  /** With a limit of memory. */
  public Prover withMemory(long bytes) {
    return new Prover(parameters, threads, bytes, progress, cancelled, print, successOnly);
  }

  /** With a listener. */
  public Prover withProgress(Progress listener) {
    return new Prover(parameters, threads, memoryBytes, listener, cancelled, print, successOnly);
  }

  /** With a way to stop: once it answers true, proving ends with a CancellationException. */
  public Prover withCancellation(BooleanSupplier condition) {
    return new Prover(parameters, threads, memoryBytes, progress, condition, print, successOnly);
  }

  /** With a place for the guest's debug text. */
  public Prover withPrint(OutputStream sink) {
    return new Prover(parameters, threads, memoryBytes, progress, cancelled, sink, successOnly);
  }

  /**
   * With proofs of runs that end with exit code 0 only: a guest that refuses its input costs a run
   * and no proof. The exception gives the last line that it printed.
   */
  public Prover withSuccessOnly() {
    return new Prover(parameters, threads, memoryBytes, progress, cancelled, print, true);
  }

  /**
   * Runs a program and proves the run, whatever its exit code unless the prover is {@linkplain
   * #withSuccessOnly told otherwise}.
   *
   * @throws RunFailedException if the run trapped, or its exit code is refused
   * @throws TooLargeException if it is too long for one proof or for the memory
   */
  public Receipt prove(Program program, Input input) throws RunFailedException, TooLargeException {
    return proveRun(program, input).receipt();
  }

  /**
   * Like {@link #prove}, and says what it took.
   *
   * @throws RunFailedException if the run trapped, or its exit code is refused
   * @throws TooLargeException if it is too long for one proof or for the memory
   */
  public ProvedRun proveRun(Program program, Input input)
      throws RunFailedException, TooLargeException {
    var stages = new ArrayList<Stage>();
    progress.stage("execute", 0);
    long start = System.nanoTime();
    var recorder = new RunRecorder(program.guest().instructions(), program.image());
    Run run = run(program, input, recorder);
    long exitCode = exitCode(program, run);
    stages.add(new Stage("execute", System.nanoTime() - start, 0));
    start = System.nanoTime();
    Kernels kernels = Kernels.best();
    if (kernels instanceof ScalarKernels) {
      LOG.log(
          System.Logger.Level.INFO,
          "proving with scalar kernels; for the fast ones start the JVM with"
              + " --add-modules jdk.incubator.vector and put zarf-kernels on its path");
    }
    var key =
        ProvingKey.of(
            Machine.circuit(),
            parameters,
            List.of(program.group(parameters, kernels), MachineGroup.of(parameters, kernels)));
    stages.add(new Stage("prepare the key", System.nanoTime() - start, 0));
    progress.stage("fill the tables", 0.01);
    start = System.nanoTime();
    MachineTraces filled = traces(program, recorder);
    recorder.recycle();
    List<TableTrace> traces = filled.tables();
    stages.add(new Stage("fill the tables", System.nanoTime() - start, 0));
    ProvingEstimate.of(traces, parameters).requireFits(memoryBytes);
    ProofReport report =
        StarkProver.prove(
            key,
            traces,
            Statement.of(PublicTerms.of(program.guest().entry(), exitCode, run.journal())),
            ProverOptions.defaults()
                .withThreads(threads)
                .withKernels(kernels)
                .withProgress(progress)
                .withCancellation(cancelled));
    filled.recycle();
    stages.addAll(report.stages());
    var receipt =
        new Receipt(
            parameters.name(),
            program.commitment(parameters),
            Journal.of(run.journal()),
            (int) exitCode,
            report.proof());
    progress.stage(VERIFY, 0.99);
    start = System.nanoTime();
    requireVerified(receipt, program);
    stages.add(new Stage(VERIFY, System.nanoTime() - start, 0));
    return new ProvedRun(receipt, run, List.copyOf(stages));
  }

  private Run run(Program program, Input input, RunRecorder recorder) throws RunFailedException {
    var lastLine = new LastLine(print);
    var options =
        RunOptions.defaults()
            .withInput(input.bytes())
            .withMaxCycles(MAX_CYCLES)
            .withPrint(successOnly ? lastLine : print);
    Run run = Executor.record(program.guest(), options, recorder);
    if (successOnly && run.exit() instanceof Exit.Halted(long code) && code != 0) {
      throw new RunFailedException(
          "the guest ended with exit code " + code + lastLine.describe(), run);
    }
    return run;
  }

  private MachineTraces traces(Program program, RunRecorder recorder) {
    var heights = MachineGroup.heights(parameters);
    var fixed = new ArrayList<>(FixedTable.ofMachine(heights));
    fixed.addAll(FixedTable.ofProgram(program.guest().instructions(), program.image(), heights));
    try (var pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> MachineTraces.of(recorder, fixed, heights)).join();
    }
  }

  private static long exitCode(Program program, Run run)
      throws RunFailedException, TooLargeException {
    return switch (run.exit()) {
      case Exit.Halted(long code) -> code;
      case Exit.Trapped(var cause, long pc) ->
          throw new RunFailedException(
              cause.message() + " at " + program.guest().describe(pc), run);
      case Exit.OutOfCycles(long limit, long pc) ->
          throw new TooLargeException(
              "the run takes more than " + limit + " cycles, the most that one proof covers");
      case Exit.OutOfMemory(long limit, long pc) ->
          throw new RunFailedException(
              "the guest uses more than "
                  + limit
                  + " bytes of memory, at "
                  + program.guest().describe(pc),
              run);
    };
  }

  private void requireVerified(Receipt receipt, Program program) {
    try {
      receipt.verify(program.id(parameters), receipt.exitCode());
    } catch (ProofRejectedException e) {
      throw new IllegalStateException(
          "a proof that was just made is rejected: " + e.getMessage(), e);
    }
  }
}
