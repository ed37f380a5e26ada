package org.zarf.gallery;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
      System.err.println("zarf: " + e.getCause());
      System.exit(1);
    }
  }
}
