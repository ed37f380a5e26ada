package org.zarf.stark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;

/**
 * The proven soundness of a proof, round by round: bits are -log2 of the error, rounded down.
 * Bounds of eprint 2025/2055 (proximity gaps), 2022/1216 (DEEP-ALI, batching) and 2022/1530
 * (LogUp). There is no conjecture in them.
 *
 * @param rounds -log2 of the error of each round of the protocol, in its order, not yet rounded
 */
public record SecurityLevel(Map<String, Double> rounds) {

  private static final double LOG_FIELD = Ext.DEGREE * log2(KoalaBear.P);

  /** Far below any figure that matters, far above the rounding errors of a few logarithms. */
  private static final double GUARD = 1e-9;

  /** How far from a codeword a word may be for the analysis to say something. */
  public sealed interface Regime {

    /** At most half the minimum distance: one codeword is near. */
    record UniqueDecoding() implements Regime {}

    /** Up to the Johnson bound, with multiplicity m: a short list of codewords is near. */
    record Johnson(int multiplicity) implements Regime {}
  }

  /**
   * What the level depends on.
   *
   * @param logHeight the logarithm of the largest height
   * @param logBlowup the logarithm of (domain) / (height)
   * @param foldingFactors by how much each layer is folded
   * @param batched pairs of a column and a point
   * @param constraints how many constraints are combined
   * @param maxDegree the highest degree of a constraint
   * @param openingPoints how many points are opened
   * @param blindingRows how much higher the degree of a quotient is than without hiding
   */
  public record Shape(
      int logHeight,
      int logBlowup,
      List<Integer> foldingFactors,
      int batched,
      int constraints,
      int maxDegree,
      int openingPoints,
      int blindingRows) {}

  /**
   * The messages on buses.
   *
   * @param count messages of all rows and the verifier's own
   * @param tupleLength the longest message, its bus counted
   */
  public record Lookups(double count, int tupleLength) {}

  /** Bits of work before the challenges of each round. */
  public record Grinding(int lookup, int deep, int batching, int folding, int queries) {}

  /** The level of a proof in the unique-decoding regime. */
  public static SecurityLevel of(
      VerifyingKey key, List<Instance> instances, Statement statement, Strength strength) {
    ProofLayout layout = ProofLayout.of(key, instances);
    return of(layout.securityShape(), layout.lookups(statement), strength);
  }

  /** The level of a shape with the queries and the grinding of a proof, likewise. */
  static SecurityLevel of(Shape shape, Lookups lookups, Strength strength) {
    return of(
        shape,
        lookups,
        strength.queries(),
        new Grinding(
            strength.lookupGrinding(), 0, strength.batchingGrinding(), 0, strength.queryGrinding()),
        new Regime.UniqueDecoding());
  }

  /** The level of a shape. */
  public static SecurityLevel of(
      Shape shape, Lookups lookups, int queries, Grinding grinding, Regime regime) {
    double height = StrictMath.scalb(1.0, shape.logHeight);
    var bounds = Bounds.of(regime, StrictMath.scalb(1.0, -shape.logBlowup));
    double domain = StrictMath.scalb(height, shape.logBlowup);
    Map<String, Double> rounds = new LinkedHashMap<>();
    if (lookups.count > 0) {
      rounds.put("lookup", LOG_FIELD - log2(lookups.count * lookups.tupleLength) + grinding.lookup);
    }
    rounds.put("ALI", LOG_FIELD - log2(bounds.listSize * shape.constraints));
    double degree =
        shape.maxDegree * (height + shape.openingPoints - 1) + height - 1 + shape.blindingRows;
    rounds.put("DEEP", LOG_FIELD - log2(bounds.listSize * degree) + grinding.deep);
    rounds.put(
        "batching",
        LOG_FIELD - log2((shape.batched - 1.0) * bounds.agreement(domain)) + grinding.batching);
    int layer = 1;
    for (int factor : shape.foldingFactors) {
      domain /= factor;
      rounds.put(
          "commit round " + layer++,
          LOG_FIELD - log2((factor - 1.0) * bounds.agreement(domain)) + grinding.folding);
    }
    rounds.put("query phase", -queries * log2(1 - bounds.distance) + grinding.queries);
    return new SecurityLevel(Collections.unmodifiableMap(rounds));
  }

  /** The bits of a round. */
  public int bits(String round) {
    Double bits = rounds.get(round);
    if (bits == null) {
      throw new IllegalArgumentException("no round is called " + round);
    }
    return (int) StrictMath.floor(bits - GUARD);
  }

  /** The bits of the weakest round. */
  public int total() {
    return rounds.keySet().stream().mapToInt(this::bits).min().orElseThrow();
  }

  static double log2(double x) {
    return StrictMath.log(x) / StrictMath.log(2);
  }

  /**
   * What a regime says of a rate.
   *
   * @param distance the fraction of errors up to which it holds
   * @param listSize how many codewords may be near
   * @param slope how the number of bad challenges grows with the domain
   * @param intercept that number for an empty domain
   */
  private record Bounds(double distance, double listSize, double slope, double intercept) {

    static Bounds of(Regime regime, double rate) {
      return switch (regime) {
        case Regime.UniqueDecoding() -> new Bounds((1 - rate) / 2, 1, (1 - rate) / 2, 1);
        case Regime.Johnson(int m) -> {
          double root = StrictMath.sqrt(rate);
          double half = m + 0.5;
          double distance = 1 - root * (1 + 1.0 / (2 * m));
          double slope =
              (2 * StrictMath.pow(half, 5) + 3 * half * distance * rate)
                  / (3 * StrictMath.pow(rate, 1.5));
          yield new Bounds(distance, half / root, slope, half / root);
        }
      };
    }

    double agreement(double domain) {
      return slope * domain + intercept;
    }
  }
}
