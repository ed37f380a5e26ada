package org.zarf.gallery.audit;

import java.util.HashSet;
import java.util.Set;

/**
 * The public rules. As text, a rule on each line: {@code limit 25000.00}, {@code four-eyes 5000.00}
 * and, for each name on the list, {@code sanctioned Baltic Shell Trading}; lines that start with
 * {@code #} and empty ones are skipped.
 *
 * @param limit no payment may be larger, in cents
 * @param fourEyes from this amount on, in cents, whoever approves must not be who entered
 * @param sanctioned who must not be paid, or pay: names as {@link #normal} writes them
 */
record Rules(long limit, long fourEyes, Set<String> sanctioned) {

  /**
   * Reads rules.
   *
   * @throws MalformedException if a line is no rule, or the limit or four-eyes rule is missing
   */
  static Rules parse(String text) throws MalformedException {
    long limit = -1;
    long fourEyes = -1;
    var sanctioned = new HashSet<String>();
    for (String line : Ledger.split(text, '\n')) {
      int space = line.indexOf(' ');
      String rest = line.substring(space + 1);
      switch (space < 0 ? line : line.substring(0, space)) {
        case "", "#" -> {}
        case "limit" -> limit = Amount.parse(rest);
        case "four-eyes" -> fourEyes = Amount.parse(rest);
        case "sanctioned" -> sanctioned.add(normal(rest));
        default -> throw new MalformedException("'" + line + "' is no rule");
      }
    }
    if (limit < 0 || fourEyes < 0) {
      throw new MalformedException("the rules need a limit and a four-eyes amount");
    }
    return new Rules(limit, fourEyes, sanctioned);
  }

  boolean isSanctioned(String name) {
    return sanctioned.contains(normal(name));
  }

  /** A name without what may differ in writing it: the case of Latin letters, spaces and signs. */
  static String normal(String name) {
    var letters = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        letters.append((char) (c + ('a' - 'A')));
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80) {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
