package org.teavm.classlib.java.lang;

import java.util.Arrays;

/** What string builders do to their text before or after what TeaVM does. */
final class TBuilderTexts {

  private TBuilderTexts() {}

  /** Makes what a text is lengthened by zeros, whatever was there before. */
  static void clear(TAbstractStringBuilder text, int newLength) {
    int length = text.length();
    if (newLength < 0) {
      throw new StringIndexOutOfBoundsException("String index out of range: " + newLength);
    }
    if (newLength > length) {
      text.ensureCapacity(newLength);
      Arrays.fill(text.buffer, length, newLength, '\0');
    }
  }

  /** Turns pairs of surrogates in a text that was reversed. */
  static void turnPairs(TAbstractStringBuilder text) {
    char[] buffer = text.buffer;
    for (int i = 0; i < text.length() - 1; i++) {
      char first = buffer[i];
      if (Character.isLowSurrogate(first) && Character.isHighSurrogate(buffer[i + 1])) {
        buffer[i] = buffer[i + 1];
        buffer[i + 1] = first;
        i++;
      }
    }
  }
}
