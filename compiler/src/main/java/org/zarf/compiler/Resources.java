package org.zarf.compiler;

import org.jspecify.annotations.Nullable;

/** The class files and other files that a translation reads. */
@FunctionalInterface
public interface Resources {

  /**
   * The bytes of a file.
   *
   * @param name as in {@code java/lang/String.class}
   * @return null if there is none
   */
  byte @Nullable [] find(String name);
}
