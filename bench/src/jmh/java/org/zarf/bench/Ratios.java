package org.zarf.bench;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * The times of twins, from runs of {@link TwinBenchmark}: the best iteration of each, which other
 * work on the machine disturbs least.
 */
final class Ratios {

  private static final String LANGUAGE = "language";

  /**
   * Nanoseconds for an element; infinite before the first run.
   *
   * @param java the kernel's
   * @param c its twin's
   */
  record Times(double java, double c) {

    static Times of(String language, double nanos) {
      return language.equals("c")
          ? new Times(Double.POSITIVE_INFINITY, nanos)
          : new Times(nanos, Double.POSITIVE_INFINITY);
    }

    Times best(Times other) {
      return new Times(Math.min(java, other.java), Math.min(c, other.c));
    }

    /** The ratio of the time in C to that in Java: above 1, Java is faster. */
    double ratio() {
      return c / java;
    }
  }

  private final Map<String, Times> times = new TreeMap<>();

  /** Takes the results of a run. */
  void add(Collection<RunResult> results) {
    for (RunResult result : results) {
      BenchmarkParams parameters = result.getParams();
      double best =
          result.getBenchmarkResults().stream()
              .flatMap(fork -> fork.getIterationResults().stream())
              .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
              .min()
              .orElseThrow();
      times.merge(label(parameters), Times.of(parameters.getParam(LANGUAGE), best), Times::best);
    }
  }

  private static String label(BenchmarkParams parameters) {
    String name = parameters.getBenchmark();
    String rest =
        parameters.getParamsKeys().stream()
            .filter(key -> !key.equals(LANGUAGE))
            .map(key -> " " + key + "=" + parameters.getParam(key))
            .collect(Collectors.joining());
    return name.substring(name.lastIndexOf('.') + 1) + rest;
  }

  /** By benchmark and parameters. */
  Map<String, Times> times() {
    return Collections.unmodifiableMap(times);
  }

  /** A table in Markdown. */
  String table() {
    var text = new StringBuilder("| kernel | Java, ns | C, ns | C time / Java time |\n");
    text.append("| --- | --- | --- | --- |\n");
    times.forEach(
        (label, by) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.4f | %.4f | %.2f |%n",
                    label,
                    by.java,
                    by.c,
                    by.ratio())));
    return text.toString();
  }
}
