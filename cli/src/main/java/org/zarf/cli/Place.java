package org.zarf.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a command writes a file: whole or not at all, also when the command is interrupted.
 *
 * @param name as the user gave it
 * @param path the file; ignored for standard output
 * @param streams the standard streams
 */
record Place(String name, Path path, Streams streams) {

  private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Place::removeUnfinished));
  }

  /** A place, checked: its directory exists and can be written to. */
  static Place checked(Streams streams, String name) throws CommandException {
    var place = new Place(name, Source.path(name).toAbsolutePath(), streams);
    if (!place.isStandard()) {
      place.check();
    }
    return place;
  }

  boolean isStandard() {
    return name.equals(Source.STANDARD);
  }

  private void check() throws CommandException {
    Path directory = directory();
    if (Files.isDirectory(path)) {
      throw cannotWrite("it is a directory");
    }
    if (!Files.isDirectory(directory)) {
      throw cannotWrite("there is no directory " + directory);
    }
    boolean isReplaced = !isSpecial();
    if (!Files.isWritable(isReplaced ? directory : path)) {
      throw cannotWrite("no permission to write to " + (isReplaced ? directory : path));
    }
    if (isReplaced && Files.exists(path) && !Files.isWritable(path)) {
      throw cannotWrite("it is write-protected");
    }
  }

  /** Devices and pipes are written to, not replaced. */
  private boolean isSpecial() {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  private Path directory() {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /** Writes all bytes, or leaves everything as it was. */
  void write(byte[] bytes) throws CommandException {
    try {
      if (isStandard()) {
        streams.out().write(bytes);
        streams.out().flush();
      } else if (isSpecial()) {
        Files.write(path, bytes);
      } else {
        replace(bytes);
      }
    } catch (IOException e) {
      throw cannotWrite(Failures.reason(e));
    }
  }

  private void replace(byte[] bytes) throws IOException {
    // A link stays a link: what it points to is replaced.
    Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path;
    Path parent = target.getParent();
    Path temporary =
        (parent == null ? target : parent)
            .resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    UNFINISHED.add(temporary);
    try {
      Files.write(temporary, bytes);
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
      UNFINISHED.remove(temporary);
    }
  }

  private static void removeUnfinished() {
    for (Path file : UNFINISHED) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        System.err.println("zarf: cannot remove " + file + ": " + Failures.reason(e));
      }
    }
  }

  private CommandException cannotWrite(String why) {
    return CommandException.wrong("cannot write " + name + ": " + why);
  }
}
