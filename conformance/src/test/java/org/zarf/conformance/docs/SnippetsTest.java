package org.zarf.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zarf.conformance.Toolchain;
import org.zarf.toolchain.RustCompiler;

/**
 * Every block of the documentation is run, compiled or compared, by its kind: {@code console} and
 * {@code sh} are commands, {@code java} is statements, {@code java FILE} an excerpt of an example
 * in this package or, by its path, of the checkout, {@code c FILE}, {@code rust FILE} and {@code
 * toml FILE} excerpts of files, {@code text} neither.
 */
class SnippetsTest {

  private static final Path ROOT = Path.of(System.getProperty("zarf.root", ".."));
  private static final Path EXAMPLES =
      ROOT.resolve("conformance/src/test/java/org/zarf/conformance/docs");
  private static final Set<String> KINDS =
      Set.of("console", "sh", "java", "c", "rust", "toml", "text");

  /** What runs this test is not run by it. */
  private static final String TEST_COMMAND = "./zarf test";

  @TempDir Path folder;

  static Stream<MarkdownFile> pages() {
    return MarkdownFile.all(ROOT).stream();
  }

  static Stream<MarkdownFile> pagesWithBlocks() {
    return pages().filter(page -> !page.blocks().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pagesWithBlocks")
  void whatAPageShowsIsSo(MarkdownFile page) throws IOException {
    var console = Console.in(folder, ROOT);
    for (MarkdownFile.Block block : page.blocks()) {
      assertThat(block.kind()).as("kind of block, %s:%d", page.path(), block.line()).isIn(KINDS);
      switch (block.kind()) {
        case "console", "sh" -> run(block, console);
        case "java" -> java(block, console);
        case "c", "rust", "toml" -> excerpt(block);
        default -> {}
      }
    }
  }

  private static void run(MarkdownFile.Block block, Console console) throws IOException {
    for (Console.Command command : Console.commands(block)) {
      if (command.line().equals(TEST_COMMAND)) {
        continue;
      }
      if (command.builds()) {
        Toolchain.require(command.buildsRust() ? RustCompiler.COMMAND : Toolchain.COMPILER);
      }
      console.run(command);
    }
  }

  private void java(MarkdownFile.Block block, Console console) throws IOException {
    if (block.info().size() > 1) {
      String name = block.info().get(1);
      Path folder = name.contains("/") ? ROOT : EXAMPLES;
      String source = Files.readString(folder.resolve(name));
      assertThat(unindented(source)).contains(unindented(block.text()));
    } else {
      JavaSnippet.compile(block.text(), folder).run(console);
    }
  }

  private static void excerpt(MarkdownFile.Block block) throws IOException {
    assertThat(block.info()).as("kind and file").hasSize(2);
    String source = Files.readString(ROOT.resolve(block.info().get(1)));
    assertThat(unindented(source)).contains(unindented(block.text()));
  }

  @Test
  void whatIsNotSoIsNoticed() throws IOException {
    var console = Console.in(folder, ROOT);
    String block = "$ printf 'took 5 ms\\n7 rows\\nmore\\n'\n";
    console.run(only(block + "took 6.1 s\n7 rows\n...\n"));
    console.run(only(block + "took ...\n7 rows\nmore\n"));
    for (String wrong : List.of("took 5 ms\n8 rows\n...", "took 5 ms\n7 rows", "7 rows\nmore")) {
      assertThatThrownBy(() -> console.run(only(block + wrong + "\n")))
          .isInstanceOf(AssertionError.class);
    }
    assertThatThrownBy(() -> console.run(only("$ false\n"))).isInstanceOf(AssertionError.class);
  }

  private static Console.Command only(String text) {
    return Console.commands(new MarkdownFile.Block(1, List.of("console"), text)).getFirst();
  }

  private static String unindented(String source) {
    return String.join("\n", source.lines().map(String::strip).toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(MarkdownFile page) {
    Path folder = ROOT.resolve(page.path()).getParent();
    for (String link : page.links()) {
      assertThat(folder.resolve(link)).as("linked from %s", page.path()).exists();
    }
  }

  @Test
  void theTestCommandIsWhatCiRuns() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve(".ci/run"));
    assertThat(lines).contains(TEST_COMMAND);
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("$ " + TEST_COMMAND);
  }
}
