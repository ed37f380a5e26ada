package org.zarf.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of memory as the JVM writes them: 8g, 512m, 65536k. */
final class MemorySize {

  private static final Pattern FORMAT = Pattern.compile("([0-9]{1,12})([kKmMgG]?)");

  private MemorySize() {}

  /** The number of bytes. */
  static long parse(String text) throws CommandException {
    Matcher matcher = FORMAT.matcher(text);
    if (!matcher.matches()) {
      throw CommandException.wrong("--memory takes a size such as 8g, not " + text);
    }
    int shift =
        switch (matcher.group(2)) {
          case "k", "K" -> 10;
          case "m", "M" -> 20;
          case "g", "G" -> 30;
          default -> 0;
        };
    long number = Long.parseLong(matcher.group(1));
    if (number == 0 || number > Long.MAX_VALUE >>> (shift + 1)) {
      throw CommandException.wrong("--memory takes a size such as 8g, not " + text);
    }
    return number << shift;
  }
}
