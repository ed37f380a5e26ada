package org.zarf.gallery.digits;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.zarf.verifier.Journal;

/**
 * What a receipt publishes.
 *
 * @param network the commitment to the network
 * @param images what was seen in each image
 */
public record Answer(byte[] network, List<Seen> images) {

  private static final int DIGEST_BYTES = 32;

  /**
   * What was seen in an image.
   *
   * @param commitment the commitment to the image
   * @param digit the digit
   */
  public record Seen(byte[] commitment, int digit) {}

  /**
   * Reads the journal of a receipt that was verified.
   *
   * @throws IllegalArgumentException if it is not one of digits.c
   */
  public static Answer of(Journal journal) {
    var from = ByteBuffer.wrap(journal.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    try {
      var network = new byte[DIGEST_BYTES];
      from.get(network);
      int count = from.getInt();
      var images = new ArrayList<Seen>();
      while (from.hasRemaining()) {
        var commitment = new byte[DIGEST_BYTES];
        from.get(commitment);
        images.add(new Seen(commitment, from.get()));
      }
      if (images.size() != count) {
        throw new IllegalArgumentException(
            "the journal is about " + images.size() + " images, not " + count);
      }
      return new Answer(network, List.copyOf(images));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "a journal of " + journal.length() + " bytes is not one of digits.c", e);
    }
  }

  /** A line for the network, and one for each image. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    var lines = new StringBuilder("network " + hex.formatHex(network) + "\n");
    for (Seen seen : images) {
      lines.append(seen.digit + " in    " + hex.formatHex(seen.commitment) + "\n");
    }
    return lines.toString();
  }
}
