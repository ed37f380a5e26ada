package org.zarf.compiler;

import java.io.IOException;

/**
 * TeaVM, behind an interface that does not name its classes, as those have a loader of their own.
 */
public interface Translator {

  /**
   * Translates a class with the method {@code main(String[])} and everything that it uses to C.
   *
   * @param mainClass its binary name
   * @throws IOException if a class cannot be read
   */
  Translation translate(String mainClass, Resources resources) throws IOException;
}
