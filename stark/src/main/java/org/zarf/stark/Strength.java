package org.zarf.stark;

/**
 * What a proof spends on security; the prover chooses it from the shape, the verifier checks that
 * it reaches the level.
 *
 * @param queries how many rows are opened
 * @param lookupGrinding bits of work before the challenge of the buses
 * @param batchingGrinding bits of work before the challenge that batches all openings
 * @param queryGrinding bits of work before the queries
 */
public record Strength(int queries, int lookupGrinding, int batchingGrinding, int queryGrinding) {

  /** More bits of work than anyone spends. */
  public static final int MAX_GRINDING = 40;
}
