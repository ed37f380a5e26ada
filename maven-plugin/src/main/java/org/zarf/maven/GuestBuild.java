package org.zarf.maven;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zarf.compiler.Guest;
import org.zarf.compiler.GuestCompilationException;
import org.zarf.toolchain.BuiltGuest;
import org.zarf.toolchain.CCompiler;
import org.zarf.toolchain.ToolchainException;

/**
 * One guest of a project.
 *
 * @param source what it is compiled from
 * @param output the ELF file to be written
 * @param inputs where it is noted what that was made of
 */
record GuestBuild(GuestSource source, Path output, Path inputs) {

  /**
   * Compiles the guest, unless the ELF file that is there was made of the same.
   *
   * @return what the compiler said; empty if it was not run
   */
  Optional<String> run() throws GuestCompilationException, ToolchainException, IOException {
    String state = state();
    if (Files.exists(inputs)
        && Files.exists(output)
        && Files.readString(inputs).equals(state + digest(output))) {
      return Optional.empty();
    }
    Files.deleteIfExists(inputs);
    BuiltGuest built = source.compile();
    Files.createDirectories(output.toAbsolutePath().getParent());
    Files.write(output, built.elf());
    Files.createDirectories(inputs.toAbsolutePath().getParent());
    Files.writeString(inputs, state + digest(output));
    return Optional.of(built.diagnostics());
  }

  /** A digest of all that the ELF file depends on: sources or classes, and the compilers. */
  private String state() throws IOException {
    var state = new StringBuilder(source.name()).append('\n');
    for (Class<?> compiler : List.of(Guest.class, CCompiler.class)) {
      CodeSource code = compiler.getProtectionDomain().getCodeSource();
      if (code != null) {
        append(Path.of(URI.create(code.getLocation().toString())), state);
      }
    }
    for (Path part : source.parts()) {
      append(part, state);
    }
    return hex(state.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
  }

  private void append(Path part, StringBuilder state) throws IOException {
    state.append("part\n");
    try (Stream<Path> files = Files.exists(part) ? Files.walk(part) : Stream.of()) {
      for (Path file : files.filter(this::isInput).sorted().toList()) {
        state.append(part.relativize(file)).append(' ').append(digest(file)).append('\n');
      }
    }
  }

  /** What was made of the inputs may lie among them. */
  private boolean isInput(Path file) {
    return Files.isRegularFile(file)
        && !file.toAbsolutePath().equals(output.toAbsolutePath())
        && !file.toAbsolutePath().equals(inputs.toAbsolutePath());
  }

  private static String digest(Path file) throws IOException {
    return hex(Files.readAllBytes(file));
  }

  private static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
