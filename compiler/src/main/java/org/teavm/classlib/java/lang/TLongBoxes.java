package org.teavm.classlib.java.lang;

import org.jspecify.annotations.Nullable;

/** The boxes of small {@code long}s: one for each, as on the JVM. */
final class TLongBoxes {

  private static final int LEAST = -128;

  private static final @Nullable TLong[] BOXES = new TLong[256];

  private TLongBoxes() {}

  /** {@link Long#valueOf(long)}. */
  static TLong valueOf(long value) {
    long place = value - LEAST;
    if (place < 0 || place >= BOXES.length) {
      return new TLong(value);
    }
    TLong box = BOXES[(int) place];
    if (box == null) {
      box = new TLong(value);
      BOXES[(int) place] = box;
    }
    return box;
  }
}
