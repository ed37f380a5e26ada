package org.zarf.stark;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Circuit;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;

/**
 * What a verifier knows before it sees a proof.
 *
 * @param circuit the tables; for a hiding parameter set with the mask table
 * @param parameters what level is demanded, and how it is reached
 * @param hash how rows and messages are hashed
 * @param fixed the commitments to the fixed columns, one for each group of the circuit, in order
 */
public record VerifyingKey(
    Circuit circuit, Parameters parameters, HashSuite hash, List<FixedCommitment> fixed) {

  /** The version of the protocol: another one gives other challenges, keys and program ids. */
  public static final String PROTOCOL = "zarf-stark-1";

  /**
   * Checks that the commitments are those of the circuit's groups.
   *
   * @throws IllegalArgumentException if they are not
   */
  public VerifyingKey {
    fixed = List.copyOf(fixed);
    if (!fixed.stream().map(FixedCommitment::group).toList().equals(circuit.groups())) {
      throw new IllegalArgumentException("commitments for other groups than " + circuit.groups());
    }
    for (FixedCommitment commitment : fixed) {
      if (commitment.logHeights().size() != slotsOf(circuit, commitment.group()).size()) {
        throw new IllegalArgumentException("heights of group " + commitment.group());
      }
    }
  }

  /** The key of a circuit whose mask table, if the parameters hide, is still to be added. */
  public static VerifyingKey of(
      Circuit circuit, Parameters parameters, HashSuite hash, List<FixedCommitment> fixed) {
    return new VerifyingKey(
        parameters.hiding() ? circuit.hiding() : circuit, parameters, hash, fixed);
  }

  /** The slots of a group's tables. */
  public static List<Integer> slotsOf(Circuit circuit, String group) {
    var slots = new ArrayList<Integer>();
    for (int i = 0; i < circuit.slots().size(); i++) {
      if (circuit.slots().get(i).group().equals(group)) {
        slots.add(i);
      }
    }
    return slots;
  }

  /** The digest of the circuit and the parameters: what does not depend on fixed columns. */
  public Digest circuitDigest() {
    var transcript = new Transcript(hash);
    transcript.absorb("protocol", PROTOCOL);
    transcript.absorb("hash", hash.name());
    transcript.absorb("parameters", parameters.name());
    transcript.absorbInts(
        "parameters",
        List.of(
            parameters.hiding() ? 1 : 0,
            parameters.logBlowup(),
            parameters.maxQueries(),
            parameters.securityBits()));
    transcript.absorb("circuit", CircuitEncoding.of(circuit, parameters.hiding()));
    return Digest.of(transcript.state());
  }

  /** The digest of the whole key. */
  public Digest digest() {
    var transcript = new Transcript(hash);
    transcript.absorb("circuit", circuitDigest());
    for (FixedCommitment commitment : fixed) {
      transcript.absorb("group", commitment.group());
      transcript.absorb("root", commitment.root());
      transcript.absorbInts("heights", commitment.logHeights());
    }
    return Digest.of(transcript.state());
  }
}
