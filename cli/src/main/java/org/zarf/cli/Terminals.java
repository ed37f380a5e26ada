package org.zarf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out who is at the other end of the standard streams. */
final class Terminals {

  /** The system property by which the launcher names the real standard error. */
  static final String ERRORS_PROPERTY = "zarf.stderr";

  /** Standard output. */
  static final Path OUTPUT = Path.of("/dev/fd/1");

  // What POSIX's stat(2) calls S_IFMT, S_IFIFO and S_IFSOCK.
  private static final int FILE_TYPE = 0xf000;
  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xc000;

  private Terminals() {}

  /** Whether a file is a pipe or a socket: only their writers fail because a reader goes away. */
  static boolean isPipe(Path file) {
    try {
      int type = (int) Files.getAttribute(file, "unix:mode") & FILE_TYPE;
      return type == PIPE || type == SOCKET;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

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
