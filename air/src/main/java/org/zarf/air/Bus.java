package org.zarf.air;

import org.zarf.algebra.KoalaBear;

/**
 * A multiset that tables send messages into and receive messages from; at the end of a run it is
 * empty. The id is the first element of each message's fingerprint, so it is unique in a circuit.
 */
public record Bus(String name, int id) {

  /** The bus of range checks: messages (bits, value) with value below 2^bits. */
  public static final Bus RANGE = new Bus("range", 1);

  /** The bus that hides the sums of single tables: see {@link MaskChip}. */
  public static final Bus MASK = new Bus("mask", 2);

  /** A bus, with an id above 0 that is one number and not another modulo the field's order. */
  public Bus {
    if (id <= 0 || id >= KoalaBear.P) {
      throw new IllegalArgumentException("bus " + name + " has id " + id);
    }
  }
}
