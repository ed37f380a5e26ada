package org.zarf.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gallery's page promises of each entry. */
class EntriesTest {

  private static final int MOST_LINES = 30;

  static List<Path> entries() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("."))) {
      return folders.filter(x -> Files.exists(x.resolve("README.md"))).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void hasAShortHostAndAPageThatSaysWhatIsPrivate(Path entry) throws IOException {
    String name = entry.getFileName().toString();
    String host = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ".java";
    assertThat(Files.readAllLines(entry.resolve("host").resolve(host)))
        .hasSizeLessThanOrEqualTo(MOST_LINES)
        .as("a refused input costs no proof")
        .anyMatch(line -> line.contains(".withSuccessOnly()"));
    assertThat(Files.readString(entry.resolve("README.md")))
        .contains(
            "$ ./zarf gallery " + name, "| private | public |", "## What a cheater could try");
    assertThat(Files.readString(Path.of("README.md"))).contains("(" + name + "/README.md)");
    assertThat(entry.resolve("test")).isNotEmptyDirectory();
  }
}
