package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The cross-compiler, its binary tools and the emulator that tests compare with. Where one is
 * missing the test is skipped, but in continuous integration ({@code CI=true}) it fails.
 */
final class Toolchain {
  private static final String PREFIX = "riscv64-unknown-elf-";
  private static final String QEMU = "qemu-riscv64";

  private final Path directory;

  private Toolchain(Path directory) {
    this.directory = directory;
  }

  /** The tools, working in a directory that the test owns. */
  static Toolchain in(Path directory) {
    for (String tool : List.of(PREFIX + "gcc", PREFIX + "objdump", QEMU)) {
      boolean found =
          List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
              .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
      if ("true".equals(System.getenv("CI"))) {
        assertThat(found).as("%s is installed", tool).isTrue();
      }
      assumeTrue(found, tool + " is not installed");
    }
    return new Toolchain(directory);
  }

  /** Compiles one source text; its kind is that of the name. */
  byte[] compile(String name, String source, String... flags) throws IOException {
    Files.writeString(directory.resolve(name), source);
    List<String> command = new ArrayList<>(List.of(PREFIX + "gcc", "-mabi=lp64", "-nostdlib"));
    command.addAll(List.of("-mcmodel=medany", "-Wl,--no-warn-rwx-segments"));
    command.addAll(List.of(flags));
    command.addAll(List.of(name, "-o", "out.elf"));
    run(command);
    return Files.readAllBytes(directory.resolve("out.elf"));
  }

  /** What the tool says about raw code: one line for each instruction, from address 0. */
  List<String> disassemble(byte[] code) throws IOException {
    Files.write(directory.resolve("code.bin"), code);
    String how = "objdump -D -z -b binary -m riscv:rv64 -M no-aliases,numeric code.bin";
    String text = new String(run(List.of((PREFIX + how).split(" "))), StandardCharsets.UTF_8);
    return text.lines().filter(line -> line.matches("\\s*[0-9a-f]+:\\t.*")).toList();
  }

  /** What a program writes in the emulator; its exit code must be 0. */
  byte[] emulate(byte[] elf) throws IOException {
    Path file = directory.resolve("emulated.elf");
    Files.write(file, elf);
    file.toFile().setExecutable(true);
    return run(List.of(QEMU, "./emulated.elf"));
  }

  private byte[] run(List<String> command) throws IOException {
    Path output = directory.resolve("output");
    Path errors = directory.resolve("errors");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " takes too long");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new AssertionError(e);
    }
    assertThat(process.exitValue()).as("%s: %s", command, Files.readString(errors)).isZero();
    return Files.readAllBytes(output);
  }
}
