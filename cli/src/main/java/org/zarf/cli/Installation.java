package org.zarf.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that Zarf was started from, with its guest kit and examples. */
final class Installation {

  /** The system property by which the launcher names it. */
  static final String HOME_PROPERTY = "zarf.home";

  private Installation() {}

  /** A file or folder of it. */
  static Path file(String name) throws CommandException {
    Path file = Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath().resolve(name);
    if (!Files.exists(file)) {
      throw CommandException.wrong("there is no " + file + ": start Zarf by its launcher");
    }
    return file;
  }
}
