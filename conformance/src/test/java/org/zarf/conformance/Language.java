package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.zarf.compiler.Guest;
import org.zarf.compiler.GuestCompilationException;
import org.zarf.guest.GuestContext;
import org.zarf.riscv.BadProgramException;
import org.zarf.riscv.GuestProgram;
import org.zarf.toolchain.CCompiler;
import org.zarf.toolchain.CSources;
import org.zarf.toolchain.RustCompiler;
import org.zarf.toolchain.RustProject;
import org.zarf.toolchain.ToolchainException;

/** A language of guests, with the programs in examples/languages as they are written in it. */
enum Language {
  C("C", "c", ".c"),
  CPP("C++", "cpp", ".cpp"),
  RUST("Rust", "rust", ".rs"),
  JAVA("Java", "java", ".java"),
  KOTLIN("Kotlin", "kotlin", ".kt");

  private static final Path PROGRAMS = Guests.ROOT.resolve("examples/languages");

  private final String title;
  private final String folder;
  private final String extension;

  Language(String title, String folder, String extension) {
    this.title = title;
    this.folder = folder;
    this.extension = extension;
  }

  /** What the programs are given. */
  static byte[] input() throws IOException {
    return Files.readAllBytes(PROGRAMS.resolve("input.bin"));
  }

  @Override
  public String toString() {
    return title;
  }

  /** The name of a program's file. */
  String source(String program) {
    return (this == JAVA || this == KOTLIN ? main(program) : program) + extension;
  }

  /** The class that a program is. */
  static String main(String program) {
    return program.substring(0, 1).toUpperCase(Locale.ROOT) + program.substring(1);
  }

  /**
   * Compiles a program, as users do. Skips the test where a tool is missing.
   *
   * @param scratch a folder
   */
  GuestProgram build(String program, Path scratch) throws IOException, BadProgramException {
    Toolchain.require(this == RUST ? RustCompiler.COMMAND : Toolchain.COMPILER);
    try {
      return switch (this) {
        case C, CPP -> {
          var sources = CSources.of(List.of(folder().resolve(source(program))));
          yield GuestProgram.load(CCompiler.compile(sources).elf());
        }
        case RUST -> GuestProgram.load(rust(program, copy(scratch)));
        case JAVA, KOTLIN -> {
          List<Path> path =
              List.of(classes(program, scratch), jar(GuestContext.class), jar(kotlin.Unit.class));
          yield Guest.of(main(program), path).program().guest();
        }
      };
    } catch (ToolchainException e) {
      throw new AssertionError(e.diagnostics(), e);
    } catch (GuestCompilationException e) {
      throw new AssertionError(e);
    }
  }

  /** A folder with the classes of a program in Java or Kotlin. */
  Path classes(String program, Path scratch) throws IOException {
    return classes(List.of(folder().resolve(source(program))), scratch);
  }

  /** A folder with the classes of sources in Java or Kotlin. */
  Path classes(List<Path> sources, Path scratch) throws IOException {
    Path classes = Files.createTempDirectory(scratch, "classes");
    compile(sources, classes);
    return classes;
  }

  private static byte[] rust(String program, Path project) throws ToolchainException {
    try {
      var flags = List.of("--locked", "--bin", program);
      return RustCompiler.compile(new RustProject(project, flags)).elf();
    } catch (ToolchainException e) {
      boolean lacksCrates = String.valueOf(e.getMessage()).startsWith("cargo fetch failed");
      Toolchain.require("way to the registry of crates: " + e.diagnostics(), !lacksCrates);
      throw e;
    }
  }

  /** The project without what builds leave in it. */
  private Path copy(Path scratch) throws IOException {
    Path from = folder();
    Path to = Files.createTempDirectory(scratch, "project");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.startsWith(from.resolve("target"))).toList()) {
        if (!file.equals(from)) {
          Files.copy(file, to.resolve(from.relativize(file)));
        }
      }
    }
    return to;
  }

  private Path folder() {
    return PROGRAMS.resolve(folder);
  }

  private void compile(List<Path> sources, Path classes) {
    String path = jar(GuestContext.class) + File.pathSeparator + jar(kotlin.Unit.class);
    var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", path));
    if (this == KOTLIN) {
      arguments.addAll(List.of("-no-stdlib", "-no-reflect", "-jvm-target", "24"));
    }
    sources.forEach(source -> arguments.add(source.toString()));
    String[] options = arguments.toArray(String[]::new);
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    boolean compiles =
        this == KOTLIN
            ? new K2JVMCompiler().exec(stream, options) == ExitCode.OK
            : ToolProvider.getSystemJavaCompiler().run(null, stream, stream, options) == 0;
    assertThat(compiles).as("%s:%n%s", sources, said.toString(StandardCharsets.UTF_8)).isTrue();
  }

  /** The jar or folder that a class is in. */
  private static Path jar(Class<?> of) {
    return Path.of(of.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
