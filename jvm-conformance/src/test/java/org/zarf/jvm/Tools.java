package org.zarf.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs that tests need. */
final class Tools {

  private Tools() {}

  /** Skips the test where the cross-compiler is missing, but fails it in CI. */
  static void requireCompiler() {
    String compiler = "riscv64-unknown-elf-gcc";
    boolean found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, compiler)));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("%s is installed", compiler).isTrue();
    }
    assumeTrue(found, compiler + " is not installed");
  }
}
