package org.zarf.jvm;

import java.nio.charset.StandardCharsets;

/** What a case computes: lines of text, that are to be the same on every machine. */
public final class Lines {

  /** Something that may throw. */
  @FunctionalInterface
  public interface Action {
    /** Does it. */
    Object run() throws Throwable;
  }

  private final StringBuilder text = new StringBuilder();

  /** Adds a line. */
  public void add(Object... values) {
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : " ").append(values[i]);
    }
    text.append('\n');
  }

  /** Adds the numbers of an array as a line. */
  public void ints(int... values) {
    for (int value : values) {
      text.append(value).append(' ');
    }
    text.append('\n');
  }

  /** Adds the numbers of an array as a line. */
  public void longs(long... values) {
    for (long value : values) {
      text.append(value).append(' ');
    }
    text.append('\n');
  }

  /** Adds the bits of a number: all NaNs are the same. */
  public void bits(double... values) {
    for (double value : values) {
      text.append(Long.toHexString(Double.doubleToLongBits(value))).append(' ');
    }
    text.append('\n');
  }

  /** Adds the bits of a number: all NaNs are the same. */
  public void bits(float... values) {
    for (float value : values) {
      text.append(Integer.toHexString(Float.floatToIntBits(value))).append(' ');
    }
    text.append('\n');
  }

  /** Adds a line that says what came out, or which exception did. */
  public void outcome(Action action) {
    outcome(action, false);
  }

  /** As {@link #outcome}, with the exception's message. */
  public void message(Action action) {
    outcome(action, true);
  }

  private void outcome(Action action, boolean message) {
    try {
      add(action.run());
    } catch (Throwable thrown) {
      thrown(thrown, message);
    }
  }

  /** Adds a line that names an exception. */
  public void thrown(Throwable thrown, boolean message) {
    add("threw", thrown.getClass().getName(), message ? thrown.getMessage() : "");
  }

  /** The lines in UTF-8. */
  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
