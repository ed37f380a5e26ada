package org.zarf.stark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.air.Table;
import org.zarf.algebra.KoalaBear;

/** What the chunks, the blinding rows and the level of a set of parameters must have room for. */
class ParametersTest {

  /** The highest degree of a quotient: that of a transition times Z_B (X - g^last) / Z_H. */
  private static long degree(Parameters parameters, long height) {
    return Table.MAX_DEGREE * (height - 1) + parameters.blindingRows() + 1 - height;
  }

  /** Each chunk but the last has as many coefficients as the stride, and none may be left over. */
  @Test
  void theChunksOfTheSmallestHeightHoldAQuotient() {
    for (int queries = 1; queries <= 400; queries++) {
      var parameters = new Parameters("any", true, 1, queries, 1);
      int height = 1 << parameters.minLogHeight();
      long held = (long) parameters.quotientChunkCount() * parameters.chunkStride(height);
      assertThat(degree(parameters, height)).isLessThan(held);
      assertThat(parameters.blindingRows()).isLessThan(height);
    }
    assertThat(Parameters.zeroKnowledge().minLogHeight()).isEqualTo(11);
  }

  /**
   * A sum is masked on two of the blinding rows; the others face q rows, their next rows, and 2
   * points of degree 5.
   */
  @Test
  void theBlindingRowsFaceAllThatIsOpened() {
    Parameters parameters = Parameters.zeroKnowledge();
    int q = parameters.maxQueries();
    assertThat(parameters.blindingRows() - 2).isEqualTo(2 * q + 2 * 5);
    assertThat(parameters.chunkMaskCount()).isEqualTo(q + 5);
    assertThat(2 * parameters.blindingRows()).isLessThan(1 << parameters.minLogHeight());
  }

  /** A malicious prover's columns and chunks have degree n, and its chunks are all full. */
  @Test
  void theLevelCountsTheHighestDegree() {
    for (Parameters parameters : List.of(Parameters.zeroKnowledge(), Parameters.revealing())) {
      for (int log = parameters.minLogHeight(); log <= parameters.maxLogHeight(); log++) {
        long height = 1L << log;
        long blinding = parameters.hiding() ? parameters.blindingRows() : 0;
        long counted = Table.MAX_DEGREE * (height + 1) + height - 1 + blinding;
        long stride = parameters.chunkStride(1 << log);
        long quotient = (parameters.quotientChunkCount() - 1) * stride + height;
        assertThat(quotient + height).isLessThanOrEqualTo(counted);
        long transition = Table.MAX_DEGREE * height + parameters.blindingRows() + 1;
        assertThat(transition).isLessThanOrEqualTo(counted);
        double degree = SecurityLevel.log2(counted);
        var shape = new SecurityLevel.Shape(log, 1, List.of(8), 2, 1, 3, 2, (int) blinding);
        var level =
            SecurityLevel.of(shape, new SecurityLevel.Lookups(0, 0), new Strength(256, 0, 0, 22));
        double field = 5 * SecurityLevel.log2(KoalaBear.P);
        assertThat(level.rounds().get("DEEP")).isLessThanOrEqualTo(field - degree + 1e-9);
        assertThat(level.bits("DEEP")).isGreaterThanOrEqualTo(parameters.securityBits());
      }
      assertThat(parameters.maxLogHeight()).isEqualTo(KoalaBear.TWO_ADICITY - 1);
    }
  }
}
