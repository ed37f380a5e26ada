package org.zarf.stark;

import java.util.ArrayList;
import java.util.List;

/** By how much each layer of FRI is folded. */
public final class FoldingSchedule {

  /** The folding factor is 2^3. */
  private static final int LOG_FACTOR = 3;

  /** Folding stops once the degree bound is at most 2^6: that polynomial is sent. */
  private static final int MAX_FINAL_LOG_DEGREE = 6;

  private FoldingSchedule() {}

  /**
   * The logarithms of the folding factors.
   *
   * @param logHeight the logarithm of the degree bound of the first layer
   */
  public static List<Integer> of(int logHeight) {
    var factors = new ArrayList<Integer>();
    for (int rest = logHeight; rest > MAX_FINAL_LOG_DEGREE; rest -= LOG_FACTOR) {
      factors.add(LOG_FACTOR);
    }
    return List.copyOf(factors);
  }

  /**
   * The logarithm of the degree bound of the final polynomial, which has that many coefficients.
   */
  public static int finalLogDegree(int logHeight) {
    return logHeight - LOG_FACTOR * of(logHeight).size();
  }
}
