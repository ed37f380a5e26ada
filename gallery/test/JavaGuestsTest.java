package org.zarf.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zarf.compiler.Guest;

/** The committed guests in Java are what the compiler makes of their sources. */
class JavaGuestsTest {

  private static final Path GALLERY =
      Path.of(System.getProperty("zarf.root", "..")).resolve("gallery");
  private static final String COMPILER = "riscv64-unknown-elf-gcc";

  /** Set it to write the files in place of comparing them. */
  private static final boolean WRITES = Boolean.getBoolean("zarf.write");

  @ParameterizedTest
  @CsvSource({
    "audit/audit, audit.Auditor",
    "lambda/lambda, lambda.Reduction",
    "matching/StableMatching, matching.StableMatching"
  })
  void areRebuiltToTheByte(String elf, String guest) throws Exception {
    requireCompiler();
    byte[] built = Guest.of(Class.forName("org.zarf.gallery." + guest)).elf();
    Path committed = GALLERY.resolve(elf + ".elf");
    if (WRITES) {
      Files.write(committed, built);
    }
    assertThat(Files.readAllBytes(committed))
        .as("%s; ./zarf test -pl gallery -am -Dtest=JavaGuestsTest -Dzarf.write=true", elf)
        .isEqualTo(built);
  }

  private static void requireCompiler() {
    boolean found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, COMPILER)));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("%s is installed", COMPILER).isTrue();
    }
    assumeTrue(found, COMPILER + " is not installed");
  }
}
