package org.zarf.stark;

import org.zarf.algebra.KoalaBear;

/**
 * A named set of parameters: what prover and verifier agree on before they see a shape.
 *
 * @param name the set's name, part of every program id
 * @param hiding whether proofs are zero-knowledge
 * @param logBlowup the logarithm of (evaluation domain) / (height)
 * @param maxQueries how many queries the blinding hides
 * @param securityBits the proven level that the verifier demands
 */
public record Parameters(
    String name, boolean hiding, int logBlowup, int maxQueries, int securityBits) {

  /** The level of every set that is not called insecure. */
  public static final int DEFAULT_BITS = 128;

  /** Zero-knowledge, 128 proven bits. */
  public static Parameters zeroKnowledge() {
    return new Parameters("zarf-zk-128", true, 1, 256, DEFAULT_BITS);
  }

  /** 128 proven bits without zero knowledge, for proofs that do not leave their maker. */
  public static Parameters revealing() {
    return new Parameters("zarf-revealing-128", false, 1, 261, DEFAULT_BITS);
  }

  /**
   * How many rows at the end of each table are not regular. When hiding, 2 for each query (the row
   * itself, and the running sum's next row, which the quotient reveals), 5 for each of the two
   * out-of-domain points, and 2 that the running sum steps through. Otherwise the running sum's
   * end.
   */
  public int blindingRows() {
    return hiding ? 2 * maxQueries + 12 : 1;
  }

  /** The number of random coefficients that blind a boundary between two quotient chunks. */
  public int chunkMaskCount() {
    return hiding ? maxQueries + 5 : 0;
  }

  /** Into how many polynomials of degree below the height a quotient is cut. */
  public int quotientChunkCount() {
    return hiding ? 3 : 2;
  }

  /**
   * By how many powers of X two neighbouring chunks of a quotient are apart.
   *
   * @param height the table's height
   */
  public int chunkStride(int height) {
    return height - chunkMaskCount();
  }

  /** (evaluation domain) / (height). */
  public int blowup() {
    return 1 << logBlowup;
  }

  /**
   * The logarithm of the smallest height: the chunks must hold the quotient, whose degree is below
   * 2 n + B.
   */
  public int minLogHeight() {
    if (!hiding) {
      return 1;
    }
    int needed = blindingRows() + 3 * chunkMaskCount();
    return 32 - Integer.numberOfLeadingZeros(needed - 1);
  }

  /** The logarithm of the largest height: the field has no larger evaluation domain. */
  public int maxLogHeight() {
    return KoalaBear.TWO_ADICITY - logBlowup;
  }
}
