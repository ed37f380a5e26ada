package org.zarf.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Files that travel in the jar. */
final class Resources {

  private Resources() {}

  /**
   * Writes one to a file, and the folders that hold it. A file with these bytes is left as it is,
   * with its time: compilers take it for unchanged.
   *
   * @param name relative to this package
   */
  static void unpack(String name, Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new NoSuchFileException(name);
      }
      bytes = in.readAllBytes();
    }
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().normalize().getParent());
    Files.write(file, bytes);
  }
}
