package org.zarf.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs the variables that outlive a {@code longjmp} in TeaVM's C, which handlers read: those of
 * a pointer type are declared as pointers to what is volatile, but are not volatile themselves; and
 * those that back a parameter have no value before it is assigned to.
 */
final class Spills {

  private static final Pattern FUNCTION = Pattern.compile("^\\S.*\\bmeth_\\w+\\((.*)\\) \\{$");
  private static final Pattern SPILL =
      Pattern.compile("^(\\s*)volatile (\\w+\\*?) teavm_spill_(\\d+);$");

  private Spills() {}

  /** A file of C with its spilled variables repaired. */
  static String repaired(String source) {
    if (!source.contains("teavm_spill_")) {
      return source;
    }
    var lines = new ArrayList<String>();
    String parameters = "";
    for (String line : source.split("\n", -1)) {
      Matcher function = FUNCTION.matcher(line);
      if (function.matches()) {
        parameters = function.group(1);
      }
      Matcher spill = SPILL.matcher(line);
      lines.add(spill.matches() ? declaration(spill, List.of(parameters.split(", "))) : line);
    }
    return String.join("\n", lines);
  }

  /** Whether a line of C is the first of a function that was a method. */
  static boolean beginsMethod(String line) {
    return FUNCTION.matcher(line).matches();
  }

  private static String declaration(Matcher spill, List<String> parameters) {
    String variable = "teavm_local_" + spill.group(3);
    boolean isParameter = parameters.stream().anyMatch(p -> p.endsWith(" " + variable));
    return "%s%s volatile teavm_spill_%s%s;"
        .formatted(
            spill.group(1), spill.group(2), spill.group(3), isParameter ? " = " + variable : "");
  }
}
