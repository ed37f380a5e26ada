package org.zarf.gallery;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zarf.sdk.ProvedRun;
import org.zarf.sdk.RunFailedException;
import org.zarf.sdk.TooLargeException;
import org.zarf.stark.ProofRejectedException;

/** What {@code ./zarf gallery} runs: lists the entries, or runs the host of one. */
public final class Gallery {

  private Gallery() {}

  /** The folder of an entry in the checkout. */
  public static Path folder(String entry) {
    return Path.of(System.getProperty("zarf.home", "."), "gallery", entry);
  }

  /** 32 random bytes, which hide what they are hashed with. */
  public static byte[] salt() {
    byte[] salt = new byte[32];
    new SecureRandom().nextBytes(salt);
    return salt;
  }

  /**
   * An argument that is a number.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static int number(String[] args, int place, int otherwise) {
    try {
      return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("give a number, not " + args[place], e);
    }
  }

  /** Says what a proof took. */
  public static void report(ProvedRun proved) {
    System.out.printf(
        "proved %,d cycles in %.1f s, verified in %d ms%n",
        proved.run().cycles(), proved.proveNanos() / 1e9, proved.verifyNanos() / 1_000_000);
  }

  static void main(String[] args) throws Exception {
    List<String> entries = entries();
    if (args.length == 0) {
      for (String entry : entries) {
        System.out.printf("%-10s %s%n", entry, title(entry));
      }
    } else if (entries.contains(args[0])) {
      run(args[0], Arrays.copyOfRange(args, 1, args.length));
    } else {
      String known = String.join(", ", entries);
      System.err.printf("zarf: the gallery has no '%s'; it has %s%n", args[0], known);
      System.exit(2);
    }
  }

  private static List<String> entries() throws IOException {
    try (Stream<Path> folders = Files.list(folder(""))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("README.md")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static String title(String entry) throws IOException {
    return Files.readAllLines(folder(entry).resolve("README.md")).getFirst().substring(2);
  }

  private static String message(@Nullable Throwable failure) {
    return switch (failure) {
      case NoSuchFileException e -> "there is no file " + e.getFile();
      case IllegalArgumentException e -> String.valueOf(e.getMessage());
      case ProofRejectedException e -> String.valueOf(e.getMessage());
      case RunFailedException e -> String.valueOf(e.getMessage());
      case TooLargeException e -> String.valueOf(e.getMessage());
      case null, default -> String.valueOf(failure);
    };
  }

  /** The host of entry x is class X in package x. */
  private static void run(String entry, String[] args) throws Exception {
    String name = entry.substring(0, 1).toUpperCase(Locale.ROOT) + entry.substring(1);
    var main =
        Class.forName("org.zarf.gallery." + entry + "." + name)
            .getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    try {
      main.invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      System.err.println("zarf: " + message(e.getCause()));
      System.exit(1);
    }
  }
}
