package org.zarf.guest.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Where class files come from. */
@FunctionalInterface
public interface ClassFiles {

  /**
   * A class file.
   *
   * @param name with slashes, as in {@code java/lang/Object}
   * @return its bytes, or empty if there is no such class
   */
  Optional<byte[]> find(String name);

  /** What a class loader finds, or the system's if there is none. */
  static ClassFiles of(Optional<ClassLoader> loader) {
    return name -> {
      String file = name + ".class";
      try (var stream =
          loader.isPresent()
              ? loader.get().getResourceAsStream(file)
              : ClassLoader.getSystemResourceAsStream(file)) {
        return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
