package org.zarf.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs {@code cargo} and {@code rustc}.
 *
 * @param cargo a name or a path
 * @param rustc a name or a path
 */
record RustTools(String cargo, String rustc) {

  /** The target of the machine. */
  static final String TARGET = "riscv64imac-unknown-none-elf";

  private static final String NO_RUST =
      "install Rust with: apt-get install rustc-web cargo-web rust-web-src binutils-riscv64-unknown-elf"
          + " (or by rustup, then: rustup target add "
          + TARGET
          + ")";

  /** Those that the path finds, or that the environment names as cargo's documentation says. */
  static RustTools installed() {
    Map<String, String> environment = System.getenv();
    return new RustTools(
        environment.getOrDefault("CARGO", "cargo"), environment.getOrDefault("RUSTC", "rustc"));
  }

  /** Runs cargo; the programs that cargo starts find this compiler. */
  CompilerProcess runCargo(List<String> arguments, Path folder, Map<String, String> environment)
      throws ToolchainException {
    var all = new LinkedHashMap<String, String>(environment);
    all.put("RUSTC", rustc);
    return run(cargo, arguments, folder, all);
  }

  /** Runs the compiler, which must succeed, and returns what it printed. */
  String runCompiler(List<String> arguments, Path folder, Map<String, String> environment)
      throws ToolchainException {
    CompilerProcess compiler = run(rustc, arguments, folder, environment);
    if (compiler.hasFailed()) {
      throw new ToolchainException(rustc + " failed", compiler.diagnostics());
    }
    return compiler.output();
  }

  private static CompilerProcess run(
      String program, List<String> arguments, Path folder, Map<String, String> environment)
      throws ToolchainException {
    var command = new ArrayList<String>();
    command.add(program);
    command.addAll(arguments);
    try {
      return CompilerProcess.run(command, folder, environment);
    } catch (IOException e) {
      throw new ToolchainException("cannot run " + program + ": " + NO_RUST);
    }
  }

  /**
   * The compiler as found in a folder: rustup may choose another one there.
   *
   * @param folder of the project
   */
  Installation installation(Path folder) throws ToolchainException {
    Path sysroot = Path.of(runCompiler(List.of("--print", "sysroot"), folder, Map.of()).strip());
    String commit = "";
    String release = "";
    for (String line : runCompiler(List.of("-vV"), folder, Map.of()).lines().toList()) {
      commit = line.startsWith("commit-hash: ") ? line.substring(13) : commit;
      release = line.startsWith("release: ") ? line.substring(9) : release;
    }
    return new Installation(sysroot, release, commit);
  }

  /**
   * Where the compiler keeps its libraries.
   *
   * @param sysroot a folder
   * @param release the compiler's version
   * @param commit the version of its sources
   */
  record Installation(Path sysroot, String release, String commit) {

    private Path libraries() {
      return sysroot.resolve("lib/rustlib");
    }

    /** Whether the core library of the target came with the compiler. */
    boolean hasTarget() {
      return Files.isDirectory(libraries().resolve(TARGET).resolve("lib"));
    }

    /** The folder with the sources of the libraries, if they are installed. */
    Optional<Path> sources() {
      Path sources = libraries().resolve("src/rust");
      try {
        return Files.isRegularFile(sources.resolve(RustCore.NEWEST_PART))
            ? Optional.of(sources.toRealPath())
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    /** How sources of the libraries are called in programs: as in the libraries of rustup. */
    String publicSources() {
      return "/rustc/" + (commit.isEmpty() || commit.equals("unknown") ? release : commit);
    }

    /** Whether the compiler brings its linker. */
    boolean hasLinker() {
      try (Stream<Path> hosts = Files.list(libraries())) {
        return hosts.anyMatch(host -> Files.exists(host.resolve("bin/rust-lld")));
      } catch (IOException e) {
        return false;
      }
    }

    ToolchainException lackOfTarget() {
      boolean isRustup = sysroot.toString().contains(".rustup");
      return new ToolchainException(
          "Rust "
              + release
              + " has no libraries for "
              + TARGET
              + ", nor their sources: "
              + (isRustup ? "rustup target add " + TARGET : "apt-get install rust-web-src"));
    }
  }
}
