package org.zarf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects go into the folder of the process, from where each test takes its own away. */
class NewCommandTest {

  private static final String NAME = "new-command-test";

  @AfterEach
  void remove() throws IOException {
    Path folder = Path.of(NAME);
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ProjectTemplate.class)
  void everyLanguageHasItsFiles(ProjectTemplate template) throws IOException {
    Call call = Call.of("new", NAME, "--lang", template);
    assertThat(call.status()).isZero();
    assertThat(call.out()).startsWith("Made " + NAME + ". Next:\n  cd " + NAME + "\n");
    try (var files = Files.walk(Path.of(NAME))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern("@[a-z]+@");
      }
    }
    assertThat(Path.of(NAME, "README.md")).content().startsWith("# " + NAME + "\n");
    assertThat(Path.of(NAME, "pom.xml")).content().contains("<artifactId>" + NAME + "<");
    assertThat(Path.of(NAME, ".gitignore")).exists();
  }

  @Test
  void whatIsThereStays() {
    assertThat(Call.of("new", NAME).status()).isZero();
    Call again = Call.of("new", NAME);
    assertThat(again.status()).isEqualTo(Main.WRONG);
    assertThat(again.message()).contains(NAME + " is there already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "My", "a b", "../a", "-a", "a-", "a--b", "1a", "\u00e9"})
  void namesAreChecked(String name) {
    Call call = Call.of("new", "--", name);
    assertThat(call.status()).isEqualTo(Main.WRONG);
    assertThat(call.message()).contains("a project's name has lower-case letters");
  }

  @Test
  void anUnknownLanguageIsAnsweredWithTheKnownOnes() {
    Call call = Call.of("new", NAME, "--lang", "cobol");
    assertThat(call.status()).isEqualTo(Main.WRONG);
    assertThat(call.message()).contains("no projects in cobol, but in java, kotlin, c, cpp, rust");
    assertThat(Path.of(NAME)).doesNotExist();
  }
}
