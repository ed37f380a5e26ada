package org.zarf.stark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.testkit.Trials;

/** Sums of products that are reduced once, against sums of reduced products. */
class BatchedOpeningsTest {

  /**
   * Zeros, the largest element, and any others; so that sums end up at both ends of their range.
   */
  private static int[] elements(SplittableRandom random, int count) {
    int kind = random.nextInt(4);
    int[] elements = new int[count];
    Arrays.setAll(
        elements,
        _ ->
            switch (kind) {
              case 0 -> KoalaBear.ZERO;
              case 1 -> KoalaBear.P - 1;
              case 2 -> random.nextBoolean() ? KoalaBear.P - 1 : random.nextInt(2);
              default -> random.nextInt(KoalaBear.P);
            });
    return elements;
  }

  @Trials(2000)
  void sumsOfProductsAreThoseOfTheField(SplittableRandom random) {
    long[] total = BatchedOpenings.noProducts();
    assertThat(BatchedOpenings.sum(total)).isEqualTo(Ext.ZERO);
    int count = random.nextInt(300);
    int[] weights = elements(random, Ext.DEGREE * count);
    Ext expected = Ext.ZERO;
    for (int used = 0; used < count; ) {
      int[] row = elements(random, random.nextInt(count - used + 1));
      for (int i = 0; i < row.length; i++) {
        expected = expected.plus(Ext.at(weights, Ext.DEGREE * (used + i)).times(row[i]));
      }
      used = BatchedOpenings.addProducts(total, row, weights, used);
      assertThat(Arrays.stream(total)).allMatch(t -> t < 0 && t >= -((long) KoalaBear.P << 32));
      assertThat(BatchedOpenings.sum(total)).isEqualTo(expected);
    }
  }

  /** One that is a multiple of 2^32 p at some point, where a sum begins anew. */
  @Trials(20)
  void aSumThatIsAWholeMultipleIsZero(SplittableRandom random) {
    int[] weights = new int[2 * Ext.DEGREE];
    Arrays.fill(weights, 1 << 30);
    // 2^30 (x + y) is a quarter of 2^32 p where x + y = p.
    int[] row = {random.nextInt(1, KoalaBear.P), 0};
    row[1] = KoalaBear.P - row[0];
    long[] total = BatchedOpenings.noProducts();
    for (int i = 0; i < 4; i++) {
      BatchedOpenings.addProducts(total, row, weights, 0);
      assertThat(BatchedOpenings.sum(total)).isEqualTo(Ext.ZERO);
    }
    assertThat(total).containsOnly(-((long) KoalaBear.P << 32));
  }
}
