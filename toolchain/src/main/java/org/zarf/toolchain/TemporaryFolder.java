package org.zarf.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A new folder for files that exist only during a build.
 *
 * @param path absolute, without links
 */
record TemporaryFolder(Path path) implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger(TemporaryFolder.class.getName());

  static TemporaryFolder create(String name) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(name).toRealPath());
  }

  /** Removes the folder with all that it contains. What cannot be removed is logged and stays. */
  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> files = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, e, () -> "cannot remove " + path);
    }
  }
}
