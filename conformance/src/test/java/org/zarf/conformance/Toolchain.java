package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that tests start as processes of their own. */
public final class Toolchain {

  /** The cross-compiler. */
  public static final String COMPILER = "riscv64-unknown-elf-gcc";

  /** The emulator of Linux programs. */
  static final String EMULATOR = "qemu-riscv64";

  private Toolchain() {}

  /**
   * Skips the test where a tool is missing, but fails it in continuous integration ({@code
   * CI=true}).
   */
  public static void require(String... tools) {
    for (String tool : tools) {
      boolean found =
          List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
              .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
      require(tool, found);
    }
  }

  /** Skips the test where something is missing, but fails it in continuous integration. */
  static void require(String what, boolean isThere) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as("there is a %s", what).isTrue();
    }
    assumeTrue(isThere, "there is no " + what);
  }

  /** What a process wrote, errors included, and its exit code. */
  public record Output(int code, String text) {}

  /** Runs a command to its end, in the directory that also takes its output. */
  public static Output run(Path directory, List<String> command) throws IOException {
    Path output = Files.createTempFile(directory, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(300, TimeUnit.SECONDS)) {
        throw new AssertionError(command + " takes too long:\n" + Files.readString(output));
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
    return new Output(process.exitValue(), Files.readString(output));
  }

  /** Runs a command that must succeed. */
  public static String succeed(Path directory, List<String> command) throws IOException {
    Output output = run(directory, command);
    assertThat(output.code()).as("%s:%n%s", command, output.text()).isZero();
    return output.text();
  }
}
