package org.zarf.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the cross-compiler with the guest kit. */
final class GuestCompiler {

  private static final String COMPILER = "riscv64-unknown-elf-gcc";
  private static final Set<String> CPP = Set.of("cc", "cp", "cxx", "cpp", "CPP", "c++", "C");

  private final Streams streams;
  private final Path kit;

  GuestCompiler(Streams streams) throws CommandException {
    this.streams = streams;
    this.kit = Installation.file("guest/c");
  }

  /**
   * Compiles sources to an ELF file. What the compiler says goes to standard error.
   *
   * @param sources absolute paths
   * @param flags before the sources
   * @param links after them
   */
  byte[] compile(List<Path> sources, List<String> flags, List<String> links)
      throws CommandException {
    Path out = null;
    try {
      out = Files.createTempFile("zarf-build", ".elf");
      run(command(sources, flags, links, out), root(sources));
      return Files.readAllBytes(out);
    } catch (IOException e) {
      throw CommandException.wrong("cannot compile: " + Failures.of(e));
    } finally {
      remove(out);
    }
  }

  /** The compiler runs in the folder of the sources, so that no path gets into the program. */
  private static Path root(List<Path> sources) {
    Path root = sources.getFirst().getParent();
    for (Path source : sources) {
      while (root != null && !source.startsWith(root)) {
        root = root.getParent();
      }
    }
    return root == null ? Path.of("/") : root;
  }

  private List<String> command(List<Path> sources, List<String> flags, List<String> links, Path out)
      throws IOException {
    Path root = root(sources);
    var command = new ArrayList<String>();
    command.add(COMPILER);
    Files.readAllLines(kit.resolve("flags")).stream()
        .filter(l -> !l.isBlank())
        .forEach(command::add);
    if (sources.stream().anyMatch(GuestCompiler::isCpp)) {
      command.add("-fno-rtti");
    }
    command.add("-I" + kit.resolve("include"));
    for (String option : List.of("-ffile-prefix-map=", "-Wa,--debug-prefix-map=")) {
      command.add(option + kit + "=guest/c");
      command.add(option + root + "=.");
    }
    command.addAll(flags);
    command.add("-T" + kit.resolve("guest.ld"));
    command.add(kit.resolve("crt0.S").toString());
    try (Stream<Path> files = Files.list(kit.resolve("src"))) {
      files.map(Path::toString).filter(f -> f.endsWith(".c")).sorted().forEach(command::add);
    }
    sources.forEach(s -> command.add(root.relativize(s).toString()));
    command.addAll(links);
    command.addAll(List.of("-lm", "-o", out.toString()));
    return command;
  }

  private static boolean isCpp(Path source) {
    String name = source.toString();
    return CPP.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private void run(List<String> command, Path directory) throws CommandException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      streams.err().print(said);
      int status = process.waitFor();
      if (status != 0) {
        String why = said.contains("picolibc.specs") ? "; " + toInstall() : "";
        throw CommandException.wrong("the compiler failed (exit status " + status + ")" + why);
      }
    } catch (IOException e) {
      throw CommandException.wrong("cannot run " + COMPILER + ": " + toInstall());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.wrong("interrupted");
    }
  }

  private static String toInstall() {
    return "install the cross-compiler and its C library with: "
        + "apt-get install gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf";
  }

  private void remove(@Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      streams.err().println("zarf: cannot remove " + Failures.of(e));
    }
  }
}
