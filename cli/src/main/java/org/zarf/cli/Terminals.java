package org.zarf.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Finds out whether someone watches. */
final class Terminals {

  /** The system property by which the launcher names the real standard error. */
  static final String ERRORS_PROPERTY = "zarf.stderr";

  private Terminals() {}

  /** Whether standard error is a terminal that can go back to the start of a line. */
  static boolean watchErrors() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      String device =
          Path.of(System.getProperty(ERRORS_PROPERTY, "/dev/fd/2")).toRealPath().toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
