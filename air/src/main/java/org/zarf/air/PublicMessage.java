package org.zarf.air;

import java.util.List;
import org.zarf.algebra.KoalaBear;

/**
 * A message that the verifier itself puts into a bus.
 *
 * @param times how often, as an integer; negative for a message that it takes out
 * @param message the elements after the bus id, in Montgomery form
 */
public record PublicMessage(Bus bus, int times, List<Integer> message) {

  /** A message of integers. */
  public static PublicMessage of(Bus bus, int times, long... message) {
    return new PublicMessage(
        bus, times, java.util.Arrays.stream(message).mapToObj(KoalaBear::of).toList());
  }
}
