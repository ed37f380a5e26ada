package org.zarf.stark;

import java.util.List;
import org.zarf.air.PublicMessage;

/**
 * What a proof is about, beside the circuit.
 *
 * @param messages what the verifier itself puts into the buses
 * @param bytes anything else that the proof is bound to
 */
public record Statement(List<PublicMessage> messages, byte[] bytes) {

  /** A statement of messages only. */
  public static Statement of(List<PublicMessage> messages) {
    return new Statement(List.copyOf(messages), new byte[0]);
  }
}
