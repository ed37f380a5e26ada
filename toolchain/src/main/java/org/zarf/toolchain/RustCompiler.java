package org.zarf.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles guests in Rust: cargo packages that depend on the crate {@code zarf-guest}, which comes
 * from the jar of this class.
 *
 * <p>rustup's libraries for the machine are used where they are installed, and otherwise compiled
 * from the sources in the distribution's package. No path of the machine gets into the program:
 * equal sources, lock file and compiler give equal bytes.
 */
public final class RustCompiler {

  /** The program that builds. */
  public static final String COMMAND = "cargo";

  private static final String FLAG_SEPARATOR = "\u001f";
  private static final Set<String> FETCH_FLAGS = Set.of("--offline", "--locked", "--frozen");

  private final RustTools tools;
  private final RustProject project;

  private RustCompiler(RustTools tools, RustProject project) {
    this.tools = tools;
    this.project = project;
  }

  /**
   * Builds a guest. Crates that it depends on are fetched if need be; then {@code Cargo.lock} pins
   * them.
   *
   * @throws ToolchainException if cargo or what it needs is missing, or rejects the project
   */
  public static BuiltGuest compile(RustProject project) throws ToolchainException {
    return compile(project, RustTools.installed());
  }

  static BuiltGuest compile(RustProject project, RustTools tools) throws ToolchainException {
    try {
      return new RustCompiler(tools, project).build();
    } catch (IOException e) {
      throw new ToolchainException("cannot compile: " + e);
    }
  }

  private BuiltGuest build() throws ToolchainException, IOException {
    RustTools.Installation installation = tools.installation(project.folder());
    CargoMetadata metadata =
        CargoMetadata.parse(
            cargo(List.of("metadata", "--no-deps", "--format-version=1"), List.of()).output());
    if (!metadata.uses(GuestCrate.NAME)) {
      throw new ToolchainException(
          project.manifest()
              + " does not depend on zarf-guest: write zarf-guest = \"0.1\" below [dependencies]");
    }
    Path target = metadata.root().resolve("target");
    GuestCrate crate = GuestCrate.unpack(target.resolve("zarf"));
    List<String> patch =
        metadata.usesFromRegistry(GuestCrate.NAME)
            ? List.of(
                "--config", "patch.crates-io.zarf-guest.path='" + crate.manifestFolder() + "'")
            : List.of();
    var fetch = new ArrayList<>(List.of("fetch", "--target=" + RustTools.TARGET));
    fetch.addAll(patch);
    fetch.addAll(project.flags().stream().filter(FETCH_FLAGS::contains).toList());
    cargo(fetch, List.of());

    var flags = new ArrayList<String>();
    flags.addAll(libraries(installation));
    flags.add("-Clink-arg=-T" + crate.linkerScript());
    flags.addAll(names(installation, metadata.root()));
    var build = new ArrayList<>(List.of("build", "--release", "--target=" + RustTools.TARGET));
    build.addAll(List.of("--target-dir=" + target, "--message-format=json-render-diagnostics"));
    build.addAll(patch);
    build.addAll(project.flags());
    CompilerProcess cargo = cargo(build, flags);
    return new BuiltGuest(
        Files.readAllBytes(program(CargoMetadata.programs(cargo.output()))), cargo.diagnostics());
  }

  private CompilerProcess cargo(List<String> arguments, List<String> compilerFlags)
      throws ToolchainException {
    var all = new ArrayList<String>();
    all.add(arguments.getFirst());
    all.addAll(
        List.of("--quiet", "--color=never", "--manifest-path", project.manifest().toString()));
    all.addAll(arguments.subList(1, arguments.size()));
    CompilerProcess cargo =
        tools.runCargo(
            all,
            project.folder(),
            Map.of("CARGO_ENCODED_RUSTFLAGS", String.join(FLAG_SEPARATOR, compilerFlags)));
    if (cargo.hasFailed()) {
      throw new ToolchainException(
          "cargo " + arguments.getFirst() + " failed (exit status " + cargo.status() + ")",
          cargo.diagnostics());
    }
    return cargo;
  }

  /** Flags that say which libraries and which linker to use. */
  private List<String> libraries(RustTools.Installation installation)
      throws ToolchainException, IOException {
    var flags = new ArrayList<String>();
    if (!installation.hasTarget()) {
      Path sources = installation.sources().orElseThrow(installation::lackOfTarget);
      Path sysroot = new RustCore(tools, installation, sources).build(cache());
      flags.add("--sysroot=" + sysroot);
    }
    if (!installation.hasLinker()) {
      flags.addAll(List.of("-Clinker=riscv64-unknown-elf-ld", "-Clinker-flavor=ld"));
    }
    return flags;
  }

  /** Flags that replace the folders of this machine in what the compiler writes. */
  private static List<String> names(RustTools.Installation installation, Path root)
      throws IOException {
    var flags = new ArrayList<String>();
    Path home = home();
    flags.add(rename(home, "cargo"));
    Path registries = home.resolve("registry/src");
    if (Files.isDirectory(registries)) {
      try (Stream<Path> folders = Files.list(registries)) {
        folders.sorted().map(folder -> rename(folder, "registry")).forEach(flags::add);
      }
    }
    flags.add(
        rename(
            installation.sysroot().resolve("lib/rustlib/src/rust"), installation.publicSources()));
    flags.add(rename(root, "."));
    return flags;
  }

  private static String rename(Path folder, String name) {
    return "--remap-path-prefix=" + folder + "=" + name;
  }

  /** Where compiled libraries wait for the next build, of any project. */
  private static Path cache() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path folder =
        cache != null ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
    return folder.resolve("zarf");
  }

  private static Path home() {
    String home = System.getenv("CARGO_HOME");
    return home != null ? Path.of(home) : Path.of(System.getProperty("user.home"), ".cargo");
  }

  private Path program(List<Path> programs) throws ToolchainException {
    if (programs.isEmpty()) {
      throw new ToolchainException(
          project.manifest() + " has no program: a guest has src/main.rs, with zarf_guest::entry!");
    }
    if (programs.size() > 1) {
      List<Path> names = programs.stream().map(Path::getFileName).toList();
      throw new ToolchainException(
          "the package has the programs " + names + ": choose one by -- --bin NAME");
    }
    return programs.getFirst();
  }
}
