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
              "608f53b4ea172ce04dc446749eb48a4fe9e35759704eeeb22c7179fe8f2c8503",
              List.of(17, 11, 16, 11, 11, 11)),
          key(
              Parameters.revealing(),
              "4e4076f16deea618d931db18bd1b986d03038975c82486f1bdea0f9fd30465fb",
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
