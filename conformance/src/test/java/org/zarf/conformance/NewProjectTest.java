package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code zarf new} makes passes its own test command, with this build of Zarf in the local
 * Maven repository: of a copy of it, that is, so that none of the machine's changes.
 */
class NewProjectTest {

  private static final boolean IS_CI = "true".equals(System.getenv("CI"));
  private static final String VERSION = "0.1.0";

  /** The artifacts that projects depend on, and their folders. */
  private static final Map<String, String> ARTIFACTS =
      Map.ofEntries(
          Map.entry("zarf-algebra", "algebra"),
          Map.entry("zarf-hash", "hash"),
          Map.entry("zarf-air", "air"),
          Map.entry("zarf-stark", "stark"),
          Map.entry("zarf-machine", "machine"),
          Map.entry("zarf-verifier", "verifier"),
          Map.entry("zarf-riscv", "riscv"),
          Map.entry("zarf-prover", "prover"),
          Map.entry("zarf-kernels", "kernels"),
          Map.entry("zarf-witness", "witness"),
          Map.entry("zarf-sdk", "sdk"),
          Map.entry("zarf-guest", "guest/java"),
          Map.entry("zarf-toolchain", "toolchain"),
          Map.entry("zarf-compiler", "compiler"),
          Map.entry("zarf-maven-plugin", "maven-plugin"));

  @TempDir static Path repository;
  @TempDir Path folder;

  private static Path machineRepository() {
    String other = System.getProperty("maven.repo.local");
    return other == null
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(other);
  }

  @BeforeAll
  static void install() throws IOException {
    link(machineRepository(), repository, "org");
    link(machineRepository().resolve("org"), repository.resolve("org"), "zarf");
    Path ours = repository.resolve("org/zarf");
    install(ours.resolve("zarf"), "zarf", Guests.ROOT);
    for (Map.Entry<String, String> artifact : ARTIFACTS.entrySet()) {
      Path module = Guests.ROOT.resolve(artifact.getValue());
      Path place = ours.resolve(artifact.getKey());
      install(place, artifact.getKey(), module);
      int status =
          ToolProvider.findFirst("jar")
              .orElseThrow()
              .run(
                  System.out,
                  System.err,
                  "--create",
                  "--file="
                      + place.resolve(VERSION).resolve(artifact.getKey() + "-" + VERSION + ".jar"),
                  "-C",
                  module.resolve("target/classes").toString(),
                  ".");
      assertThat(status).as("jar of %s", artifact.getKey()).isZero();
    }
  }

  private static void install(Path place, String artifact, Path module) throws IOException {
    Files.createDirectories(place.resolve(VERSION));
    Files.copy(
        module.resolve("pom.xml"),
        place.resolve(VERSION).resolve(artifact + "-" + VERSION + ".pom"));
  }

  /** Makes a folder whose entries are those of another, apart from one. */
  private static void link(Path from, Path to, String other) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.filter(e -> !e.endsWith(other)).toList()) {
        Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
      }
    }
  }

  private void testProject(String language) throws IOException {
    Toolchain.require("mvn");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Toolchain.succeed(
        folder,
        List.of(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.zarf.cli.Main",
            "new",
            "my-proof",
            "--lang",
            language));
    String said =
        Toolchain.succeed(
            folder.resolve("my-proof"),
            List.of(
                "env",
                "JAVA_HOME=" + System.getProperty("java.home"),
                "mvn",
                "--batch-mode",
                // In CI the network is there, and the repository may lack a language's plugins.
                IS_CI ? "--no-transfer-progress" : "--offline",
                "-Dmaven.repo.local=" + repository,
                "verify"));
    assertThat(said).contains("BUILD SUCCESS").contains("guest.elf").contains("Tests run: ");
  }

  @Test
  void java() throws IOException {
    Toolchain.require(Toolchain.COMPILER);
    testProject("java");
  }

  @Test
  void kotlin() throws IOException {
    Toolchain.require(Toolchain.COMPILER);
    Path plugin = machineRepository().resolve("org/jetbrains/kotlin/kotlin-maven-plugin/2.2.21");
    assumeTrue(IS_CI || Files.exists(plugin), "Kotlin's Maven plugin is not there");
    testProject("kotlin");
  }

  @Test
  void c() throws IOException {
    Toolchain.require(Toolchain.COMPILER);
    testProject("c");
  }

  @Test
  void cpp() throws IOException {
    Toolchain.require(Toolchain.COMPILER);
    testProject("cpp");
  }

  @Test
  void rust() throws IOException {
    Toolchain.require("cargo", "rustc");
    testProject("rust");
  }
}
