package org.zarf.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digests;

/** Every benchmark runs, and the twins in C fill the same arrays as the kernels. */
class BenchmarksTest {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Optional<CCompiler> compiler = Optional.empty();

  @BeforeAll
  static void compile() throws IOException {
    compiler = CCompiler.find();
    if (compiler.isPresent()) {
      System.setProperty(CTwins.LIBRARY, compiler.get().compile(folder).toString());
    }
  }

  /** In this process, each once, without a warm-up. */
  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(
            options
                .forks(0)
                .mode(Mode.SingleShotTime)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .param("logHeight", "12")
                .param("maxCycles", "100000")
                .build())
        .run();
  }

  @Test
  void everyBenchmarkOfTheKernelsRuns() throws RunnerException {
    var options = new OptionsBuilder().exclude(TwinBenchmark.class.getName());
    assertThat(run(options))
        .extracting(result -> result.getPrimaryResult().getLabel())
        .contains(
            "extend",
            "interpolate",
            "multiply",
            "multiplyExt",
            "addTerms",
            "invertExt",
            "dotExt",
            "fold",
            "hashLeaves",
            "hashNodes",
            "grind",
            "quotient",
            "execute");
  }

  @Test
  void everyTwinRunsAndHasARatio() throws RunnerException {
    assumeTrue(compiler.isPresent(), "a C compiler");
    var ratios = new Ratios();
    ratios.add(run(new OptionsBuilder().include(TwinBenchmark.class.getName())));
    assertThat(ratios.times())
        .containsOnlyKeys(
            "extend logHeight=12", "hashLeaves columns=16", "hashLeaves columns=64", "multiply")
        .allSatisfy((_, times) -> assertThat(times.ratio()).isPositive().isFinite());
    assertThat(ratios.table()).hasLineCount(6).contains("| multiply | ");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 11, 14})
  void extensionsAgree(int logHeight) {
    assumeTrue(compiler.isPresent(), "a C compiler");
    int[] values = new Inputs().elements(1 << logHeight);
    for (int logBlowup = 0; logBlowup <= 2; logBlowup++) {
      int[] expected = new int[1 << (logHeight + logBlowup)];
      int[] actual = expected.clone();
      Twins.named("java").extend(values, logHeight, logBlowup, KoalaBear.GENERATOR, expected);
      Twins.named("c").extend(values, logHeight, logBlowup, KoalaBear.GENERATOR, actual);
      assertThat(actual).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 100})
  void productsAgree(int count) {
    assumeTrue(compiler.isPresent(), "a C compiler");
    int[] a = new Inputs().elements(count);
    int[] b = a.clone();
    b[0] = KoalaBear.P - 1;
    a[0] = KoalaBear.P - 1;
    int[] expected = new int[count];
    int[] actual = new int[count];
    Twins.named("java").multiply(a, b, expected, 1);
    Twins.named("c").multiply(a, b, actual, 2);
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 40, 256})
  void leavesAgree(int columns) {
    assumeTrue(compiler.isPresent(), "a C compiler");
    int height = 16 * 19;
    int[] matrix = new Inputs().elements(columns * height);
    int[] expected = new int[Digests.size(height)];
    int[] actual = expected.clone();
    Twins.named("java").hashLeaves(matrix, columns, expected);
    Twins.named("c").hashLeaves(matrix, columns, actual);
    assertThat(actual).isEqualTo(expected);
  }
}
