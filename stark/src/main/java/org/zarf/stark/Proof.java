package org.zarf.stark;

import java.util.List;
import java.util.Objects;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;
import org.zarf.hash.MerkleOpening;

/**
 * A proof that some tables satisfy their constraints and their messages cancel.
 *
 * @param strength queries and grinding
 * @param instances the tables, slots ascending, then heights descending
 * @param main the commitment to all main columns
 * @param bus the commitment to all bus columns
 * @param sums the published sum of each instance that takes part in buses
 * @param quotient the commitment to all quotients, and to the polynomial that hides the batch
 * @param openings the values outside the domain, for each instance
 * @param layers the commitments to the layers of FRI
 * @param finalPolynomial the coefficients of the last layer, lowest first
 * @param nonces the work done
 * @param trees the rows of all trees at the queries, in the order of {@link ProofLayout#trees}
 */
public record Proof(
    Strength strength,
    List<Instance> instances,
    Digest main,
    Digest bus,
    List<Ext> sums,
    Digest quotient,
    List<InstanceOpenings> openings,
    List<Digest> layers,
    List<Ext> finalPolynomial,
    Nonces nonces,
    List<MerkleOpening> trees) {

  /** Takes the lists as they are now; no part may be null. */
  public Proof {
    Objects.requireNonNull(strength, "strength");
    instances = List.copyOf(Objects.requireNonNull(instances, "instances"));
    Objects.requireNonNull(main, "main");
    Objects.requireNonNull(bus, "bus");
    sums = List.copyOf(Objects.requireNonNull(sums, "sums"));
    Objects.requireNonNull(quotient, "quotient");
    openings = List.copyOf(Objects.requireNonNull(openings, "openings"));
    layers = List.copyOf(Objects.requireNonNull(layers, "layers"));
    finalPolynomial = List.copyOf(Objects.requireNonNull(finalPolynomial, "finalPolynomial"));
    Objects.requireNonNull(nonces, "nonces");
    trees = List.copyOf(Objects.requireNonNull(trees, "trees"));
  }
}
