package org.zarf.stark;

import java.util.List;

/** Chooses the least that reaches the demanded level. */
public final class ParameterChoice {

  /** Bits of work before the queries: a second or less, and each saves one and a half queries. */
  private static final int QUERY_GRINDING = 22;

  /** Sets that demand less than this are tests', and grind nothing before the queries. */
  private static final int GROUND_FROM_BITS = 100;

  private ParameterChoice() {}

  /**
   * Queries and grinding for a shape.
   *
   * @throws IllegalArgumentException if the shape cannot reach the level
   */
  public static Strength of(VerifyingKey key, List<Instance> instances, Statement statement) {
    int demanded = key.parameters().securityBits();
    int queryGrinding = demanded >= GROUND_FROM_BITS ? QUERY_GRINDING : 0;
    ProofLayout layout = ProofLayout.of(key, instances);
    SecurityLevel.Shape shape = layout.securityShape();
    SecurityLevel.Lookups lookups = layout.lookups(statement);
    int queries = 1;
    SecurityLevel without =
        SecurityLevel.of(shape, lookups, new Strength(queries, 0, 0, queryGrinding));
    while (without.bits("query phase") < demanded) {
      queries++;
      without = SecurityLevel.of(shape, lookups, new Strength(queries, 0, 0, queryGrinding));
    }
    boolean hasLookups = without.rounds().containsKey("lookup");
    int lookup = hasLookups ? Math.max(0, demanded - without.bits("lookup")) : 0;
    int batching = Math.max(0, demanded - without.bits("batching"));
    var strength = new Strength(queries, lookup, batching, queryGrinding);
    if (queries > key.parameters().maxQueries()
        || Math.max(lookup, batching) > Strength.MAX_GRINDING
        || SecurityLevel.of(shape, lookups, strength).total() < demanded) {
      throw new IllegalArgumentException("this shape cannot reach " + demanded + " bits");
    }
    return strength;
  }
}
