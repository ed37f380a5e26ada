package org.zarf.gallery.schnorr;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.zarf.verifier.Journal;

/**
 * What a receipt publishes: that whoever made it knew a signature of a message.
 *
 * @param commitment to the key
 * @param message that was signed
 */
public record Statement(byte[] commitment, byte[] message) {

  private static final int DIGEST_BYTES = 32;

  /**
   * Reads the journal of a receipt that was verified.
   *
   * @throws IllegalArgumentException if it is not one of schnorr.c
   */
  public static Statement of(Journal journal) {
    var from = ByteBuffer.wrap(journal.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    try {
      var commitment = new byte[DIGEST_BYTES];
      from.get(commitment);
      if (from.getInt() == from.remaining()) {
        var message = new byte[from.remaining()];
        from.get(message);
        return new Statement(commitment, message);
      }
    } catch (BufferUnderflowException e) {
      // as when the length is another
    }
    throw new IllegalArgumentException(
        "a journal of " + journal.length() + " bytes is not one of schnorr.c");
  }
}
