package org.zarf.toolchain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The crate {@code zarf-guest} as files, for a build by cargo, and the linker script.
 *
 * <p>They lie inside of the workspace's target folder: the names that the Rust compiler gives to
 * functions depend on a crate's place, and inside of the workspace that is the relative one.
 *
 * @param path a folder
 */
record GuestCrate(Path path) {

  /** What guests call it in their manifests. */
  static final String NAME = "zarf-guest";

  /** Its files. */
  static final List<String> FILES =
      List.of(
          "Cargo.toml",
          "src/codec/decoder.rs",
          "src/codec/encoder.rs",
          "src/codec/error.rs",
          "src/codec/mod.rs",
          "src/ending.rs",
          "src/guest.rs",
          "src/heap.rs",
          "src/lib.rs",
          "src/machine.rs",
          "src/memory.rs",
          "src/print.rs",
          "src/process.rs");

  private static final String RESOURCES = "crate/";

  /** Unpacks the crate into a folder; what is there already is left alone. */
  static GuestCrate unpack(Path folder) throws IOException {
    var crate = new GuestCrate(folder);
    for (String name : FILES) {
      Resources.unpack(RESOURCES + name, crate.manifestFolder().resolve(name));
    }
    Resources.unpack(GuestKit.RESOURCES + GuestKit.LINKER_SCRIPT, crate.linkerScript());
    return crate;
  }

  /** The folder with the manifest. */
  Path manifestFolder() {
    return path.resolve(NAME);
  }

  /** How a guest is laid out in memory. */
  Path linkerScript() {
    return path.resolve(GuestKit.LINKER_SCRIPT);
  }
}
