package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zarf.compiler.Differential;
import org.zarf.compiler.Inputs;

/** The examples in Java and Kotlin, and what {@code zarf new} begins with, do as on the JVM. */
class DifferentialTest {

  private static final Path TEMPLATES =
      Guests.ROOT.resolve("cli/src/main/resources/org/zarf/cli/projects");

  @TempDir Path folder;

  @BeforeAll
  static void requireCompiler() {
    Toolchain.require(Toolchain.COMPILER);
  }

  /** Which inputs a guest is given. */
  private enum Inputting {
    NONE {
      @Override
      void compare(Differential guest) {
        assertThat(guest.requireEqual(new byte[0]).exitCode()).isZero();
        assertThat(guest.requireEqual(new byte[9]).exitCode()).isZero();
      }
    },
    NUMBERS {
      @Override
      void compare(Differential guest) throws Exception {
        assertThat(guest.requireEqual(Language.input()).exitCode()).isZero();
        var random = new SplittableRandom(1);
        for (int count = 0; count < 12; count++) {
          ByteBuffer input = allocate(4 + 4 * count).putInt(count);
          random.ints(count).forEach(input::putInt);
          guest.requireEqual(input.array());
          Inputs.truncated(input.array()).forEach(guest::requireEqual);
          Inputs.damaged(input.array(), 30, random).forEach(guest::requireEqual);
        }
      }
    },
    OPERATIONS {
      @Override
      void compare(Differential guest) {
        for (int operation = -1; operation < 28; operation++) {
          guest.requireEqual(allocate(8).putInt(operation).putInt(3).array());
        }
        Inputs.truncated(new byte[8]).forEach(guest::requireEqual);
      }
    },
    PERSONS {
      @Override
      void compare(Differential guest) {
        byte[] name = "Ad\u00e9la \ud83d\ude00".getBytes(StandardCharsets.UTF_8);
        var random = new SplittableRandom(1);
        for (int year = 2000; year < 2015; year++) {
          ByteBuffer input = allocate(8 + name.length).putInt(name.length).put(name).putInt(year);
          byte[] journal = guest.requireEqual(input.array()).journal();
          assertThat(journal).containsExactly(year <= 2008 ? 1 : 0);
          Inputs.truncated(input.array()).forEach(guest::requireEqual);
          Inputs.damaged(input.array(), 30, random).forEach(guest::requireEqual);
        }
      }
    };

    abstract void compare(Differential guest) throws Exception;

    private static ByteBuffer allocate(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Compares in a JVM of its own, which has the guest on its class path as users have. */
  static final class Comparing {
    private Comparing() {}

    public static void main(String[] arguments) throws Exception {
      Differential guest = Differential.of(Class.forName(arguments[0]));
      Inputting.valueOf(arguments[1]).compare(guest);
    }
  }

  private void compare(String guest, Inputting inputs, Path classes) throws Exception {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dzarf.root=" + Guests.ROOT,
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                Comparing.class.getName(),
                guest,
                inputs.name())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor()).as("%s: %s", guest, Files.readString(said)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "JAVA, empty, NONE",
    "JAVA, sort, NUMBERS",
    "JAVA, tree, NUMBERS",
    "JAVA, costs, OPERATIONS",
    "KOTLIN, empty, NONE",
    "KOTLIN, sort, NUMBERS",
    "KOTLIN, tree, NUMBERS",
  })
  void examples(Language language, String program, Inputting inputs) throws Exception {
    compare(Language.main(program), inputs, language.classes(program, folder));
  }

  @ParameterizedTest
  @CsvSource({
    "JAVA, common/Person.java common/Answer.java java/Adult.java",
    "KOTLIN, kotlin/Adult.kt"
  })
  void newProjects(Language language, String files) throws Exception {
    List<Path> sources = Arrays.stream(files.split(" ")).map(TEMPLATES::resolve).toList();
    compare("app.Adult", Inputting.PERSONS, language.classes(sources, folder));
  }
}
