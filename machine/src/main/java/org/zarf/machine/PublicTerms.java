package org.zarf.machine;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.PublicMessage;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.isa.Clock;

/** The messages that the verifier adds itself: where a run starts, and what it publishes. */
public final class PublicTerms {

  private PublicTerms() {}

  /**
   * The messages of a run.
   *
   * @param entry the address of the first instruction
   * @param exitCode unsigned 32 bits
   * @param journal the bytes of the journal; below 2^32
   */
  public static List<PublicMessage> of(long entry, long exitCode, byte[] journal) {
    if (exitCode >>> 32 != 0) {
      throw new IllegalArgumentException("exit code " + exitCode);
    }
    var messages = new ArrayList<PublicMessage>();
    messages.add(PublicMessage.of(Buses.STATE, 1, entry, Clock.FIRST));
    messages.add(
        PublicMessage.of(
            Buses.HALT,
            -1,
            limb(exitCode, 0),
            limb(exitCode, 1),
            limb(journal.length, 0),
            limb(journal.length, 1)));
    for (int i = 0; 8 * i < journal.length; i++) {
      long word = word(journal, 8 * i);
      messages.add(
          PublicMessage.of(
              Buses.JOURNAL, -1, i, limb(word, 0), limb(word, 1), limb(word, 2), limb(word, 3)));
    }
    return List.copyOf(messages);
  }

  /** Eight bytes, little-endian; those beyond the end are zero. */
  private static long word(byte[] bytes, int at) {
    long word = 0;
    for (int i = 0; i < 8 && at + i < bytes.length; i++) {
      word |= (bytes[at + i] & 0xffL) << (8 * i);
    }
    return word;
  }

  private static long limb(long word, int i) {
    return (word >>> (16 * i)) & 0xffff;
  }
}
