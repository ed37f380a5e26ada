package org.zarf.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder in which the commands of a page are run as a reader would run them in a checkout. The
 * launcher's place is taken by a script that starts the command line from the test's own class
 * path: the launcher would build what is being tested.
 */
final class Console {

  private static final String PROMPT = "$ ";
  private static final String ELLIPSIS = "...";

  /** What differs from run to run: times, rates, sizes of proofs and of memory; and digests. */
  private static final Pattern MEASURED =
      Pattern.compile("[0-9][0-9.,]* (ns|µs|ms|s|kHz|MHz|KiB|MiB|GiB)\\b");

  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

  /** A command, and what a page shows of its standard output: nothing, or all of it. */
  record Command(String line, List<String> output) {

    boolean builds() {
      return line.startsWith("./zarf build");
    }

    /** Whether the first argument is a folder, not a source. */
    boolean buildsRust() {
      return builds() && !line.split(" ")[2].contains(".");
    }
  }

  private final Path folder;

  private Console(Path folder) {
    this.folder = folder;
  }

  /** Makes an empty folder look like a checkout. */
  static Console in(Path folder, Path root) throws IOException {
    for (String name : List.of("examples", "guest", "gallery")) {
      copy(root.resolve(name), folder.resolve(name));
    }
    Path script = folder.resolve("zarf");
    Files.writeString(
        script,
        """
        #!/usr/bin/env bash
        # Proving commands get what the launcher gives them.
        main=org.zarf.cli.Main
        case "${1:-}" in prove | demo | bench | gallery) flags="--add-modules jdk.incubator.vector" ;; esac
        if [ "${1:-}" = gallery ]; then main=org.zarf.gallery.Gallery; shift; fi
        exec '%s' ${flags:-} -Xmx4g -Dzarf.home='%s' -Dzarf.command=./zarf -cp '%s' "$main" "$@"
        """
            .formatted(java(), folder, System.getProperty("java.class.path")));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return new Console(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** The program that runs this JVM. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** The commands of a block: after a prompt, or one on each line where there are no prompts. */
  static List<Command> commands(MarkdownFile.Block block) {
    boolean hasPrompts = block.kind().equals("console");
    var commands = new ArrayList<Command>();
    List<String> output = new ArrayList<>();
    for (String line : block.text().lines().toList()) {
      if (!hasPrompts || line.startsWith(PROMPT)) {
        output = new ArrayList<>();
        String command = hasPrompts ? line.substring(PROMPT.length()) : line;
        commands.add(new Command(command.replaceFirst("\\s+#.*$", ""), output));
      } else if (!line.startsWith("zarf: ")) { // that is standard error
        output.add(line);
      }
    }
    return List.copyOf(commands);
  }

  /** Runs a command, which must succeed, and compares what it writes with what the page shows. */
  void run(Command command) throws IOException {
    String written = run(List.of("bash", "-c", command.line));
    if (!command.output.isEmpty()) {
      assertThat(masked(written)).as(command.line).matches(expected(command.output));
    }
  }

  /** Runs a program, which must succeed, and returns what it writes to standard output. */
  String run(List<String> program) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(program)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(600, TimeUnit.SECONDS)).as("%s ends", program).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as("%s:%n%s", program, Files.readString(err)).isZero();
    return Files.readString(out);
  }

  private static String masked(String text) {
    String digests = DIGEST.matcher(text).replaceAll("<digest>");
    return MEASURED.matcher(digests).replaceAll("<measured>").strip() + "\n";
  }

  /** An ellipsis stands for any text in its line, or for any lines if it stands alone. */
  private static Pattern expected(List<String> output) {
    String regex =
        masked(String.join("\n", output))
            .lines()
            .map(
                line ->
                    line.equals(ELLIPSIS)
                        ? "(.*\\n)*"
                        : List.of(line.split(Pattern.quote(ELLIPSIS), -1)).stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*"))
                            + "\\n")
            .collect(Collectors.joining());
    return Pattern.compile(regex);
  }
}
