package org.zarf.machine.chips;

import java.util.List;
import java.util.stream.IntStream;
import org.zarf.air.Bus;

/** What the lookup tables answer, written down a second time: which messages are entries. */
final class Answers {

  /** A part of a message that is not known. */
  static final int OPEN = -1;

  private static final int MAX_BITS = 16;
  private static final int BYTE = 256;
  private static final List<Bus> LOOKUPS = List.of(Bus.RANGE, Buses.BYTES, Buses.AND, Buses.POWER);

  private Answers() {}

  /** Whether a bus is one of lookups. */
  static boolean to(Bus bus) {
    return LOOKUPS.contains(bus);
  }

  /** Whether the known parts of a message may be those of an entry; exact if all are known. */
  static boolean allow(Bus bus, int[] message) {
    if (bus.equals(Bus.RANGE)) {
      int bits = message[0] == OPEN ? MAX_BITS : message[0];
      return bits <= MAX_BITS && (message[1] == OPEN || message[1] < 1 << bits);
    }
    if (bus.equals(Buses.POWER)) {
      return IntStream.range(0, MAX_BITS).anyMatch(t -> isPower(message, t));
    }
    boolean areBytes = IntStream.of(message).allMatch(x -> x < BYTE);
    boolean isAnd = bus.equals(Buses.AND) && IntStream.of(message).noneMatch(x -> x == OPEN);
    return areBytes && (!isAnd || message[2] == (message[0] & message[1]));
  }

  /** All values that an open part may have; none if there is no telling. */
  static IntStream values(Bus bus, int[] message, int part) {
    if (bus.equals(Bus.RANGE)) {
      boolean isBounded = part == 1 && message[0] >= 0 && message[0] <= MAX_BITS;
      return isBounded ? IntStream.range(0, 1 << message[0]) : IntStream.empty();
    }
    if (bus.equals(Buses.POWER)) {
      return IntStream.range(0, MAX_BITS)
          .filter(t -> isPower(message, t))
          .map(t -> List.of(t, 1 << t, 1 << (MAX_BITS - t)).get(part));
    }
    return IntStream.range(0, BYTE);
  }

  private static boolean isPower(int[] message, int t) {
    return (message[0] == OPEN || message[0] == t)
        && (message[1] == OPEN || message[1] == 1 << t)
        && (message[2] == OPEN || message[2] == 1 << (MAX_BITS - t));
  }
}
