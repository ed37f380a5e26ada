package org.zarf.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A finished run of a compiler.
 *
 * @param status its exit status
 * @param output what it wrote, errors included
 */
record CompilerProcess(int status, String output) {

  /** A program, as far as there is one of that name. */
  static CompilerProcess run(List<String> command, Path folder, Map<String, String> environment)
      throws IOException, ToolchainException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new CompilerProcess(process.waitFor(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolchainException("interrupted while " + command.getFirst() + " ran");
    } finally {
      process.destroy();
    }
  }

  boolean hasFailed() {
    return status != 0;
  }
}
