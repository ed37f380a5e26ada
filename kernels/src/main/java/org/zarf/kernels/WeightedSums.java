package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.INTS;
import static org.zarf.kernels.Lanes.LONGS;
import static org.zarf.kernels.LongSums.LIMIT;
import static org.zarf.kernels.LongSums.LOW;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.kernels.Planes.View;
import org.zarf.prover.kernel.Terms;

/** Sums of elements of the base field, each times a constant of the extension. */
final class WeightedSums {

  /** Rows at a time: their 64-bit sums stay in the first-level cache. */
  private static final int ROWS = 256;

  private static final ThreadLocal<int[]> SUMS =
      ThreadLocal.withInitial(() -> new int[2 * Ext.DEGREE * ROWS]);

  private WeightedSums() {}

  /** out = start + the terms. */
  static void add(View start, Terms terms, View out, int count) {
    int[] sums = SUMS.get();
    int whole = count & -COUNT;
    for (int from = 0; from < whole; from += ROWS) {
      int rows = Math.min(ROWS, whole - from);
      sum(terms, from, rows, sums);
      for (int e = 0; e < Ext.DEGREE; e++) {
        var of = new LongSums.Sums(sums, 2 * e * ROWS, (2 * e + 1) * ROWS);
        LongSums.reduce(of, start.at(e, from), out.at(e, from), rows);
      }
    }
    for (int n = whole; n < count; n++) {
      addSingly(start, terms, out, n);
    }
  }

  /** out = a * constant in the extension: a sum of five terms. */
  static void multiply(View a, Ext constant, View out, int count) {
    var terms = new Terms(Ext.DEGREE);
    terms.setPlanes(0, a.array(), a.offset(), a.stride());
    terms.setFactors(0, constant);
    // Where elements that are all 0 begin.
    var zero = new View(new int[count], 0, 0);
    add(zero, terms, out, count);
  }

  /** Writes the sums of the even and of the odd lanes, coefficient by coefficient. */
  private static void sum(Terms terms, int from, int rows, int[] sums) {
    int[][] arrays = terms.arrays();
    int[] offsets = terms.offsets();
    long[] factors = terms.factors();
    for (int n = from, k = 0; k < rows; n += COUNT, k += COUNT) {
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
      for (int t = 0, f = 0; t < arrays.length; t += 2, f += Ext.DEGREE) {
        LongVector x = IntVector.fromArray(INTS, arrays[t], offsets[t] + n).reinterpretAsLongs();
        LongVector y =
            IntVector.fromArray(INTS, arrays[t + 1], offsets[t + 1] + n).reinterpretAsLongs();
        LongVector xEven = x.and(LOW);
        LongVector xOdd = x.lanewise(LSHR, 32);
        LongVector yEven = y.and(LOW);
        LongVector yOdd = y.lanewise(LSHR, 32);
        LongVector uv = LongVector.broadcast(LONGS, factors[f]);
        even0 = even0.add(xEven.mul(uv.and(LOW))).add(yEven.mul(uv.lanewise(LSHR, 32)));
        even0 = even0.lanewise(UMIN, even0.sub(LIMIT));
        odd0 = odd0.add(xOdd.mul(uv.and(LOW))).add(yOdd.mul(uv.lanewise(LSHR, 32)));
        odd0 = odd0.lanewise(UMIN, odd0.sub(LIMIT));
        uv = LongVector.broadcast(LONGS, factors[f + 1]);
        even1 = even1.add(xEven.mul(uv.and(LOW))).add(yEven.mul(uv.lanewise(LSHR, 32)));
        even1 = even1.lanewise(UMIN, even1.sub(LIMIT));
        odd1 = odd1.add(xOdd.mul(uv.and(LOW))).add(yOdd.mul(uv.lanewise(LSHR, 32)));
        odd1 = odd1.lanewise(UMIN, odd1.sub(LIMIT));
        uv = LongVector.broadcast(LONGS, factors[f + 2]);
        even2 = even2.add(xEven.mul(uv.and(LOW))).add(yEven.mul(uv.lanewise(LSHR, 32)));
        even2 = even2.lanewise(UMIN, even2.sub(LIMIT));
        odd2 = odd2.add(xOdd.mul(uv.and(LOW))).add(yOdd.mul(uv.lanewise(LSHR, 32)));
        odd2 = odd2.lanewise(UMIN, odd2.sub(LIMIT));
        uv = LongVector.broadcast(LONGS, factors[f + 3]);
        even3 = even3.add(xEven.mul(uv.and(LOW))).add(yEven.mul(uv.lanewise(LSHR, 32)));
        even3 = even3.lanewise(UMIN, even3.sub(LIMIT));
        odd3 = odd3.add(xOdd.mul(uv.and(LOW))).add(yOdd.mul(uv.lanewise(LSHR, 32)));
        odd3 = odd3.lanewise(UMIN, odd3.sub(LIMIT));
        uv = LongVector.broadcast(LONGS, factors[f + 4]);
        even4 = even4.add(xEven.mul(uv.and(LOW))).add(yEven.mul(uv.lanewise(LSHR, 32)));
        even4 = even4.lanewise(UMIN, even4.sub(LIMIT));
        odd4 = odd4.add(xOdd.mul(uv.and(LOW))).add(yOdd.mul(uv.lanewise(LSHR, 32)));
        odd4 = odd4.lanewise(UMIN, odd4.sub(LIMIT));
      }
      even0.reinterpretAsInts().intoArray(sums, 0 * ROWS + k);
      odd0.reinterpretAsInts().intoArray(sums, 1 * ROWS + k);
      even1.reinterpretAsInts().intoArray(sums, 2 * ROWS + k);
      odd1.reinterpretAsInts().intoArray(sums, 3 * ROWS + k);
      even2.reinterpretAsInts().intoArray(sums, 4 * ROWS + k);
      odd2.reinterpretAsInts().intoArray(sums, 5 * ROWS + k);
      even3.reinterpretAsInts().intoArray(sums, 6 * ROWS + k);
      odd3.reinterpretAsInts().intoArray(sums, 7 * ROWS + k);
      even4.reinterpretAsInts().intoArray(sums, 8 * ROWS + k);
      odd4.reinterpretAsInts().intoArray(sums, 9 * ROWS + k);
    }
  }

  private static void addSingly(View start, Terms terms, View out, int n) {
    int[] total = new int[Ext.DEGREE];
    for (int e = 0; e < Ext.DEGREE; e++) {
      total[e] = start.array()[start.plane(e) + n];
      for (int t = 0; t < terms.count(); t++) {
        int element = terms.arrays()[t][terms.offsets()[t] + n];
        int product = KoalaBear.mul(element, terms.factor(t).coefficient(e));
        total[e] = KoalaBear.add(total[e], product);
      }
    }
    for (int e = 0; e < Ext.DEGREE; e++) {
      out.array()[out.plane(e) + n] = total[e];
    }
  }
}
