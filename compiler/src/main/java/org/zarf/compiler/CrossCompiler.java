package org.zarf.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the cross-compiler with the guest kit of this checkout. */
final class CrossCompiler {

  private static final String COMMAND = "riscv64-unknown-elf-gcc";

  private CrossCompiler() {}

  /** The ELF file of sources in a folder. */
  static byte[] compile(Path folder, List<String> sources, List<String> flags)
      throws GuestCompilationException, IOException {
    Path kit = kit();
    Path elf = folder.resolve("guest.elf");
    var command = new ArrayList<String>(List.of(COMMAND));
    Files.readAllLines(kit.resolve("flags")).stream()
        .filter(l -> !l.isBlank())
        .forEach(command::add);
    command.add("-I" + kit.resolve("include"));
    command.add("-ffile-prefix-map=" + kit + "=guest/c");
    command.add("-ffile-prefix-map=" + folder + "=.");
    command.addAll(flags);
    command.add("-T" + kit.resolve("guest.ld"));
    command.add(kit.resolve("crt0.S").toString());
    try (Stream<Path> files = Files.list(kit.resolve("src"))) {
      files.map(Path::toString).filter(f -> f.endsWith(".c")).sorted().forEach(command::add);
    }
    command.addAll(sources);
    command.addAll(List.of("-lm", "-o", elf.toString()));
    run(command, folder);
    return Files.readAllBytes(elf);
  }

  private static void run(List<String> command, Path folder) throws GuestCompilationException {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new GuestCompilationException("the C compiler failed:\n" + said);
      }
    } catch (IOException e) {
      throw new GuestCompilationException(
          "cannot run "
              + COMMAND
              + ": install the cross-compiler and its C library with: apt-get install"
              + " gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GuestCompilationException("interrupted", e);
    }
  }

  private static Path kit() throws GuestCompilationException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("guest/c/guest.ld"))) {
        return at.resolve("guest/c");
      }
    }
    throw new GuestCompilationException("the guest kit is not there: run inside of the checkout");
  }
}
