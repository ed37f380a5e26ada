package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With the same randomness a run has one receipt, byte for byte: for any number of threads, any
 * kernels, any width of vectors, and in each of the four ways to start a JVM.
 */
class LaunchTest {

  /** With vectors of a given width, on the class path. */
  private static final List<Integer> WIDTHS = List.of(128, 256, 512);

  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  private static final List<String> THREADS = List.of("1", "2", "4");

  /** How the module of the class path begins its name. */
  private static final String UNNAMED = "unnamed module";

  @TempDir Path folder;

  /** Options of a JVM, and what they are to lead to: how the answer begins. */
  private record Launch(List<String> options, String module, String kernels) {}

  /**
   * What a JVM said.
   *
   * @param module where it found the prover
   * @param kernels the kernels it used
   * @param receipts the digests of its receipts
   */
  private record Answer(String module, String kernels, List<String> receipts) {}

  @Test
  void aRunHasOneReceipt() {
    var launches = new ArrayList<Launch>();
    launches.add(new Launch(onClassPath(List.of()), UNNAMED, "scalar"));
    for (int width : WIDTHS) {
      var flags = new ArrayList<>(VECTORS);
      flags.add("-Dzarf.vector.bits=" + width);
      launches.add(new Launch(onClassPath(flags), UNNAMED, "vector, " + width + " bits"));
    }
    launches.add(new Launch(onModulePath(List.of()), "module org.zarf.prover", "scalar"));
    launches.add(new Launch(onModulePath(VECTORS), "module org.zarf.prover", "vector, "));

    List<Answer> answers = launches.parallelStream().map(this::ask).toList();

    String receipt = answers.getFirst().receipts.getFirst();
    assertThat(receipt).matches("[0-9a-f]{64}");
    for (int i = 0; i < launches.size(); i++) {
      Answer answer = answers.get(i);
      assertThat(answer.module).startsWith(launches.get(i).module);
      assertThat(answer.kernels).startsWith(launches.get(i).kernels);
      assertThat(answer.receipts)
          .as("%s, %s", answer.module, answer.kernels)
          .hasSameSizeAs(THREADS)
          .containsOnly(receipt);
    }
  }

  private Answer ask(Launch launch) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    command.addAll(launch.options);
    command.add(ProveOnce.class.getName());
    command.add(Guests.ROOT.resolve("examples/hello/hello.elf").toAbsolutePath().toString());
    command.add(Guests.ROOT.resolve("examples/hello/input.bin").toAbsolutePath().toString());
    command.addAll(THREADS);
    try {
      List<String> lines =
          Toolchain.succeed(folder, command)
              .lines()
              // The JVM announces the incubating module.
              .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
              .toList();
      return new Answer(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> onClassPath(List<String> flags) {
    return Stream.concat(flags.stream(), Stream.of("-cp", System.getProperty("java.class.path")))
        .toList();
  }

  /**
   * Zarf's modules on the module path, and the test's classes beside them. The kernels are not
   * asked for: the prover's module finds them as a service.
   */
  private static List<String> onModulePath(List<String> flags) {
    String[] path = System.getProperty("java.class.path").split(File.pathSeparator);
    String modules =
        Stream.of(path)
            .filter(LaunchTest::isOfZarf)
            .collect(Collectors.joining(File.pathSeparator));
    String tests = Path.of(path(ProveOnce.class)).toString();
    return Stream.concat(
            flags.stream(), Stream.of("-p", modules, "--add-modules", "org.zarf.sdk", "-cp", tests))
        .toList();
  }

  private static String path(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static boolean isOfZarf(String entry) {
    try {
      return ModuleFinder.of(Path.of(entry)).findAll().stream()
          .anyMatch(module -> module.descriptor().name().startsWith("org.zarf."));
    } catch (FindException e) {
      return false;
    }
  }
}
