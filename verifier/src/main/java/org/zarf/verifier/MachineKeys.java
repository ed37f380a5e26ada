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
              "9e4c4a3c8f241a719be5f2412fe99cec9d55e4d11072efbe9604f549a974ec70",
              List.of(17, 10, 16, 10, 10, 10)),
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
