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
    int queries = 1;
    while (level(key, instances, statement, new Strength(queries, 0, 0, queryGrinding))
            .bits("query phase")
        < demanded) {
      queries++;
    }
    SecurityLevel without =
        level(key, instances, statement, new Strength(queries, 0, 0, queryGrinding));
    boolean hasLookups = without.rounds().containsKey("lookup");
    int lookup = hasLookups ? Math.max(0, demanded - without.bits("lookup")) : 0;
    int batching = Math.max(0, demanded - without.bits("batching"));
    var strength = new Strength(queries, lookup, batching, queryGrinding);
    if (queries > key.parameters().maxQueries()
        || Math.max(lookup, batching) > Strength.MAX_GRINDING
        || level(key, instances, statement, strength).total() < demanded) {
      throw new IllegalArgumentException("this shape cannot reach " + demanded + " bits");
    }
    return strength;
  }

  private static SecurityLevel level(
      VerifyingKey key, List<Instance> instances, Statement statement, Strength strength) {
    return SecurityLevel.of(key, instances, statement, strength);
  }
}
