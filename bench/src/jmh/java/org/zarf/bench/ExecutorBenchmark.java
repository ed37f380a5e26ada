package org.zarf.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.zarf.riscv.BadProgramException;
import org.zarf.riscv.Executor;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;

/**
 * Runs of the suite's programs without proving, from the start: {@code cycles} for a microsecond,
 * which is MHz, with what it takes to find out what to compile, and to compile it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExecutorBenchmark {

  /** Sizes at which the programs take more than 10^9 cycles. */
  private static final Map<String, Integer> SIZES =
      Map.of(
          "interpreter", 600_000,
          "matching", 9_000,
          "matrix", 600,
          "modexp", 100_000,
          "quicksort", 14_000_000,
          "sha256", 20_000_000,
          "words", 9_000_000);

  /** Which program. */
  @Param({"interpreter", "matching", "matrix", "modexp", "quicksort", "sha256", "words"})
  public String program = "";

  /** Where it is stopped. */
  @Param("1000000000")
  public long maxCycles;

  private GuestProgram guest;
  private RunOptions options;

  /** Counts what was executed. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Executed {

    /** Of all runs. */
    public long cycles;
  }

  /** Prepares. */
  @Setup
  public void prepare() throws IOException, BadProgramException {
    try (InputStream elf = ExecutorBenchmark.class.getResourceAsStream(program + ".elf")) {
      guest = GuestProgram.load(Objects.requireNonNull(elf).readAllBytes());
    }
    int size = Objects.requireNonNull(SIZES.get(program));
    byte[] input =
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array();
    options = RunOptions.defaults().withInput(input).withMaxCycles(maxCycles);
  }

  /** Runs it. */
  @Benchmark
  public Run execute(Executed executed) {
    Run run = Executor.run(guest, options);
    executed.cycles += run.cycles();
    return run;
  }
}
