package org.zarf.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a command reads bytes: a file, or standard input where {@code -} means that. */
final class Source {

  /** The name of the standard streams. */
  static final String STANDARD = "-";

  private Source() {}

  /** A path that the user named. */
  static Path path(String name) throws CommandException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw CommandException.wrong("not a file name: " + name);
    }
  }

  /** Reads a file, or standard input, of at most some bytes. */
  static byte[] read(Streams streams, String name, String what, long limit)
      throws CommandException {
    if (!name.equals(STANDARD)) {
      return readFile(name, what, limit);
    }
    try {
      return limited(streams.in(), "standard input", what, limit);
    } catch (IOException e) {
      throw CommandException.wrong("cannot read standard input: " + Failures.reason(e));
    }
  }

  /** Reads a file of at most some bytes. */
  static byte[] readFile(String name, String what, long limit) throws CommandException {
    Path path = path(name);
    if (Files.isDirectory(path)) {
      throw CommandException.wrong("cannot read " + name + ": it is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      if (Files.isRegularFile(path) && Files.size(path) > limit) {
        throw tooLarge(name, what, limit);
      }
      return limited(in, name, what, limit);
    } catch (IOException e) {
      throw CommandException.wrong("cannot read " + name + ": " + Failures.reason(e));
    }
  }

  private static byte[] limited(InputStream in, String name, String what, long limit)
      throws IOException, CommandException {
    int most = (int) Math.min(limit, Integer.MAX_VALUE - 16);
    byte[] bytes = in.readNBytes(most);
    if (bytes.length == most && in.read() >= 0) {
      throw tooLarge(name, what, limit);
    }
    return bytes;
  }

  private static CommandException tooLarge(String name, String what, long limit) {
    return CommandException.wrong(
        name + " is too large for " + what + ": at most " + Figures.count(limit) + " bytes");
  }
}
