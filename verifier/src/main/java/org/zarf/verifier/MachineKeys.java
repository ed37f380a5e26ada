package org.zarf.verifier;

import java.util.List;
import java.util.Optional;
import org.zarf.hash.Digest;
import org.zarf.machine.Machine;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.Parameters;

/**
 * The parameter sets that receipts may use, with the commitments to the machine's own tables under
 * each. The roots are constants so that a verifier need not recompute them; a test does.
 */
public final class MachineKeys {

  /** A parameter set with its commitment. */
  public record MachineKey(Parameters parameters, FixedCommitment machine) {}

  private static final List<MachineKey> KEYS =
      List.of(
          key(
              Parameters.zeroKnowledge(),
              "ab5d3189f2d9d62083198093bc6be82a78bcdbb6d94c226282e66cfe37fe8b3c",
              List.of(17, 10, 16, 10, 10, 10)),
          key(
              Parameters.revealing(),
              "1f796274d9e6ebecb9c99e3c024f9b5dcf61a9372cd1a01d32853bb4d9dbf148",
              List.of(17, 1, 16, 1, 5, 6)));

  private MachineKeys() {}

  private static MachineKey key(Parameters parameters, String root, List<Integer> logHeights) {
    return new MachineKey(
        parameters, new FixedCommitment(Machine.MACHINE_GROUP, Digest.parse(root), logHeights));
  }

  /** All sets. */
  public static List<MachineKey> all() {
    return KEYS;
  }

  /** The set of a name. */
  public static Optional<MachineKey> named(String name) {
    return KEYS.stream().filter(key -> key.parameters().name().equals(name)).findFirst();
  }
}
