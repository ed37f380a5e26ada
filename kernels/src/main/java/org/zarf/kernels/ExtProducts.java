package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.INTS;
import static org.zarf.kernels.Lanes.LONGS;
import static org.zarf.kernels.Lanes.load;
import static org.zarf.kernels.LongSums.LIMIT;
import static org.zarf.kernels.LongSums.LOW;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.kernels.Planes.View;
import org.zarf.prover.kernel.Kernels.Span;

/**
 * Products in the extension. As x^5 = 1 - x^2, coefficient k of a b is the sum of a's coefficients
 * times five of b's coefficients and of the differences b1 - b4, b0 - b3, b4 - b2, b3 - b1 + b4:
 * five reductions do for twenty-five products.
 *
 * <p>What the next coefficient multiplies by is the same moved on by one. So two of them share a
 * loop, and what it loads. One loop for all five would need less time still once the optimizing
 * compiler has got to it, but the one before it gives up on such a loop, and then it is interpreted
 * for thousands of calls.
 */
final class ExtProducts {

  /** Rows at a time: what is computed between two loops stays in the first-level cache. */
  private static final int ROWS = 256;

  /** b's coefficients and the differences. */
  private static final int FACTORS = Ext.DEGREE + 4;

  /**
   * What a's coefficients are multiplied by for coefficient 1 of the product; from the second on,
   * for coefficient 0.
   */
  private static final int[] OF_1_AND_0 = {1, 0, 4, 3, 2, 5};

  private static final int[] OF_4_AND_3 = {4, 3, 2, 5, 6, 7};
  private static final int[] OF_2 = {2, 5, 6, 7, 8};

  private static final ThreadLocal<int[]> SCRATCH =
      ThreadLocal.withInitial(() -> new int[(FACTORS + Ext.DEGREE) * ROWS]);

  private ExtProducts() {}

  /** out = a * b. */
  @SuppressWarnings("ReferenceEquality") // Whether it is one array, not whether two are equal.
  static void multiply(View a, View b, View out, int count) {
    int[] scratch = SCRATCH.get();
    var factors = new View(scratch, 0, ROWS);
    var copy = new View(scratch, FACTORS * ROWS, ROWS);
    for (int from = 0; from < count; from += ROWS) {
      int rows = Math.min(ROWS, count - from);
      prepare(b.from(from), factors, rows);
      View left = a.from(from);
      if (a.array() == out.array()) {
        // Coefficients of the product may be written over those of a.
        copy(left, copy, rows);
        left = copy;
      }
      View to = out.from(from);
      dotTwo(left, factors, OF_1_AND_0, to, 1, rows);
      dotTwo(left, factors, OF_4_AND_3, to, 4, rows);
      dot(left, factors, OF_2, to.at(2, 0), rows);
    }
  }

