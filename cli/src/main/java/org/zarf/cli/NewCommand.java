package org.zarf.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a project. */
@Command(
    name = NewCommand.NAME,
    header = "Makes a project: a guest, a host that proves and verifies it, and tests.",
    separator = " ",
    customSynopsis = "zarf new NAME [--lang LANGUAGE]",
    description = {
      "",
      "Makes the folder NAME with a Maven project. mvn verify there compiles the guest, proves a "
          + "run and verifies the proof. The launcher installs this build of Zarf into the local "
          + "Maven repository, from where the project takes it.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status:",
      "  0  the project is there",
      "  2  it is not: the name is wrong or taken, or the language unknown",
      "",
      "Examples:",
      "  zarf new myproof",
      "  zarf new myproof --lang rust && cd myproof && mvn verify",
    })
final class NewCommand implements Callable<Integer> {

  static final String NAME = "new";

  private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 64;

  private final Streams streams;

  @Parameters(
      paramLabel = "NAME",
      description = "The folder, and the name of the project: lower-case letters, digits, hyphens.")
  private String name = "";

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "The guest's language: java, kotlin, c, cpp or rust. Default: java.")
  private String language = "java";

  NewCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws CommandException {
    ProjectTemplate template = template();
    if (!PROJECT.matcher(name).matches() || name.length() > LONGEST) {
      throw CommandException.wrong(
          "a project's name has lower-case letters, digits and single hyphens, begins with a"
              + " letter and is at most "
              + LONGEST
              + " long, not: "
              + name);
    }
    Path folder = Path.of(name).toAbsolutePath();
    if (Files.exists(folder)) {
      throw CommandException.wrong(name + " is there already: choose another name, or remove it");
    }
    try {
      template.write(folder, ZarfCommand.version());
    } catch (IOException e) {
      throw CommandException.wrong("cannot write " + name + ": " + Failures.reason(e));
    }
    streams.out().println("Made " + name + ". Next:");
    streams.out().println("  cd " + name);
    streams.out().println("  mvn verify      (on JDK 25: compiles the guest, proves and verifies)");
    if (isMissing(template.compiler())) {
      streams.err().println("zarf: " + template.compiler() + " is missing: " + toInstall(template));
    }
    return Main.DONE;
  }

  private ProjectTemplate template() throws CommandException {
    for (ProjectTemplate template : ProjectTemplate.values()) {
      if (template.toString().equals(language.toLowerCase(Locale.ROOT))) {
        return template;
      }
    }
    throw CommandException.wrong(
        "there are no projects in "
            + language
            + ", but in "
            + Arrays.stream(ProjectTemplate.values())
                .map(ProjectTemplate::toString)
                .collect(Collectors.joining(", ")));
  }

  private static boolean isMissing(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String toInstall(ProjectTemplate template) {
    return template == ProjectTemplate.RUST
        ? "install Rust (apt-get install rustc-web cargo-web rust-web-src"
            + " binutils-riscv64-unknown-elf, or rustup and its target riscv64imac-unknown-none-elf)"
        : "install the cross-compiler and its C library with: apt-get install"
            + " gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf";
  }
}
