package org.zarf.stark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zarf.air.Circuit;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;

/** What a verifier knows before it sees a proof. */
public final class VerifyingKey {

  /** The version of the protocol: another one gives other challenges, keys and program ids. */
  public static final String PROTOCOL = "zarf-stark-1";

  private final Circuit circuit;
  private final Parameters parameters;
  private final HashSuite hash;
  private final List<FixedCommitment> fixed;

  /** Computed once; every thread computes the same. */
  private volatile @Nullable Digest circuitDigest;

  /**
   * Checks that the commitments are those of the circuit's groups.
   *
   * @param circuit the tables; for a hiding parameter set with the mask table
   * @param parameters what level is demanded, and how it is reached
   * @param hash how rows and messages are hashed
   * @param fixed the commitments to the fixed columns, one for each group of the circuit, in order
   * @throws IllegalArgumentException if they are not
   */
  public VerifyingKey(
      Circuit circuit, Parameters parameters, HashSuite hash, List<FixedCommitment> fixed) {
    this.circuit = circuit;
    this.parameters = parameters;
    this.hash = hash;
    this.fixed = List.copyOf(fixed);
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

  /**
   * The key of the same circuit with other fixed columns: what was computed about the circuit is
   * not computed again.
   *
   * @throws IllegalArgumentException if the commitments are not those of the circuit's groups
   */
  public VerifyingKey withFixed(List<FixedCommitment> other) {
    var key = new VerifyingKey(circuit, parameters, hash, other);
    key.circuitDigest = circuitDigest();
    return key;
  }

  /** The tables. */
  public Circuit circuit() {
    return circuit;
  }

  /** What level is demanded, and how it is reached. */
  public Parameters parameters() {
    return parameters;
  }

  /** How rows and messages are hashed. */
  public HashSuite hash() {
    return hash;
  }

  /** The commitments to the fixed columns, one for each group of the circuit, in order. */
  public List<FixedCommitment> fixed() {
    return fixed;
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
    Digest known = circuitDigest;
    if (known == null) {
      known = digestOfCircuit();
      circuitDigest = known;
    }
    return known;
  }

  private Digest digestOfCircuit() {
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
