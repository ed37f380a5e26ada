package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed guests in C are what their sources compile to. */
class GuestBuildTest {

  @TempDir Path directory;

  /** The guests in C: ELF files beside their sources, by their paths in the checkout. */
  private static List<Path> committed(Path root) throws IOException {
    return guests(root).stream()
        .filter(elf -> Files.exists(root.resolve(elf.toString().replace(".elf", ".c"))))
        .toList();
  }

  /** The ELF files below the folders of guests, by their paths. */
  private static List<Path> guests(Path root) throws IOException {
    var found = Stream.<Path>builder();
    for (String folder : List.of("examples", "bench/guests", "gallery")) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".elf")).map(root::relativize).forEach(found);
      }
    }
    return found.build().sorted().toList();
  }

  @Test
  void everyCommittedGuestIsRebuiltToTheByte() throws IOException {
    Toolchain.require(Toolchain.COMPILER);
    Path root = Guests.ROOT.toRealPath();
    String script = root.resolve("guest/build-examples.sh").toString();
    Path built = directory.resolve("built");
    Toolchain.succeed(directory, List.of("sh", script, built.toString()));
    assertThat(guests(built)).isEqualTo(committed(root)).hasSizeGreaterThanOrEqualTo(9);
    for (Path guest : committed(root)) {
      assertThat(Files.mismatch(root.resolve(guest), built.resolve(guest)))
          .as("first different byte of %s", guest)
          .isEqualTo(-1);
    }
  }
}
