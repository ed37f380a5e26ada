package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.EVEN;
import static org.zarf.kernels.Lanes.INTS;
import static org.zarf.kernels.Lanes.LONGS;
import static org.zarf.kernels.Lanes.LOW;
import static org.zarf.kernels.LongSums.LIMIT;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.kernels.Planes.View;
import org.zarf.prover.kernel.Kernels.Span;

/** Inner products of values with elements of the extension, by {@link LongSums} for each lane. */
final class DotProduct {

  private DotProduct() {}

  /**
   * The sum of values[2 n] * planes[n] over n below count, which is a multiple of {@link
   * Lanes#COUNT}.
   */
  static Ext ofPairs(Span values, View planes, int count) {
    int[] sums = new int[2 * Ext.DEGREE * COUNT];
    add(values.array(), values.offset(), planes, count, sums);
    int[] result = new int[Ext.DEGREE];
    for (int at = 0; at < sums.length; at += 2) {
      long sum = (sums[at] & LOW) | ((long) sums[at + 1] << 32);
      int e = at / (2 * COUNT);
      result[e] = KoalaBear.add(result[e], KoalaBear.reduce(sum));
    }
    return Ext.at(result, 0);
  }

  /** Writes the sums of the even and of the odd lanes, coefficient by coefficient. */
  private static void add(int[] values, int from, View planes, int count, int[] sums) {
    int[] f = planes.array();
    int stride = planes.stride();
    LongVector even0 = LongVector.zero(LONGS);
    LongVector odd0 = LongVector.zero(LONGS);
    LongVector even1 = LongVector.zero(LONGS);
    LongVector odd1 = LongVector.zero(LONGS);
    LongVector even2 = LongVector.zero(LONGS);
    LongVector odd2 = LongVector.zero(LONGS);
    LongVector even3 = LongVector.zero(LONGS);
    LongVector odd3 = LongVector.zero(LONGS);
    LongVector even4 = LongVector.zero(LONGS);
    LongVector odd4 = LongVector.zero(LONGS);
    for (int n = 0; n < count; n += COUNT) {
      int at = from + 2 * n;
      IntVector low = IntVector.fromArray(INTS, values, at);
      IntVector high = IntVector.fromArray(INTS, values, at + COUNT);
      LongVector x = low.rearrange(EVEN, high).reinterpretAsLongs();
      LongVector y = x.lanewise(LSHR, 32);
      int k = planes.offset() + n;
      LongVector w = IntVector.fromArray(INTS, f, k).reinterpretAsLongs();
      even0 = even0.add(x.and(LOW).mul(w.and(LOW)));
      even0 = even0.lanewise(UMIN, even0.sub(LIMIT));
      odd0 = odd0.add(y.mul(w.lanewise(LSHR, 32)));
      odd0 = odd0.lanewise(UMIN, odd0.sub(LIMIT));
      w = IntVector.fromArray(INTS, f, k + stride).reinterpretAsLongs();
      even1 = even1.add(x.and(LOW).mul(w.and(LOW)));
      even1 = even1.lanewise(UMIN, even1.sub(LIMIT));
      odd1 = odd1.add(y.mul(w.lanewise(LSHR, 32)));
      odd1 = odd1.lanewise(UMIN, odd1.sub(LIMIT));
      w = IntVector.fromArray(INTS, f, k + 2 * stride).reinterpretAsLongs();
      even2 = even2.add(x.and(LOW).mul(w.and(LOW)));
      even2 = even2.lanewise(UMIN, even2.sub(LIMIT));
      odd2 = odd2.add(y.mul(w.lanewise(LSHR, 32)));
      odd2 = odd2.lanewise(UMIN, odd2.sub(LIMIT));
      w = IntVector.fromArray(INTS, f, k + 3 * stride).reinterpretAsLongs();
      even3 = even3.add(x.and(LOW).mul(w.and(LOW)));
      even3 = even3.lanewise(UMIN, even3.sub(LIMIT));
      odd3 = odd3.add(y.mul(w.lanewise(LSHR, 32)));
      odd3 = odd3.lanewise(UMIN, odd3.sub(LIMIT));
      w = IntVector.fromArray(INTS, f, k + 4 * stride).reinterpretAsLongs();
      even4 = even4.add(x.and(LOW).mul(w.and(LOW)));
      even4 = even4.lanewise(UMIN, even4.sub(LIMIT));
      odd4 = odd4.add(y.mul(w.lanewise(LSHR, 32)));
      odd4 = odd4.lanewise(UMIN, odd4.sub(LIMIT));
    }
    even0.reinterpretAsInts().intoArray(sums, 0);
    odd0.reinterpretAsInts().intoArray(sums, COUNT);
    even1.reinterpretAsInts().intoArray(sums, 2 * COUNT);
    odd1.reinterpretAsInts().intoArray(sums, 3 * COUNT);
    even2.reinterpretAsInts().intoArray(sums, 4 * COUNT);
    odd2.reinterpretAsInts().intoArray(sums, 5 * COUNT);
    even3.reinterpretAsInts().intoArray(sums, 6 * COUNT);
    odd3.reinterpretAsInts().intoArray(sums, 7 * COUNT);
    even4.reinterpretAsInts().intoArray(sums, 8 * COUNT);
    odd4.reinterpretAsInts().intoArray(sums, 9 * COUNT);
  }
}
