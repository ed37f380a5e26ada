package org.zarf.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Without arguments, times the kernels against their twins in C; with {@code jmh} and options of
 * JMH, runs benchmarks of one's choice.
 */
public final class Main {

  private static final int ROUNDS = 3;
  private static final int WARM_UPS = 10;

  /** Many short ones: on a busy machine some are left alone. */
  private static final int MEASUREMENTS = 20;

  private static final TimeValue ITERATION = TimeValue.milliseconds(100);

  private Main() {}

  /** Runs; the status is 2 if the arguments are wrong or there is no C compiler to compare with. */
  public static void main(String[] arguments)
      throws IOException, RunnerException, CommandLineOptionException {
    Optional<CCompiler> compiler = CCompiler.find();
    if (arguments.length > 0 && arguments[0].equals("jmh")) {
      String[] options = Stream.of(arguments).skip(1).toArray(String[]::new);
      runChoice(new CommandLineOptions(options), compiler);
    } else if (arguments.length > 0) {
      fail("usage: bench/run [jmh [options of JMH, such as -h]]");
    } else if (compiler.isEmpty()) {
      fail("no C compiler to compare with: install one, or name it in CC");
    } else {
      runTwins(compiler.get());
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(2);
  }

  private static void runChoice(CommandLineOptions choice, Optional<CCompiler> compiler)
      throws IOException, RunnerException, CommandLineOptionException {
    var options = new OptionsBuilder().parent(choice).addProfiler(GCProfiler.class);
    if (choice.shouldHelp()) {
      choice.showHelp();
    } else if (choice.shouldList()) {
      new Runner(options.build()).list();
    } else if (compiler.isEmpty()) {
      new Runner(options.exclude(TwinBenchmark.class.getName()).build()).run();
    } else {
      withTwins(compiler.get(), options, runner -> runner.run());
    }
  }

  private static void runTwins(CCompiler compiler) throws IOException, RunnerException {
    var options =
        new OptionsBuilder()
            .include(TwinBenchmark.class.getName())
            .forks(1)
            .warmupIterations(WARM_UPS)
            .warmupTime(ITERATION)
            .measurementIterations(MEASUREMENTS)
            .measurementTime(ITERATION);
    var ratios = new Ratios();
    double before = load();
    withTwins(
        compiler,
        options,
        runner -> {
          for (int round = 0; round < ROUNDS; round++) {
            ratios.add(runner.run());
          }
        });
    System.out.printf(
        Locale.ROOT,
        "%n%s%n%s, %s %s%nload before %.1f, after %.1f%n%n%s",
        Inputs.kernels("vector").name(),
        System.getProperty("java.vm.version"),
        compiler.version().orElse(compiler.command()),
        String.join(" ", CCompiler.OPTIONS),
        before,
        load(),
        ratios.table());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** What is done with benchmarks that find the twins. */
  @FunctionalInterface
  private interface Work {
    void with(Runner runner) throws RunnerException;
  }

  private static void withTwins(CCompiler compiler, ChainedOptionsBuilder options, Work work)
      throws IOException, RunnerException {
    Path folder = Files.createTempDirectory("zarf-bench");
    try {
      Path library = compiler.compile(folder);
      options.jvmArgsAppend("-D" + CTwins.LIBRARY + "=" + library);
      work.with(new Runner(options.build()));
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
