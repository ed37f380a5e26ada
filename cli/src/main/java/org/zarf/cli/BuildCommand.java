package org.zarf.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zarf.toolchain.BuiltGuest;
import org.zarf.toolchain.CCompiler;
import org.zarf.toolchain.CSources;
import org.zarf.toolchain.RustCompiler;
import org.zarf.toolchain.RustProject;
import org.zarf.toolchain.ToolchainException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compiles a guest. */
@Command(
    name = BuildCommand.NAME,
    header = "Compiles a program in C, C++ or Rust for the machine.",
    separator = " ",
    customSynopsis = {
      "zarf build SRC... -o OUT.elf [-- MORE COMPILER FLAGS]",
      "zarf build CARGO_PROJECT -o OUT.elf [-- MORE FLAGS OF CARGO BUILD]"
    },
    description = {
      "",
      "Compiles C and C++ sources with the guest kit (start-up code, I/O, C library) by "
          + "riscv64-unknown-elf-gcc; or a folder with a Cargo.toml, a package in Rust that "
          + "depends on the crate zarf-guest, by cargo. Equal sources give equal bytes, and so "
          + "the same program id, from any directory.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Anything after -- goes to the compiler as it is. The options other than -o are for C.",
      "",
      "Exit status:",
      "  0  OUT.elf is written",
      "  2  it is not: the compiler says why, or is missing",
      "",
      "Examples:",
      "  zarf build hello.c -o hello.elf",
      "  zarf build main.c lib/parse.c -Ilib -DNDEBUG -O3 -o guest.elf -- -Wall",
      "  zarf build guest.c -o guest.elf -- -Wl,--defsym=__stack_size=4194304",
      "  zarf build my-guest -o guest.elf -- --offline",
    })
final class BuildCommand implements Callable<Integer> {

  static final String NAME = "build";

  private final Streams streams;

  @Parameters(
      paramLabel = "SRC",
      arity = "1..*",
      description = "C, C++ or assembler sources; or one folder with a Cargo.toml.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "-o",
      paramLabel = "OUT.elf",
      required = true,
      description = "Where the program is written.")
  private String output = "";

  @Option(names = "-I", paramLabel = "DIR", description = "Looks for headers in DIR too.")
  private List<String> includes = new ArrayList<>();

  @Option(names = "-L", paramLabel = "DIR", description = "Looks for libraries in DIR too.")
  private List<String> libraryFolders = new ArrayList<>();

  @Option(names = "-D", paramLabel = "NAME[=VALUE]", description = "Defines a macro.")
  private List<String> defines = new ArrayList<>();

  @Option(names = "-O", paramLabel = "LEVEL", description = "Optimizes so much. Default: -O2.")
  private List<String> levels = new ArrayList<>();

  @Option(names = "-f", paramLabel = "FEATURE", description = "A code generation flag.")
  private List<String> features = new ArrayList<>();

  @Option(names = "-l", paramLabel = "LIBRARY", description = "Links with a library.")
  private List<String> libraries = new ArrayList<>();

  private final List<String> compilerFlags;

  BuildCommand(Streams streams, List<String> compilerFlags) {
    this.streams = streams;
    this.compilerFlags = compilerFlags;
  }

  @Override
  public Integer call() throws CommandException {
    Optional<Path> cargoProject = cargoProject();
    if (cargoProject.isPresent()) {
      return buildRust(cargoProject.get());
    }
    var sources = new ArrayList<Path>();
    for (String argument : arguments) {
      Path source = Source.path(argument).toAbsolutePath().normalize();
      if (!Files.isReadable(source) || Files.isDirectory(source)) {
        throw CommandException.wrong("cannot read " + argument + ": no such source file");
      }
      sources.add(source);
    }
    Place place = place();
    var flags = new ArrayList<String>();
    includes.forEach(d -> flags.add("-I" + Path.of(d).toAbsolutePath().normalize()));
    libraryFolders.forEach(d -> flags.add("-L" + Path.of(d).toAbsolutePath().normalize()));
    defines.forEach(d -> flags.add("-D" + d));
    levels.forEach(l -> flags.add("-O" + l));
    features.forEach(f -> flags.add("-f" + f));
    flags.addAll(compilerFlags);
    var links = libraries.stream().map(l -> "-l" + l).toList();
    return write(place, () -> CCompiler.compile(new CSources(sources, flags, links)));
  }

  /** The folder of the package in Rust that is to be built, if it is one. */
  private Optional<Path> cargoProject() throws CommandException {
    Path first = Source.path(arguments.getFirst()).toAbsolutePath().normalize();
    Path folder = first.endsWith(RustProject.MANIFEST) ? first.getParent() : first;
    if (folder == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    if (!Files.isReadable(folder.resolve(RustProject.MANIFEST))) {
      throw CommandException.wrong(
          "cannot build " + arguments.getFirst() + ": no " + RustProject.MANIFEST + " in it");
    }
    var forC = List.of(includes, libraryFolders, defines, levels, features, libraries);
    if (arguments.size() > 1 || forC.stream().anyMatch(option -> !option.isEmpty())) {
      throw CommandException.wrong(
          "a cargo project is built alone, without options for C: flags of cargo go after --");
    }
    return Optional.of(folder);
  }

  private int buildRust(Path project) throws CommandException {
    return write(place(), () -> RustCompiler.compile(new RustProject(project, compilerFlags)));
  }

  private Place place() throws CommandException {
    Place place = Place.checked(streams, output);
    if (place.isStandard()) {
      throw CommandException.wrong("-o takes a file name");
    }
    return place;
  }

  /** Runs a compiler. */
  @FunctionalInterface
  private interface Build {
    BuiltGuest run() throws ToolchainException;
  }

  private int write(Place place, Build build) throws CommandException {
    try {
      BuiltGuest built = build.run();
      streams.err().print(built.diagnostics());
      GuestFiles.program(output, built.elf());
      place.write(built.elf());
      return Main.DONE;
    } catch (ToolchainException e) {
      streams.err().print(e.diagnostics());
      throw CommandException.wrong(String.valueOf(e.getMessage()));
    }
  }
}
