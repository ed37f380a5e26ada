package org.zarf.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rust's core libraries, compiled from the sources that distributions ship where they do not ship
 * the libraries themselves: {@code core}, {@code compiler_builtins} and {@code alloc}.
 *
 * <p>They need nothing from a registry. The settings are those that the libraries' own build makes
 * for targets without an operating system.
 */
final class RustCore {

  /** A file of the sources as they are since Rust 1.89. */
  static final String NEWEST_PART = "library/compiler-builtins/compiler-builtins/src/lib.rs";

  private static final Path LIBRARIES = Path.of("lib/rustlib", RustTools.TARGET, "lib");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          // The libraries use what only they may.
          "RUSTC_BOOTSTRAP", "1",
          "CFG_CARGO_FEATURES", "[]",
          "CFG_OPT_LEVEL", "3",
          "CFG_TARGET_FEATURES", "[]");

  private final RustTools tools;
  private final RustTools.Installation installation;
  private final Path sources;

  RustCore(RustTools tools, RustTools.Installation installation, Path sources) {
    this.tools = tools;
    this.installation = installation;
    this.sources = sources;
  }

  /**
   * A folder for rustc's {@code --sysroot}, made if it is not there yet.
   *
   * @param folder that holds such folders
   */
  Path build(Path folder) throws ToolchainException, IOException {
    Path done = folder.resolve("rust-" + installation.release());
    if (Files.isDirectory(done.resolve(LIBRARIES))) {
      return done;
    }
    Files.createDirectories(folder);
    try (var sysroot = new TemporaryFolder(Files.createTempDirectory(folder, "rust"))) {
      compileAll(sysroot.path());
      Path place = done.resolve(LIBRARIES);
      Files.createDirectories(done.resolve(LIBRARIES.subpath(0, LIBRARIES.getNameCount() - 1)));
      Files.move(sysroot.path().resolve(LIBRARIES), place);
    }
    return done;
  }

  private void compileAll(Path sysroot) throws ToolchainException, IOException {
    Files.createDirectories(sysroot.resolve(LIBRARIES));
    compile("core", "library/core/src/lib.rs", sysroot, List.of("-Ccodegen-units=1"));
    // One function a unit, so that a guest's own memcpy takes the place of theirs.
    var builtins = new ArrayList<>(List.of("-Ccodegen-units=10000"));
    Stream.of(
            "feature=\"compiler-builtins\"",
            "feature=\"mem\"",
            "feature=\"unstable-intrinsics\"",
            "intrinsics_enabled",
            "arch_enabled",
            "optimizations_enabled")
        .forEach(setting -> builtins.addAll(List.of("--cfg", setting)));
    compile("compiler_builtins", NEWEST_PART, sysroot, builtins);
    compile("alloc", "library/alloc/src/lib.rs", sysroot, List.of("-Ccodegen-units=1"));
  }

  private void compile(String name, String source, Path sysroot, List<String> settings)
      throws ToolchainException {
    var arguments =
        new ArrayList<>(
            List.of(
                "--target=" + RustTools.TARGET,
                "--crate-type=rlib",
                "--edition=2024",
                "--crate-name=" + name,
                "--sysroot=" + sysroot,
                "--out-dir=" + sysroot.resolve(LIBRARIES),
                "-Copt-level=3",
                "-Cpanic=abort",
                "-Cembed-bitcode=yes",
                "-Zforce-unstable-if-unmarked",
                "--cap-lints=allow",
                "--remap-path-prefix=" + sources + "=" + installation.publicSources()));
    arguments.addAll(settings);
    arguments.add(sources.resolve(source).toString());
    tools.runCompiler(arguments, sysroot, ENVIRONMENT);
  }
}
