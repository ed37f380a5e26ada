package org.zarf.stark;

/** Parameters for tests: small proofs that anyone can forge with some patience. */
public final class InsecureParameters {

  private InsecureParameters() {}

  /**
   * A set that demands few bits.
   *
   * @param maxQueries how many queries the blinding hides, which makes small tables possible
   */
  public static Parameters of(boolean hiding, int maxQueries, int securityBits) {
    return new Parameters("insecure-" + securityBits, hiding, 1, maxQueries, securityBits);
  }
}
