package org.teavm.classlib.java.nio.charset.impl;

import org.jspecify.annotations.Nullable;
import org.teavm.classlib.java.nio.charset.TCoderResult;

/** The loops of UTF-8, with surrogates that buffers end in, and what is no text, as on the JVM. */
final class TUTF8Text {

  /** What takes the place of an incomplete character at the end needs room, which no one makes. */
  private static final int ROOM = 2;

  private TUTF8Text() {}

  private static TCoderResult incomplete(boolean hasRoom) {
    return hasRoom ? TCoderResult.UNDERFLOW : TCoderResult.OVERFLOW;
  }

  /** Encodes; stops before what does not fit, is incomplete, or is no text. */
  static @Nullable TCoderResult encode(
      char[] in,
      int inStart,
      int inEnd,
      byte[] out,
      int outStart,
      int outEnd,
      TBufferedEncoder.Controller controller) {
    int from = inStart;
    int to = outStart;
    TCoderResult result = null;
    while (from < inEnd && to < outEnd) {
      char c = in[from];
      boolean pair = Character.isHighSurrogate(c);
      if (pair && from + 1 == inEnd) {
        result =
            controller.hasMoreInput()
                ? null
                : incomplete(controller.hasMoreOutput(to - outStart + ROOM));
        break;
      }
      if (Character.isLowSurrogate(c) || (pair && !Character.isLowSurrogate(in[from + 1]))) {
        result = TCoderResult.malformedForLength(1);
        break;
      }
      int point = pair ? Character.toCodePoint(c, in[from + 1]) : c;
      int count = point < 0x80 ? 1 : point < 0x800 ? 2 : pair ? 4 : 3;
      if (to + count > outEnd) {
        result = controller.hasMoreOutput(count) ? null : TCoderResult.OVERFLOW;
        break;
      }
      put(out, to, point, count);
      to += count;
      from += pair ? 2 : 1;
    }
    controller.setInPosition(from);
    controller.setOutPosition(to);
    return result;
  }

  private static void put(byte[] out, int at, int point, int count) {
    if (count == 1) {
      out[at] = (byte) point;
      return;
    }
    int rest = point;
    for (int i = count - 1; i > 0; i--) {
      out[at + i] = (byte) (0x80 | (rest & 0x3f));
      rest >>= 6;
    }
    out[at] = (byte) (0xf00 >> count | rest);
  }

  /** Decodes; stops before what does not fit, is incomplete, or is no UTF-8. */
  static @Nullable TCoderResult decode(
      byte[] in,
      int inStart,
      int inEnd,
      char[] out,
      int outStart,
      int outEnd,
      TBufferedDecoder.Controller controller) {
    int from = inStart;
    int to = outStart;
    TCoderResult result = null;
    while (from < inEnd && to < outEnd) {
      int first = in[from];
      if (first >= 0) {
        out[to++] = (char) first;
        from++;
        continue;
      }
      int count = count(first & 0xff);
      int wrong = count == 0 ? 1 : wrong(in, from, Math.min(count, inEnd - from), count);
      if (wrong > 0) {
        result = TCoderResult.malformedForLength(wrong);
        break;
      }
      if (from + count > inEnd) {
        result =
            controller.hasMoreInput(from + count - inEnd)
                ? null
                : incomplete(controller.hasMoreOutput(to - outStart + ROOM));
        break;
      }
      if (count == 4 && to + 2 > outEnd) {
        result = controller.hasMoreOutput(2) ? null : TCoderResult.OVERFLOW;
        break;
      }
      int point = first & (0x7f >> count);
      for (int i = 1; i < count; i++) {
        point = point << 6 | (in[from + i] & 0x3f);
      }
      if (count == 4) {
        out[to++] = Character.highSurrogate(point);
        out[to++] = Character.lowSurrogate(point);
      } else {
        out[to++] = (char) point;
      }
      from += count;
    }
    controller.setInPosition(from);
    controller.setOutPosition(to);
    return result;
  }

  /** How many bytes a character has that begins with one above 127; 0 if none does. */
  private static int count(int first) {
    if (first < 0xc2 || first > 0xf4) {
      return 0;
    }
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  }

  /** How many bytes are to be replaced as one, given those that there are of a character; or 0. */
  private static int wrong(byte[] in, int from, int available, int count) {
    int first = in[from] & 0xff;
    for (int i = 1; i < available; i++) {
      int next = in[from + i] & 0xff;
      boolean fits = (next & 0xc0) == 0x80;
      if (i == 1) {
        fits &= first != 0xe0 || next >= 0xa0;
        fits &= first != 0xf0 || next >= 0x90;
        fits &= first != 0xf4 || next < 0x90;
      }
      if (!fits) {
        return i;
      }
    }
    boolean surrogate = available == 3 && first == 0xed && (in[from + 1] & 0xff) >= 0xa0;
    return surrogate && count == 3 ? 3 : 0;
  }
}
