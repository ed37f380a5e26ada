package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zarf.riscv.Exit;
import org.zarf.riscv.GuestProgram;
import org.zarf.toolchain.RustCompiler;
import org.zarf.toolchain.RustProject;
import org.zarf.toolchain.ToolchainException;

/** Guests that are made of crates from the registry. */
class RustGuestsTest {

  @TempDir Path directory;

  /** A project without what builds leave in it. */
  private Path copy(String name) throws IOException {
    Path from = Guests.ROOT.resolve(name).toRealPath();
    Path to = directory.resolve("project");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.startsWith(from.resolve("target"))).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
    return to;
  }

  /** Builds a project with the crates that its lock file names. */
  private static byte[] build(Path project) throws IOException {
    Toolchain.require(RustCompiler.COMMAND);
    try {
      return RustCompiler.compile(new RustProject(project, List.of("--locked"))).elf();
    } catch (ToolchainException e) {
      boolean lacksCrates = String.valueOf(e.getMessage()).startsWith("cargo fetch failed");
      Toolchain.require("way to the registry of crates: " + e.diagnostics(), !lacksCrates);
      throw new AssertionError(e.diagnostics(), e);
    }
  }

  @Test
  void theCommittedGuestIsRebuiltToTheByte() throws Exception {
    Toolchain.require(RustCompiler.COMMAND);
    Path project = copy("gallery/document/guest");
    String pinned =
        Files.readString(project.resolve("rust-toolchain.toml")).split("channel = \"")[1];
    String version = Toolchain.succeed(project, List.of("rustc", "-V"));
    // A distribution's compiler takes no notice of the file, and gives other bytes.
    assumeTrue(
        version.startsWith("rustc " + pinned.substring(0, pinned.indexOf('"')) + " "),
        "the guest is made by another compiler than " + version);
    Path committed = Guests.ROOT.resolve("gallery/document/document.elf");
    assertThat(build(project)).isEqualTo(Files.readAllBytes(committed));
  }

  /** An ECDSA signature over secp256k1 in 1.7 million cycles, by crates as they are. */
  @Test
  void cryptographyFromTheRegistryRuns() throws Exception {
    Path project = copy("examples/signature");
    GuestProgram program = GuestProgram.load(build(project));
    byte[] input = Files.readAllBytes(project.resolve("input.bin"));
    GuestRun run = GuestRun.of(program, input);
    assertThat(run.exit()).as(run.printed()).isEqualTo(new Exit.Halted(0));
    assertThat(run.printed()).isEqualTo("\"I agree.\" is signed\n");
    // SHA-256 of the message and of the key.
    assertThat(HexFormat.of().formatHex(run.run().journal()))
        .isEqualTo(
            "826ff0dab649a97ffdd7779a332accafb35cc161012253a19383db19289d6e02"
                + "3828b21f26c49a0ff546f6f4bcee6a64bdc685faf4a961b3c00d05814cda9801");
    assertThat(run.run().cycles()).isBetween(1_000_000L, 2_000_000L);
    assertThat(program.symbols())
        .anyMatch(s -> s.name().equals("k256::arithmetic::projective::ProjectivePoint::double"));

    input[input.length - 1] ^= 1;
    GuestRun wrong = GuestRun.of(program, input);
    assertThat(wrong.exit()).isEqualTo(new Exit.Halted(1));
    assertThat(wrong.printed()).isEqualTo("signature error\n");
    assertThat(wrong.run().journal()).isEmpty();
  }
}
