package org.zarf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildRustTest {

  @TempDir Path folder;

  private void writeProject() throws IOException {
    Files.createDirectory(folder.resolve("src"));
    Files.writeString(
        folder.resolve("Cargo.toml"),
        """
        [package]
        name = "answer"
        version = "0.1.0"
        edition = "2024"

        [dependencies]
        zarf-guest = { version = "0.1", default-features = false }
        """);
    Files.writeString(
        folder.resolve("src/main.rs"),
        """
        #![cfg_attr(target_os = "none", no_std, no_main)]
        extern crate alloc;

        fn guest(guest: &zarf_guest::Guest) -> Result<u32, alloc::string::String> {
            zarf_guest::println!("here is {}", "text");
            match guest.input_bytes() {
                [] => Ok(42),
                [1] => panic!("a bad {}", "input"),
                [2] => guest.halt(7),
                [length] => Ok(alloc::vec![1u64; 8 << length].iter().sum::<u64>() as u32),
                _ => Err(alloc::format!("too long")),
            }
        }

        zarf_guest::entry!(guest);
        """);
  }

  private Call run(Path elf, byte... input) throws IOException {
    Path file = Files.write(folder.resolve("input.bin"), input);
    return Call.of("run", elf, "--input", file);
  }

  @Test
  void guestsEndAsTheySay() throws Exception {
    requireRust();
    writeProject();
    Path elf = folder.resolve("answer.elf");
    Call built = Call.of("build", folder, "-o", elf, "--", "--offline");
    assertThat(built.status()).as(built.err()).isZero();
    assertThat(built.err()).isEmpty();

    Call ended = run(elf);
    assertThat(ended.message()).contains("exit code 42");
    assertThat(ended.err()).contains("here is text\n");
    Call panicked = run(elf, (byte) 1);
    assertThat(panicked.message()).contains("exit code 1");
    assertThat(panicked.err()).contains("panicked at src/main.rs:8:16:\na bad input\n");
    assertThat(run(elf, (byte) 2).message()).contains("exit code 7");
    assertThat(run(elf, (byte) 3).message()).contains("exit code 64");
    Call outOfMemory = run(elf, (byte) 28);
    assertThat(outOfMemory.message()).contains("exit code 1");
    assertThat(outOfMemory.err()).contains("memory allocation of 17179869184 bytes failed");
    Call failed = run(elf, (byte) 1, (byte) 1);
    assertThat(failed.message()).contains("exit code 1");
    assertThat(failed.err()).contains("too long\n");
  }

  @Test
  void theManifestStandsForItsFolder() throws Exception {
    requireRust();
    writeProject();
    Path elf = folder.resolve("answer.elf");
    Call built = Call.of("build", folder.resolve("Cargo.toml"), "-o", elf);
    assertThat(built.status()).as(built.err()).isZero();
    assertThat(elf).isNotEmptyFile();
  }

  @Test
  void aFolderNeedsAManifest() {
    assertThat(Call.of("build", folder, "-o", folder.resolve("x.elf")).message())
        .contains("no Cargo.toml in it");
  }

  @Test
  void optionsForCAreRefused() throws Exception {
    writeProject();
    assertThat(Call.of("build", folder, "-O3", "-o", folder.resolve("x.elf")).message())
        .contains("flags of cargo go after --");
  }

  /** Skips the test where Rust is missing, but fails it in continuous integration. */
  private static void requireRust() throws Exception {
    boolean isThere = false;
    for (String directory : System.getenv("PATH").split(":")) {
      isThere |= Files.isExecutable(Path.of(directory, "cargo"));
    }
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as("Rust is installed").isTrue();
    }
    assumeTrue(isThere, "no cargo");
  }
}
