package org.zarf.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The standard streams of a command.
 *
 * @param in what {@code -} reads
 * @param out results
 * @param err diagnostics, progress and what the guest prints
 * @param isTerminal whether someone watches {@code err}
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean isTerminal) {

  /** A stream that keeps nothing, for {@code --quiet}. */
  static PrintStream nowhere() {
    return new PrintStream(java.io.OutputStream.nullOutputStream(), false);
  }
}
