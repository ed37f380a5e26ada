package org.zarf.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The journal of {@code examples/matching}: a commitment of 32 bytes, the numbers of residents (2
 * bytes) and hospitals (1), and one byte for each resident, the number of the hospital.
 */
record Matching(byte[] journal) {

  private static final int COMMITMENT_BYTES = 32;
  private static final int FIRST_RESIDENT = COMMITMENT_BYTES + 3;
  private static final int UNMATCHED = 255;
  private static final int SAMPLE = 3;

  static Matching of(byte[] journal) {
    var matching = new Matching(journal);
    if (journal.length < FIRST_RESIDENT
        || journal.length != FIRST_RESIDENT + matching.residents()) {
      throw new IllegalArgumentException("a journal of " + journal.length + " bytes");
    }
    return matching;
  }

  private int residents() {
    return ByteBuffer.wrap(journal).order(ByteOrder.LITTLE_ENDIAN).getShort(COMMITMENT_BYTES)
        & 0xffff;
  }

  private int hospitals() {
    return journal[COMMITMENT_BYTES + 2] & 0xff;
  }

  private int hospitalOf(int resident) {
    return journal[FIRST_RESIDENT + resident] & 0xff;
  }

  String commitment() {
    return HexFormat.of().formatHex(journal, 0, COMMITMENT_BYTES);
  }

  /** How many are matched. */
  String summary() {
    int unmatched = 0;
    for (int i = 0; i < residents(); i++) {
      if (hospitalOf(i) == UNMATCHED) {
        unmatched++;
      }
    }
    return residents() + " residents, " + hospitals() + " hospitals, " + unmatched + " unmatched";
  }

  /** The first residents that are matched. */
  String sample() {
    return IntStream.range(0, residents())
        .filter(i -> hospitalOf(i) != UNMATCHED)
        .limit(SAMPLE)
        .mapToObj(i -> "resident " + i + " to hospital " + hospitalOf(i))
        .collect(Collectors.joining(", ", "", ", ..."));
  }

  /** The journal with the first resident at another hospital. */
  byte[] withAnotherHospital() {
    byte[] forged = Arrays.copyOf(journal, journal.length);
    forged[FIRST_RESIDENT] = (byte) (hospitalOf(0) == 0 ? 1 : 0);
    return forged;
  }
}
