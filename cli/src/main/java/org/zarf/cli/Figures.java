package org.zarf.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

  private Figures() {}

  /** 1,234,567. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Bytes up to 9,999, else with a binary prefix. */
  static String bytes(long bytes) {
    String[] units = {"KiB", "MiB", "GiB", "TiB"};
    if (bytes < 10_000) {
      return count(bytes) + (bytes == 1 ? " byte" : " bytes");
    }
    double value = bytes / 1024.0;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }

  /** Milliseconds below ten seconds, seconds below two minutes, else minutes and seconds. */
  static String nanos(long nanos) {
    double seconds = nanos / 1e9;
    if (seconds < 0.01) {
      return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
    }
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.0f ms", seconds * 1e3);
    }
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole / 60 + " min " + whole % 60 + " s";
  }

  /** 12.3 %. */
  static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0 : 100.0 * part / whole);
  }

  /** A number with one decimal. */
  static String decimal(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  /** Nanoseconds as milliseconds with three decimals, for JSON. */
  static double millis(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }
}
