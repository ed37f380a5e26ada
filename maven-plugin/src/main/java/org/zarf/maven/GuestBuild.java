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
import java.util.stream.Stream;
import org.zarf.compiler.Guest;
import org.zarf.compiler.GuestCompilationException;

/**
 * One guest of a project.
 *
 * @param mainClass the binary name of the class with the entry method
 * @param classPath folders and jars
 * @param output the ELF file to be written
 * @param inputs where it is noted what that was made of
 */
record GuestBuild(String mainClass, List<Path> classPath, Path output, Path inputs) {

  /**
   * Compiles the guest, unless the ELF file that is there was made of the same.
   *
   * @return whether it was compiled
   */
  boolean run() throws GuestCompilationException, IOException {
    String state = state();
    if (Files.exists(inputs)
        && Files.exists(output)
        && Files.readString(inputs).equals(state + digest(output))) {
      return false;
    }
    Files.deleteIfExists(inputs);
    byte[] elf = Guest.of(mainClass, classPath).elf();
    Files.createDirectories(output.toAbsolutePath().getParent());
    Files.write(output, elf);
    Files.createDirectories(inputs.toAbsolutePath().getParent());
    Files.writeString(inputs, state + digest(output));
    return true;
  }

  /** A digest of all that the ELF file depends on: classes, and the compiler. */
  private String state() throws IOException {
    var state = new StringBuilder(mainClass).append('\n');
    CodeSource compiler = Guest.class.getProtectionDomain().getCodeSource();
    if (compiler != null) {
      append(Path.of(URI.create(compiler.getLocation().toString())), state);
    }
    for (Path entry : classPath) {
      append(entry, state);
    }
    return hex(state.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
  }

  private static void append(Path entry, StringBuilder state) throws IOException {
    state.append("entry\n");
    if (Files.isRegularFile(entry)) {
      state.append(digest(entry)).append('\n');
    } else if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
          state.append(entry.relativize(file)).append(' ').append(digest(file)).append('\n');
        }
      }
    }
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
