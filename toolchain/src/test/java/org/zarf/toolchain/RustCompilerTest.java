package org.zarf.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guests without crates from a registry, so that nothing is fetched. */
class RustCompilerTest {

  private static final String MANIFEST =
      """
      [package]
      name = "sum"
      version = "0.1.0"
      edition = "2024"

      [dependencies]
      zarf-guest = { version = "0.1", default-features = false }

      [profile.release]
      debug = "line-tables-only"
      """;

  private static final String SOURCE =
      """
      #![cfg_attr(target_os = "none", no_std, no_main)]

      use zarf_guest::Guest;

      fn guest(guest: &Guest) {
          let sum: u64 = guest.input_bytes().iter().map(|&byte| u64::from(byte)).sum();
          assert!(sum < 1000, "too much: {sum}");
          guest.publish_bytes(&sum.to_le_bytes());
      }

      zarf_guest::entry!(guest);
      """;

  private static final List<String> OFFLINE = List.of("--offline");

  @TempDir Path folder;

  private static Path project(Path place, String manifest, String source) throws IOException {
    Files.createDirectories(place.resolve("src"));
    Files.writeString(place.resolve("Cargo.toml"), manifest);
    Files.writeString(place.resolve("src/main.rs"), source);
    return place;
  }

  private static BuiltGuest build(Path place) throws ToolchainException {
    return RustCompiler.compile(new RustProject(place, OFFLINE));
  }

  private static void requireRust() throws Exception {
    Tools.require(RustCompiler.COMMAND);
    RustTools.Installation rust = RustTools.installed().installation(Path.of("/"));
    Tools.require(
        "libraries for the machine, or their sources",
        rust.hasTarget() || rust.sources().isPresent());
  }

  @Test
  void theCrateNamesEveryFileOfItsFolder() throws IOException {
    Path crate = CCompilerTest.ROOT.resolve("guest/rust");
    try (Stream<Path> files = Files.walk(crate.resolve("src"))) {
      assertThat(GuestCrate.FILES)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("Cargo.toml"),
                      files.filter(Files::isRegularFile).map(f -> crate.relativize(f).toString()))
                  .toList());
    }
  }

  @Test
  void bytesDependOnNoFolder() throws Exception {
    requireRust();
    BuiltGuest one = build(project(folder.resolve("one"), MANIFEST, SOURCE));
    BuiltGuest other = build(project(folder.resolve("another/place"), MANIFEST, SOURCE));
    assertThat(one.diagnostics()).isEmpty();
    assertThat(other.elf()).isEqualTo(one.elf());
    assertThat(new String(one.elf(), StandardCharsets.ISO_8859_1))
        .contains("src/main.rs")
        .doesNotContain(folder.toString(), System.getProperty("user.home") + "/");
    assertThat(build(folder.resolve("one")).elf()).as("built again").isEqualTo(one.elf());
  }

  @Test
  void aDistributionWithoutLibrariesForTheMachineHasTheirSources() throws Exception {
    RustTools tools = new RustTools("/usr/bin/cargo", "/usr/bin/rustc");
    Tools.require(
        "the distribution's Rust",
        Files.exists(Path.of(tools.cargo()))
            && tools.installation(Path.of("/")).sources().isPresent());
    Tools.require("riscv64-unknown-elf-ld");
    byte[] first = null;
    for (String place : List.of("one", "other")) {
      Path project = project(folder.resolve(place), MANIFEST, SOURCE);
      byte[] elf = RustCompiler.compile(new RustProject(project, OFFLINE), tools).elf();
      first = first == null ? elf : first;
      assertThat(elf).isEqualTo(first);
    }
    assertThat(new String(first, StandardCharsets.ISO_8859_1))
        .doesNotContain(folder.toString(), "/usr/src");
  }

  @Test
  void membersOfWorkspacesAreBuilt() throws Exception {
    requireRust();
    Files.writeString(
        folder.resolve("Cargo.toml"), "[workspace]\nmembers = [\"sum\"]\nresolver = \"3\"\n");
    Path member = folder.resolve("sum");
    String manifest = MANIFEST.substring(0, MANIFEST.indexOf("[profile"));
    byte[] elf = build(project(member, manifest, SOURCE)).elf();
    assertThat(elf).startsWith(0x7f, 'E', 'L', 'F');
    assertThat(member.resolve("Cargo.lock")).doesNotExist();
    assertThat(folder.resolve("Cargo.lock")).content().doesNotContain(folder.toString());
  }

  @Test
  void oneProgramIsChosenByItsName() throws Exception {
    requireRust();
    Path place = project(folder, MANIFEST, SOURCE);
    Files.createDirectories(place.resolve("src/bin"));
    Files.writeString(place.resolve("src/bin/more.rs"), SOURCE);
    assertThatThrownBy(() -> build(place))
        .hasMessageContaining("more")
        .hasMessageContaining("sum")
        .hasMessageEndingWith("choose one by -- --bin NAME");
    assertThat(
            RustCompiler.compile(new RustProject(place, List.of("--offline", "--bin", "more")))
                .elf())
        .isNotEmpty();
  }

  @Test
  void whatIsWrongIsHandedOut() throws Exception {
    requireRust();
    Path place = project(folder, MANIFEST, SOURCE.replace("sum < 1000", "missing"));
    assertThatThrownBy(() -> build(place))
        .isInstanceOfSatisfying(
            ToolchainException.class,
            e -> assertThat(e.diagnostics()).contains("src/main.rs:7", "missing"))
        .hasMessage("cargo build failed (exit status 101)");
  }

  @Test
  void aPackageThatIsNoGuestIsRefused() throws Exception {
    requireRust();
    String manifest = MANIFEST.replaceAll("(?m)^zarf-guest.*$", "");
    assertThatThrownBy(() -> build(project(folder, manifest, "fn main() {}\n")))
        .hasMessageContaining("does not depend on zarf-guest");
  }

  @Test
  void aPackageWithoutProgramIsRefused() throws Exception {
    requireRust();
    Path place = project(folder, MANIFEST, SOURCE);
    Files.move(place.resolve("src/main.rs"), place.resolve("src/lib.rs"));
    Files.writeString(place.resolve("src/lib.rs"), "#![no_std]\npub fn f() {}\n");
    assertThatThrownBy(() -> build(place)).hasMessageContaining("has no program");
  }

  @Test
  void missingRustIsNamed() {
    var tools = new RustTools("no-such-cargo", "no-such-rustc");
    assertThatThrownBy(() -> RustCompiler.compile(RustProject.in(folder), tools))
        .isInstanceOf(ToolchainException.class)
        .hasMessageContaining("cannot run no-such-rustc: install Rust with: apt-get install");
  }

  @Test
  void missingLibrariesAreNamed() {
    assertThat(new RustTools.Installation(folder, "1.95.0", "").lackOfTarget())
        .hasMessageEndingWith("apt-get install rust-web-src");
  }
}
