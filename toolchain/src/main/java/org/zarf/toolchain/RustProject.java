package org.zarf.toolchain;

import java.nio.file.Path;
import java.util.List;

/**
 * A cargo package that is a guest, and how to build it. Immutable.
 *
 * @param folder the absolute path of the folder with its {@code Cargo.toml}
 * @param flags more flags of {@code cargo build}, such as {@code --bin NAME}
 */
public record RustProject(Path folder, List<String> flags) {

  /** The name of a manifest. */
  public static final String MANIFEST = "Cargo.toml";

  /** Makes the path absolute. */
  public RustProject {
    folder = folder.toAbsolutePath().normalize();
    flags = List.copyOf(flags);
  }

  /** The project in a folder, built as its manifest says. */
  public static RustProject in(Path folder) {
    return new RustProject(folder, List.of());
  }

  Path manifest() {
    return folder.resolve(MANIFEST);
  }
}