  private static void copy(View from, View to, int count) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      System.arraycopy(from.array(), from.plane(e), to.array(), to.plane(e), count);
    }
  }

  private static void prepare(View b, View out, int count) {
    copy(b, out, count);
    int[] f = out.array();
    Planes.subtract(f, out.plane(1), f, out.plane(4), f, out.plane(5), count);
    Planes.subtract(f, out.plane(0), f, out.plane(3), f, out.plane(6), count);
    Planes.subtract(f, out.plane(4), f, out.plane(2), f, out.plane(7), count);
    Planes.subtract(f, out.plane(3), f, out.plane(5), f, out.plane(8), count);
  }

  /** Coefficient e of out = the sum of a's coefficients times factors; e - 1, times the next. */
  private static void dotTwo(View a, View factors, int[] of, View out, int e, int count) {
    int[] s = a.array();
    int[] f = factors.array();
    int i = a.offset();
    int stride = a.stride();
    int f0 = factors.plane(of[0]);
    int f1 = factors.plane(of[1]);
    int f2 = factors.plane(of[2]);
    int f3 = factors.plane(of[3]);
    int f4 = factors.plane(of[4]);
    int f5 = factors.plane(of[5]);
    int to0 = out.plane(e);
    int to1 = out.plane(e - 1);
    LongVector p = LongVector.broadcast(LONGS, KoalaBear.P).and(LOW);
    int whole = count & -COUNT;
    for (int n = 0; n < whole; n += COUNT) {
      LongVector x = IntVector.fromArray(INTS, s, i + n).reinterpretAsLongs();
      LongVector y0 = IntVector.fromArray(INTS, f, f0 + n).reinterpretAsLongs();
      LongVector y1 = IntVector.fromArray(INTS, f, f1 + n).reinterpretAsLongs();
      LongVector even0 = x.and(LOW).mul(y0.and(LOW));
      LongVector odd0 = x.lanewise(LSHR, 32).mul(y0.lanewise(LSHR, 32));
      LongVector even1 = x.and(LOW).mul(y1.and(LOW));
      LongVector odd1 = x.lanewise(LSHR, 32).mul(y1.lanewise(LSHR, 32));
      x = IntVector.fromArray(INTS, s, i + stride + n).reinterpretAsLongs();
      LongVector y2 = IntVector.fromArray(INTS, f, f2 + n).reinterpretAsLongs();
      even0 = even0.add(x.and(LOW).mul(y1.and(LOW)));
      odd0 = odd0.add(x.lanewise(LSHR, 32).mul(y1.lanewise(LSHR, 32)));
      even1 = even1.add(x.and(LOW).mul(y2.and(LOW)));
      odd1 = odd1.add(x.lanewise(LSHR, 32).mul(y2.lanewise(LSHR, 32)));
      x = IntVector.fromArray(INTS, s, i + 2 * stride + n).reinterpretAsLongs();
      LongVector y3 = IntVector.fromArray(INTS, f, f3 + n).reinterpretAsLongs();
      even0 = even0.add(x.and(LOW).mul(y2.and(LOW)));
      odd0 = odd0.add(x.lanewise(LSHR, 32).mul(y2.lanewise(LSHR, 32)));
      even1 = even1.add(x.and(LOW).mul(y3.and(LOW)));
      odd1 = odd1.add(x.lanewise(LSHR, 32).mul(y3.lanewise(LSHR, 32)));
      x = IntVector.fromArray(INTS, s, i + 3 * stride + n).reinterpretAsLongs();
      LongVector y4 = IntVector.fromArray(INTS, f, f4 + n).reinterpretAsLongs();
      even0 = even0.add(x.and(LOW).mul(y3.and(LOW)));
      odd0 = odd0.add(x.lanewise(LSHR, 32).mul(y3.lanewise(LSHR, 32)));
      even1 = even1.add(x.and(LOW).mul(y4.and(LOW)));
      odd1 = odd1.add(x.lanewise(LSHR, 32).mul(y4.lanewise(LSHR, 32)));
      x = IntVector.fromArray(INTS, s, i + 4 * stride + n).reinterpretAsLongs();
      LongVector y5 = IntVector.fromArray(INTS, f, f5 + n).reinterpretAsLongs();
      // Four products are below 2^33 p; see LongSums.
      even0 = even0.lanewise(UMIN, even0.sub(LIMIT)).add(x.and(LOW).mul(y4.and(LOW)));
      odd0 = odd0.lanewise(UMIN, odd0.sub(LIMIT));
      odd0 = odd0.add(x.lanewise(LSHR, 32).mul(y4.lanewise(LSHR, 32)));
      even1 = even1.lanewise(UMIN, even1.sub(LIMIT)).add(x.and(LOW).mul(y5.and(LOW)));
      odd1 = odd1.lanewise(UMIN, odd1.sub(LIMIT));
      odd1 = odd1.add(x.lanewise(LSHR, 32).mul(y5.lanewise(LSHR, 32)));
      // The rest is what LongSums.reduce does.
      IntVector high = even0.lanewise(LSHR, 32).or(odd0.and(~LOW)).reinterpretAsInts();
      IntVector low = even0.and(LOW).or(odd0.lanewise(LSHL, 32)).reinterpretAsInts();
      LongVector quotient = low.mul(KoalaBear.P_INVERSE).reinterpretAsLongs();
      even0 = quotient.and(LOW).mul(p).lanewise(LSHR, 32);
      odd0 = quotient.lanewise(LSHR, 32).mul(p).and(~LOW);
      high = high.lanewise(UMIN, high.sub(KoalaBear.P));
      high = high.sub(even0.or(odd0).reinterpretAsInts());
      high.lanewise(UMIN, high.add(KoalaBear.P)).intoArray(out.array(), to0 + n);
      high = even1.lanewise(LSHR, 32).or(odd1.and(~LOW)).reinterpretAsInts();
      low = even1.and(LOW).or(odd1.lanewise(LSHL, 32)).reinterpretAsInts();
      quotient = low.mul(KoalaBear.P_INVERSE).reinterpretAsLongs();
      even1 = quotient.and(LOW).mul(p).lanewise(LSHR, 32);
      odd1 = quotient.lanewise(LSHR, 32).mul(p).and(~LOW);
      high = high.lanewise(UMIN, high.sub(KoalaBear.P));
      high = high.sub(even1.or(odd1).reinterpretAsInts());
      high.lanewise(UMIN, high.add(KoalaBear.P)).intoArray(out.array(), to1 + n);
    }
    dotSingly(a, factors, of, out.at(e, 0), whole, count);
    dotSingly(a, factors, Arrays.copyOfRange(of, 1, 6), out.at(e - 1, 0), whole, count);
  }

  /** out = the sum of a's coefficients times some factors. */
  private static void dot(View a, View factors, int[] of, Span out, int count) {
    int[] s = a.array();
    int[] f = factors.array();
    int i = a.offset();
    int stride = a.stride();
    int f0 = factors.plane(of[0]);
    int f1 = factors.plane(of[1]);
    int f2 = factors.plane(of[2]);
    int f3 = factors.plane(of[3]);
    int f4 = factors.plane(of[4]);
    int n = 0;
    for (; n + COUNT <= count; n += COUNT) {
      LongVector x0 = load(s, i + n).reinterpretAsLongs();
      LongVector x1 = load(s, i + stride + n).reinterpretAsLongs();
      LongVector x2 = load(s, i + 2 * stride + n).reinterpretAsLongs();
      LongVector x3 = load(s, i + 3 * stride + n).reinterpretAsLongs();
      LongVector x4 = load(s, i + 4 * stride + n).reinterpretAsLongs();
      LongVector y0 = load(f, f0 + n).reinterpretAsLongs();
      LongVector y1 = load(f, f1 + n).reinterpretAsLongs();
      LongVector y2 = load(f, f2 + n).reinterpretAsLongs();
      LongVector y3 = load(f, f3 + n).reinterpretAsLongs();
      LongVector y4 = load(f, f4 + n).reinterpretAsLongs();
      LongVector even = x0.and(LOW).mul(y0.and(LOW)).add(x1.and(LOW).mul(y1.and(LOW)));
      even = even.add(x2.and(LOW).mul(y2.and(LOW))).add(x3.and(LOW).mul(y3.and(LOW)));
      even = even.lanewise(UMIN, even.sub(LIMIT)).add(x4.and(LOW).mul(y4.and(LOW)));
      LongVector odd = x0.lanewise(LSHR, 32).mul(y0.lanewise(LSHR, 32));
      odd = odd.add(x1.lanewise(LSHR, 32).mul(y1.lanewise(LSHR, 32)));
      odd = odd.add(x2.lanewise(LSHR, 32).mul(y2.lanewise(LSHR, 32)));
      odd = odd.add(x3.lanewise(LSHR, 32).mul(y3.lanewise(LSHR, 32)));
      odd = odd.lanewise(UMIN, odd.sub(LIMIT));
      odd = odd.add(x4.lanewise(LSHR, 32).mul(y4.lanewise(LSHR, 32)));
      // The rest is what LongSums.reduce does.
      IntVector high = even.lanewise(LSHR, 32).or(odd.and(~LOW)).reinterpretAsInts();
      IntVector low = even.and(LOW).or(odd.lanewise(LSHL, 32)).reinterpretAsInts();
      LongVector quotient = low.mul(KoalaBear.P_INVERSE).reinterpretAsLongs();
      LongVector p = LongVector.broadcast(LONGS, KoalaBear.P).and(LOW);
      even = quotient.and(LOW).mul(p).lanewise(LSHR, 32);
      odd = quotient.lanewise(LSHR, 32).mul(p).and(~LOW);
      high = high.lanewise(UMIN, high.sub(KoalaBear.P));
      high = high.sub(even.or(odd).reinterpretAsInts());
      high.lanewise(UMIN, high.add(KoalaBear.P)).intoArray(out.array(), out.offset() + n);
    }
    dotSingly(a, factors, of, out, n, count);
  }

  private static void dotSingly(View a, View factors, int[] of, Span out, int from, int count) {
    for (int n = from; n < count; n++) {
      int sum = 0;
      for (int e = 0; e < Ext.DEGREE; e++) {
        int y = factors.array()[factors.plane(of[e]) + n];
        sum = KoalaBear.add(sum, KoalaBear.mul(a.array()[a.plane(e) + n], y));
      }
      out.array()[out.offset() + n] = sum;
    }
  }
}
