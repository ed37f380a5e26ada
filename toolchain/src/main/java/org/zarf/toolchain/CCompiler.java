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
      return link(sources, kit, kit.sources(), out.path());
    } catch (IOException e) {
      throw new ToolchainException("cannot compile: " + e);
    }
  }

  /**
   * Compiles a guest and links it with a kit that is compiled already: the same as {@link
   * #compile(CSources)}, sooner.
   *
   * @throws IllegalArgumentException if the kit was compiled with other flags
   * @throws ToolchainException if the compiler or its C library is missing, or rejects the sources
   */
  public static BuiltGuest compile(CSources sources, CompiledKit compiled)
      throws ToolchainException {
    if (!compiled.flags().equals(sources.flags())) {
      throw new IllegalArgumentException(
          "the kit is compiled with " + compiled.flags() + ", not with " + sources.flags());
    }
    try (var out = TemporaryFolder.create("zarf-build");
        GuestKit kit = GuestKit.unpack()) {
      return link(sources, kit, compiled.unpack(out.path()), out.path());
    } catch (IOException e) {
      throw new ToolchainException("cannot compile: " + e);
    }
  }

  private static BuiltGuest link(CSources sources, GuestKit kit, List<Path> kitFiles, Path out)
      throws ToolchainException, IOException {
    Path elf = out.resolve("guest.elf");
    Path root = sources.root();
    var command = new ArrayList<String>(options(kit, root, sources.flags()));
    command.add("-T" + kit.path().resolve(GuestKit.LINKER_SCRIPT));
    kitFiles.forEach(s -> command.add(s.toString()));
    sources.files().forEach(s -> command.add(root.relativize(s).toString()));
    command.addAll(sources.links());
    command.addAll(List.of("-lm", "-o", elf.toString()));
    CompilerProcess compiler = run(command, root);
    return new BuiltGuest(Files.readAllBytes(elf), compiler.diagnostics());
  }

  /** Runs the compiler, which must succeed. */
  static CompilerProcess run(List<String> command, Path folder) throws ToolchainException {
    CompilerProcess compiler;
    try {
      compiler = CompilerProcess.run(command, folder, Map.of());
    } catch (IOException e) {
      throw new ToolchainException("cannot run " + COMMAND + ": " + toInstall());
    }
    if (compiler.hasFailed()) {
      throw failure(compiler);
    }
    return compiler;
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

  /** The command to compile, up to the files. */
  static List<String> options(GuestKit kit, Path root, List<String> flags) throws IOException {
    var command = new ArrayList<String>();
    command.add(COMMAND);
    command.addAll(kit.flags());
    command.add("--specs=" + kit.path().resolve(GuestKit.CPP_SPECS));
    command.add("-I" + kit.path().resolve("include"));
    for (String option : List.of("-ffile-prefix-map=", "-Wa,--debug-prefix-map=")) {
      command.add(option + kit.path() + "=guest/c");
      command.add(option + root + "=.");
    }
    command.addAll(flags);
    return command;
  }
}
