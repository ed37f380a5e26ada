package org.zarf.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Writes results as lines of a label and a value. */
final class Report {

  private static final int LABEL_WIDTH = 22;

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** A label and what it stands for. */
  void line(String label, Object value) {
    out.printf(Locale.ROOT, "%-" + LABEL_WIDTH + "s %s%n", label, value);
  }

  /** A line of text. */
  void text(String text) {
    out.println(text);
  }

  /** An empty line and a heading. */
  void heading(String text) {
    out.printf(Locale.ROOT, "%n%s%n", text);
  }

  /** Columns: the first to the left, the others to the right. */
  void row(int firstWidth, int width, String first, Object... others) {
    var row = new StringBuilder("  " + pad(first, -firstWidth));
    for (Object other : others) {
      row.append(' ').append(pad(String.valueOf(other), width));
    }
    out.println(row);
  }

  private static String pad(String text, int width) {
    return String.format(Locale.ROOT, "%" + width + "s", text);
  }
}
