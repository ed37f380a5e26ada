package org.zarf.sdk;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes on what a guest prints, and keeps the last line that is no part of a stack trace. */
final class LastLine extends FilterOutputStream {

  private static final int MOST_BYTES = 4096;
  private static final String UNCAUGHT = "Exception in thread \"main\" ";

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private String last = "";

  LastLine(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    keep(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    for (int i = offset; i < offset + count; i++) {
      keep(bytes[i]);
    }
  }

  private void keep(int b) {
    if (b == '\n') {
      end();
    } else if (line.size() < MOST_BYTES) {
      line.write(b);
    }
  }

  private void end() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (!text.isBlank() && !text.startsWith("\t") && !text.startsWith("Caused by: ")) {
      last = text.startsWith(UNCAUGHT) ? text.substring(UNCAUGHT.length()) : text;
    }
  }

  /** The line behind a colon, or nothing if there is none. */
  String describe() {
    end();
    return last.isEmpty() ? "" : ": " + last;
  }
}
