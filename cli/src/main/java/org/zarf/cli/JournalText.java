package org.zarf.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A journal in one line: as text if it is printable, else in hexadecimal digits. */
final class JournalText {

  private static final int MOST_BYTES = 64;

  private JournalText() {}

  static String of(byte[] journal) {
    if (journal.length == 0) {
      return "empty";
    }
    String size = Figures.bytes(journal.length);
    byte[] head = Arrays.copyOf(journal, Math.min(journal.length, MOST_BYTES));
    String more = journal.length > MOST_BYTES ? " ..." : "";
    String text = printable(head);
    return text.isEmpty()
        ? size + ": " + HexFormat.of().formatHex(head) + more
        : size + ": \"" + text + "\"" + more;
  }

  private static String printable(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String line = text.replace("\n", "\\n").replace("\t", "\\t");
      return line.chars().anyMatch(Character::isISOControl) ? "" : line;
    } catch (CharacterCodingException e) {
      return "";
    }
  }
}
