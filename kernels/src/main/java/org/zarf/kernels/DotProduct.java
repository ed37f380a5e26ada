package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.INTS;
import static org.zarf.kernels.Lanes.LONGS;
import static org.zarf.kernels.Lanes.LOW;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import org.zarf.algebra.KoalaBear;

/**
 * Sums of products that are reduced once. A 64-bit sum below 2^32 p has room for two products, each
 * below p^2; the lesser of the sum and the sum less 2^32 p, unsigned, is then below 2^32 p again.
 */
final class DotProduct {

  /** Products are added up so many at a time. */
  static final int STEP = 4 * COUNT;

  private static final long LIMIT = (long) KoalaBear.P << 32;

  private DotProduct() {}

  /** The sum of a[i + n] * b[j + n] over n below count, which is a multiple of {@link #STEP}. */
  static int of(int[] a, int i, int[] b, int j, int count) {
    LongVector even = LongVector.zero(LONGS);
    LongVector odd = LongVector.zero(LONGS);
    for (int n = 0; n < count; n += STEP) {
      LongVector x0 = IntVector.fromArray(INTS, a, i + n).reinterpretAsLongs();
      LongVector y0 = IntVector.fromArray(INTS, b, j + n).reinterpretAsLongs();
      even = even.add(x0.and(LOW).mul(y0.and(LOW)));
      odd = odd.add(x0.lanewise(LSHR, 32).mul(y0.lanewise(LSHR, 32)));
      LongVector x1 = IntVector.fromArray(INTS, a, i + n + COUNT).reinterpretAsLongs();
      LongVector y1 = IntVector.fromArray(INTS, b, j + n + COUNT).reinterpretAsLongs();
      even = even.add(x1.and(LOW).mul(y1.and(LOW)));
      odd = odd.add(x1.lanewise(LSHR, 32).mul(y1.lanewise(LSHR, 32)));
      even = even.lanewise(UMIN, even.sub(LIMIT));
      odd = odd.lanewise(UMIN, odd.sub(LIMIT));
      LongVector x2 = IntVector.fromArray(INTS, a, i + n + 2 * COUNT).reinterpretAsLongs();
      LongVector y2 = IntVector.fromArray(INTS, b, j + n + 2 * COUNT).reinterpretAsLongs();
      even = even.add(x2.and(LOW).mul(y2.and(LOW)));
      odd = odd.add(x2.lanewise(LSHR, 32).mul(y2.lanewise(LSHR, 32)));
      LongVector x3 = IntVector.fromArray(INTS, a, i + n + 3 * COUNT).reinterpretAsLongs();
      LongVector y3 = IntVector.fromArray(INTS, b, j + n + 3 * COUNT).reinterpretAsLongs();
      even = even.add(x3.and(LOW).mul(y3.and(LOW)));
      odd = odd.add(x3.lanewise(LSHR, 32).mul(y3.lanewise(LSHR, 32)));
      even = even.lanewise(UMIN, even.sub(LIMIT));
      odd = odd.lanewise(UMIN, odd.sub(LIMIT));
    }
    int sum = 0;
    for (int lane = 0; lane < LONGS.length(); lane++) {
      sum = KoalaBear.add(sum, KoalaBear.reduce(even.lane(lane)));
      sum = KoalaBear.add(sum, KoalaBear.reduce(odd.lane(lane)));
    }
    return sum;
  }
}
