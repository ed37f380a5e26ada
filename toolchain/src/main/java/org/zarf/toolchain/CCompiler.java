package org.zarf.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles guests in C and C++ with the guest kit, by the cross-compiler of the distribution. */
public final class CCompiler {

  /** The program that compiles. */
  public static final String COMMAND = "riscv64-unknown-elf-gcc";

  private CCompiler() {}

  /**
   * Compiles and links a guest.
   *
   * @throws ToolchainException if the compiler or its C library is missing, or rejects the sources
   */
  public static BuiltGuest compile(CSources sources) throws ToolchainException {
    try (var out = TemporaryFolder.create("zarf-build");
        GuestKit kit = GuestKit.unpack()) {
      Path elf = out.path().resolve("guest.elf");
      List<String> command = command(sources, kit, elf);
      CompilerProcess compiler = run(command, sources.root());
      if (compiler.hasFailed()) {
        throw failure(compiler);
      }
      return new BuiltGuest(Files.readAllBytes(elf), compiler.diagnostics());
    } catch (IOException e) {
      throw new ToolchainException("cannot compile: " + e);
    }
  }

  private static CompilerProcess run(List<String> command, Path folder) throws ToolchainException {
    try {
      return CompilerProcess.run(command, folder, Map.of());
    } catch (IOException e) {
      throw new ToolchainException("cannot run " + COMMAND + ": " + toInstall());
    }
  }

  private static ToolchainException failure(CompilerProcess compiler) {
    String why = compiler.diagnostics().contains("picolibc.specs") ? "; " + toInstall() : "";
    return new ToolchainException(
        "the compiler failed (exit status " + compiler.status() + ")" + why,
        compiler.diagnostics());
  }

  private static String toInstall() {
    return "install the cross-compiler and its C library with: "
        + "apt-get install gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf";
  }

  private static List<String> command(CSources sources, GuestKit kit, Path elf) throws IOException {
    Path root = sources.root();
    var command = new ArrayList<String>();
    command.add(COMMAND);
    command.addAll(kit.flags());
    command.add("--specs=" + kit.path().resolve(GuestKit.CPP_SPECS));
    command.add("-I" + kit.path().resolve("include"));
    for (String option : List.of("-ffile-prefix-map=", "-Wa,--debug-prefix-map=")) {
      command.add(option + kit.path() + "=guest/c");
      command.add(option + root + "=.");
    }
    command.addAll(sources.flags());
    command.add("-T" + kit.path().resolve(GuestKit.LINKER_SCRIPT));
    kit.sources().forEach(s -> command.add(s.toString()));
    sources.files().forEach(s -> command.add(root.relativize(s).toString()));
    command.addAll(sources.links());
    command.addAll(List.of("-lm", "-o", elf.toString()));
    return command;
  }
}
