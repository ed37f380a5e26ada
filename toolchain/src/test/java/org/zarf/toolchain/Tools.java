package org.zarf.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The compilers that tests need. */
final class Tools {

  private Tools() {}

  /** Skips the test where a program is missing, but fails it in continuous integration. */
  static void require(String name) {
    boolean isThere =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    require(name, isThere);
  }

  /** Skips the test where something is missing, but fails it in continuous integration. */
  static void require(String name, boolean isThere) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as("%s is installed", name).isTrue();
    }
    assumeTrue(isThere, name + " is not installed");
  }
}
