package org.zarf.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A compiler of C on this machine.
 *
 * @param command its name or path
 */
record CCompiler(String command) {

  /** How the twins are compiled. */
  static final List<String> OPTIONS = List.of("-O3", "-march=native");

  private static final List<String> SOURCES = List.of("transform.c", "multiply.c", "blake3.c");
  private static final String HEADER = "lanes.h";

  /** The compiler that the environment's CC names, or the first that is there; may be empty. */
  static Optional<CCompiler> find() {
    return Stream.of(Optional.ofNullable(System.getenv("CC")).orElse("cc"), "gcc", "clang")
        .map(CCompiler::new)
        .filter(CCompiler::works)
        .findFirst();
  }

  private boolean works() {
    try {
      return version().isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** The first line that it says about itself. */
  Optional<String> version() throws IOException {
    Process process = new ProcessBuilder(command, "--version").redirectErrorStream(true).start();
    try (var lines = process.inputReader()) {
      return lines.lines().toList().stream().findFirst();
    }
  }

  /**
   * Compiles the twins.
   *
   * @param folder takes the sources and the library
   * @param more further options
   * @return the library
   * @throws IOException if that fails, with what the compiler said
   */
  Path compile(Path folder, String... more) throws IOException {
    copy(HEADER, folder);
    List<String> line = new ArrayList<>(List.of(command, "-shared", "-fPIC"));
    line.addAll(OPTIONS);
    line.addAll(List.of(more));
    for (String source : SOURCES) {
      copy(source, folder);
      line.add(source);
    }
    line.addAll(List.of("-o", "twins.so"));
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    String output;
    try (var reader = process.inputReader()) {
      output = String.join("\n", reader.lines().toList());
    }
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("%s failed:%n%s".formatted(String.join(" ", line), output));
    }
    return folder.resolve("twins.so");
  }

  private static void copy(String name, Path folder) throws IOException {
    try (InputStream source = CCompiler.class.getResourceAsStream(name)) {
      if (source == null) {
        throw new IOException("no resource " + name);
      }
      Files.write(folder.resolve(name), source.readAllBytes());
    }
  }
}
