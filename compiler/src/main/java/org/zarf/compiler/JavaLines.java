package org.zarf.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives the beginnings and ends of functions in TeaVM's C the lines of the methods that they were:
 * TeaVM says the lines of statements only. Debug information does not change what is compiled.
 */
final class JavaLines {

  private static final String LINE = "#line ";
  private static final String END = "}";

  private JavaLines() {}

  /** A file of C with the lines of methods around their functions. */
  static String repaired(String source) {
    if (!source.contains(LINE)) {
      return source;
    }
    var repaired = new ArrayList<String>();
    var function = new ArrayList<String>();
    for (String line : source.split("\n", -1)) {
      boolean isInside = !function.isEmpty();
      if (isInside || Spills.beginsMethod(line)) {
        function.add(line);
        if (line.equals(END)) {
          repaired.addAll(framed(function));
          function.clear();
        }
      } else {
        repaired.add(line);
      }
    }
    repaired.addAll(function);
    return String.join("\n", repaired);
  }

  /**
   * The first line of the method comes before the function, and the way back to the lines of C
   * behind it. What has no line within the method counts for the one before.
   */
  private static List<String> framed(List<String> function) {
    List<String> directives =
        function.stream().map(String::strip).filter(l -> l.startsWith(LINE)).toList();
    var framed = new ArrayList<String>();
    directives.stream().filter(l -> !isOfC(l)).findFirst().ifPresent(framed::add);
    function.stream().filter(l -> !isOfC(l.strip())).forEach(framed::add);
    directives.stream().filter(JavaLines::isOfC).reduce((_, last) -> last).ifPresent(framed::add);
    return framed;
  }

  private static boolean isOfC(String line) {
    return line.startsWith(LINE) && line.endsWith(".c\"");
  }
}
