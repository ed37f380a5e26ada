package org.zarf.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A finished run of a compiler.
 *
 * @param status its exit status
 * @param output what it wrote to standard output
 * @param diagnostics what it wrote to standard error
 */
record CompilerProcess(int status, String output, String diagnostics) {

  /** A program, as far as there is one of that name. */
  static CompilerProcess run(List<String> command, Path folder, Map<String, String> environment)
      throws IOException, ToolchainException {
    Path errors = Files.createTempFile("zarf-compiler", ".txt");
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        int status = process.waitFor();
        return new CompilerProcess(status, text(output), text(Files.readAllBytes(errors)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ToolchainException("interrupted while " + command.getFirst() + " ran");
      } finally {
        process.destroy();
      }
    } finally {
      Files.delete(errors);
    }
  }

  /** Compilers may quote bytes of sources that are no text. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean hasFailed() {
    return status != 0;
  }
}
