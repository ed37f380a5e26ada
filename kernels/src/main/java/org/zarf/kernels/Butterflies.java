package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static org.zarf.algebra.KoalaBear.P;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.INTS;
import static org.zarf.kernels.Lanes.LONGS;
import static org.zarf.kernels.Lanes.LOW;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import org.zarf.algebra.KoalaBear;

/**
 * Transforms of vectors: as many transforms side by side as a vector has lanes, element i of all of
 * them in the vector at i * COUNT. No lane ever meets another, and all lanes share their twiddles.
 *
 * <p>The loops are flat on purpose: what they call is inlined by the compiler whatever the size,
 * and they are too long to be inlined themselves. A loop that is inlined into its caller, or calls
 * methods of ours, may find the compiler's limit reached and its vectors on the heap.
 */
final class Butterflies {

  /** The largest transform. */
  static final int MAX_LOG_SIZE = 14;

  /** The layer that joins halves of h elements takes h twiddles from index h on. */
  private record Twiddles(int[] factors, int[] overP) {

    static Twiddles of(boolean inverse) {
      int[] factors = new int[1 << MAX_LOG_SIZE];
      int[] overP = new int[1 << MAX_LOG_SIZE];
      for (int logHalf = 0; logHalf < MAX_LOG_SIZE; logHalf++) {
        int root = KoalaBear.rootOfUnity(logHalf + 1);
        int step = inverse ? KoalaBear.inverse(root) : root;
        int factor = KoalaBear.ONE;
        for (int i = 1 << logHalf; i < 2 << logHalf; i++) {
          factors[i] = factor;
          overP[i] = factor * KoalaBear.P_INVERSE;
          factor = KoalaBear.mul(factor, step);
        }
      }
      return new Twiddles(factors, overP);
    }
  }

  private static final Twiddles FORWARD = Twiddles.of(false);
  private static final Twiddles INVERSE = Twiddles.of(true);

  private Butterflies() {}

  /** Values on the group of roots of unity to 2^logSize times the coefficients, bit-reversed. */
  static void toReversedCoefficients(int[] a, int offset, int logSize) {
    int layer = logSize;
    for (; layer >= 2; layer -= 2) {
      splitTwo(a, offset, 1 << (logSize - 2), 1 << (layer - 2), INVERSE);
    }
    if (layer == 1) {
      split(a, offset, 1 << (logSize - 1), 1, INVERSE);
    }
  }

  /**
   * Coefficients, bit-reversed, to values on the group of roots of unity.
   *
   * @param done how many of the first layers have been applied
   */
  static void fromReversedCoefficients(int[] a, int offset, int logSize, int done) {
    int layer = done;
    if ((logSize - done) % 2 == 1) {
      join(a, offset, 1 << (logSize - 1), 1 << layer++, FORWARD);
    }
    for (; layer < logSize; layer += 2) {
      joinTwo(a, offset, 1 << (logSize - 2), 1 << layer, FORWARD);
    }
  }

  /**
   * Two layers of decimation in time: first halves of {@code half} elements, then of twice that.
   */
  private static void joinTwo(int[] a, int offset, int count, int half, Twiddles twiddles) {
    LongVector p = LongVector.broadcast(LONGS, P).and(LOW);
    for (int b = 0; b < count; b++) {
      int i = b & (half - 1);
      int at0 = offset + (4 * b - 3 * i) * COUNT;
      int at1 = at0 + half * COUNT;
      int at2 = at1 + half * COUNT;
      int at3 = at2 + half * COUNT;
      LongVector f = LongVector.broadcast(LONGS, twiddles.factors[half + i]).and(LOW);
      IntVector fOverP = IntVector.broadcast(INTS, twiddles.overP[half + i]);
      IntVector a1 = IntVector.fromArray(INTS, a, at1);
      LongVector x1 = a1.reinterpretAsLongs();
      LongVector q1 = a1.mul(fOverP).reinterpretAsLongs();
      LongVector even1 = x1.and(LOW).mul(f).sub(q1.and(LOW).mul(p));
      LongVector odd1 = x1.lanewise(LSHR, 32).mul(f).sub(q1.lanewise(LSHR, 32).mul(p));
      IntVector b1 = even1.lanewise(LSHR, 32).or(odd1).reinterpretAsInts();
      b1 = b1.lanewise(UMIN, b1.add(P));
      IntVector a3 = IntVector.fromArray(INTS, a, at3);
      LongVector x3 = a3.reinterpretAsLongs();
      LongVector q3 = a3.mul(fOverP).reinterpretAsLongs();
      LongVector even3 = x3.and(LOW).mul(f).sub(q3.and(LOW).mul(p));
      LongVector odd3 = x3.lanewise(LSHR, 32).mul(f).sub(q3.lanewise(LSHR, 32).mul(p));
      IntVector b3 = even3.lanewise(LSHR, 32).or(odd3).reinterpretAsInts();
      b3 = b3.lanewise(UMIN, b3.add(P));
      IntVector a0 = IntVector.fromArray(INTS, a, at0);
      IntVector c0 = a0.add(b1);
      c0 = c0.lanewise(UMIN, c0.sub(P));
      IntVector c1 = a0.sub(b1);
      c1 = c1.lanewise(UMIN, c1.add(P));
      IntVector a2 = IntVector.fromArray(INTS, a, at2);
      IntVector c2 = a2.add(b3);
      c2 = c2.lanewise(UMIN, c2.sub(P));
      IntVector c3 = a2.sub(b3);
      c3 = c3.lanewise(UMIN, c3.add(P));
      LongVector g = LongVector.broadcast(LONGS, twiddles.factors[2 * half + i]).and(LOW);
      IntVector gOverP = IntVector.broadcast(INTS, twiddles.overP[2 * half + i]);
      LongVector x2 = c2.reinterpretAsLongs();
      LongVector q2 = c2.mul(gOverP).reinterpretAsLongs();
      LongVector even2 = x2.and(LOW).mul(g).sub(q2.and(LOW).mul(p));
      LongVector odd2 = x2.lanewise(LSHR, 32).mul(g).sub(q2.lanewise(LSHR, 32).mul(p));
      IntVector d2 = even2.lanewise(LSHR, 32).or(odd2).reinterpretAsInts();
      d2 = d2.lanewise(UMIN, d2.add(P));
      LongVector h = LongVector.broadcast(LONGS, twiddles.factors[3 * half + i]).and(LOW);
      IntVector hOverP = IntVector.broadcast(INTS, twiddles.overP[3 * half + i]);
      LongVector x4 = c3.reinterpretAsLongs();
      LongVector q4 = c3.mul(hOverP).reinterpretAsLongs();
      LongVector even4 = x4.and(LOW).mul(h).sub(q4.and(LOW).mul(p));
      LongVector odd4 = x4.lanewise(LSHR, 32).mul(h).sub(q4.lanewise(LSHR, 32).mul(p));
      IntVector d3 = even4.lanewise(LSHR, 32).or(odd4).reinterpretAsInts();
      d3 = d3.lanewise(UMIN, d3.add(P));
      IntVector e0 = c0.add(d2);
      e0 = e0.lanewise(UMIN, e0.sub(P));
      e0.intoArray(a, at0);
      IntVector e2 = c0.sub(d2);
      e2 = e2.lanewise(UMIN, e2.add(P));
      e2.intoArray(a, at2);
      IntVector e1 = c1.add(d3);
      e1 = e1.lanewise(UMIN, e1.sub(P));
      e1.intoArray(a, at1);
      IntVector e3 = c1.sub(d3);
      e3 = e3.lanewise(UMIN, e3.add(P));
      e3.intoArray(a, at3);
    }
  }

  /** Two layers of decimation in frequency: halves of twice {@code half} elements, then of that. */
  private static void splitTwo(int[] a, int offset, int count, int half, Twiddles twiddles) {
    LongVector p = LongVector.broadcast(LONGS, P).and(LOW);
    for (int b = 0; b < count; b++) {
      int i = b & (half - 1);
      int at0 = offset + (4 * b - 3 * i) * COUNT;
      int at1 = at0 + half * COUNT;
      int at2 = at1 + half * COUNT;
      int at3 = at2 + half * COUNT;
      IntVector a0 = IntVector.fromArray(INTS, a, at0);
      IntVector a2 = IntVector.fromArray(INTS, a, at2);
      IntVector b0 = a0.add(a2);
      b0 = b0.lanewise(UMIN, b0.sub(P));
      IntVector b2 = a0.sub(a2).add(P);
      LongVector g = LongVector.broadcast(LONGS, twiddles.factors[2 * half + i]).and(LOW);
      IntVector gOverP = IntVector.broadcast(INTS, twiddles.overP[2 * half + i]);
      LongVector x2 = b2.reinterpretAsLongs();
      LongVector q2 = b2.mul(gOverP).reinterpretAsLongs();
      LongVector even2 = x2.and(LOW).mul(g).sub(q2.and(LOW).mul(p));
      LongVector odd2 = x2.lanewise(LSHR, 32).mul(g).sub(q2.lanewise(LSHR, 32).mul(p));
      IntVector c2 = even2.lanewise(LSHR, 32).or(odd2).reinterpretAsInts();
      c2 = c2.lanewise(UMIN, c2.add(P));
      IntVector a1 = IntVector.fromArray(INTS, a, at1);
      IntVector a3 = IntVector.fromArray(INTS, a, at3);
      IntVector b1 = a1.add(a3);
      b1 = b1.lanewise(UMIN, b1.sub(P));
      IntVector b3 = a1.sub(a3).add(P);
      LongVector h = LongVector.broadcast(LONGS, twiddles.factors[3 * half + i]).and(LOW);
      IntVector hOverP = IntVector.broadcast(INTS, twiddles.overP[3 * half + i]);
      LongVector x3 = b3.reinterpretAsLongs();
      LongVector q3 = b3.mul(hOverP).reinterpretAsLongs();
      LongVector even3 = x3.and(LOW).mul(h).sub(q3.and(LOW).mul(p));
      LongVector odd3 = x3.lanewise(LSHR, 32).mul(h).sub(q3.lanewise(LSHR, 32).mul(p));
      IntVector c3 = even3.lanewise(LSHR, 32).or(odd3).reinterpretAsInts();
      c3 = c3.lanewise(UMIN, c3.add(P));
      IntVector d0 = b0.add(b1);
      d0 = d0.lanewise(UMIN, d0.sub(P));
      d0.intoArray(a, at0);
      IntVector d2 = c2.add(c3);
      d2 = d2.lanewise(UMIN, d2.sub(P));
      d2.intoArray(a, at2);
      LongVector f = LongVector.broadcast(LONGS, twiddles.factors[half + i]).and(LOW);
      IntVector fOverP = IntVector.broadcast(INTS, twiddles.overP[half + i]);
      IntVector d1 = b0.sub(b1).add(P);
      LongVector x1 = d1.reinterpretAsLongs();
      LongVector q1 = d1.mul(fOverP).reinterpretAsLongs();
      LongVector even1 = x1.and(LOW).mul(f).sub(q1.and(LOW).mul(p));
      LongVector odd1 = x1.lanewise(LSHR, 32).mul(f).sub(q1.lanewise(LSHR, 32).mul(p));
      IntVector e1 = even1.lanewise(LSHR, 32).or(odd1).reinterpretAsInts();
      e1 = e1.lanewise(UMIN, e1.add(P));
      e1.intoArray(a, at1);
      IntVector d3 = c2.sub(c3).add(P);
      LongVector x4 = d3.reinterpretAsLongs();
      LongVector q4 = d3.mul(fOverP).reinterpretAsLongs();
      LongVector even4 = x4.and(LOW).mul(f).sub(q4.and(LOW).mul(p));
      LongVector odd4 = x4.lanewise(LSHR, 32).mul(f).sub(q4.lanewise(LSHR, 32).mul(p));
      IntVector e3 = even4.lanewise(LSHR, 32).or(odd4).reinterpretAsInts();
      e3 = e3.lanewise(UMIN, e3.add(P));
      e3.intoArray(a, at3);
    }
  }

  /** One layer of decimation in time, two butterflies at a time. */
  private static void join(int[] a, int offset, int count, int half, Twiddles twiddles) {
    LongVector p = LongVector.broadcast(LONGS, P).and(LOW);
    for (int b = 0; b < count; b += 2) {
      int i0 = b & (half - 1);
      int at0 = offset + (2 * b - i0) * COUNT;
      int to0 = at0 + half * COUNT;
      LongVector f0 = LongVector.broadcast(LONGS, twiddles.factors[half + i0]).and(LOW);
      IntVector f0OverP = IntVector.broadcast(INTS, twiddles.overP[half + i0]);
      IntVector r0 = IntVector.fromArray(INTS, a, to0);
      LongVector x0 = r0.reinterpretAsLongs();
      LongVector q0 = r0.mul(f0OverP).reinterpretAsLongs();
      LongVector even0 = x0.and(LOW).mul(f0).sub(q0.and(LOW).mul(p));
      LongVector odd0 = x0.lanewise(LSHR, 32).mul(f0).sub(q0.lanewise(LSHR, 32).mul(p));
      IntVector p0 = even0.lanewise(LSHR, 32).or(odd0).reinterpretAsInts();
      p0 = p0.lanewise(UMIN, p0.add(P));
      IntVector l0 = IntVector.fromArray(INTS, a, at0);
      IntVector s0 = l0.add(p0);
      s0 = s0.lanewise(UMIN, s0.sub(P));
      IntVector d0 = l0.sub(p0);
      d0 = d0.lanewise(UMIN, d0.add(P));
      s0.intoArray(a, at0);
      d0.intoArray(a, to0);
      int i1 = (b + 1) & (half - 1);
      int at1 = offset + (2 * (b + 1) - i1) * COUNT;
      int to1 = at1 + half * COUNT;
      LongVector f1 = LongVector.broadcast(LONGS, twiddles.factors[half + i1]).and(LOW);
      IntVector f1OverP = IntVector.broadcast(INTS, twiddles.overP[half + i1]);
      IntVector r1 = IntVector.fromArray(INTS, a, to1);
      LongVector x1 = r1.reinterpretAsLongs();
      LongVector q1 = r1.mul(f1OverP).reinterpretAsLongs();
      LongVector even1 = x1.and(LOW).mul(f1).sub(q1.and(LOW).mul(p));
      LongVector odd1 = x1.lanewise(LSHR, 32).mul(f1).sub(q1.lanewise(LSHR, 32).mul(p));
      IntVector p1 = even1.lanewise(LSHR, 32).or(odd1).reinterpretAsInts();
      p1 = p1.lanewise(UMIN, p1.add(P));
      IntVector l1 = IntVector.fromArray(INTS, a, at1);
      IntVector s1 = l1.add(p1);
      s1 = s1.lanewise(UMIN, s1.sub(P));
      IntVector d1 = l1.sub(p1);
      d1 = d1.lanewise(UMIN, d1.add(P));
      s1.intoArray(a, at1);
      d1.intoArray(a, to1);
    }
  }

  /** One layer of decimation in frequency, two butterflies at a time. */
  private static void split(int[] a, int offset, int count, int half, Twiddles twiddles) {
    LongVector p = LongVector.broadcast(LONGS, P).and(LOW);
    for (int b = 0; b < count; b += 2) {
      int i0 = b & (half - 1);
      int at0 = offset + (2 * b - i0) * COUNT;
      int to0 = at0 + half * COUNT;
      LongVector f0 = LongVector.broadcast(LONGS, twiddles.factors[half + i0]).and(LOW);
      IntVector f0OverP = IntVector.broadcast(INTS, twiddles.overP[half + i0]);
      IntVector l0 = IntVector.fromArray(INTS, a, at0);
      IntVector r0 = IntVector.fromArray(INTS, a, to0);
      IntVector s0 = l0.add(r0);
      s0 = s0.lanewise(UMIN, s0.sub(P));
      IntVector d0 = l0.sub(r0).add(P);
      LongVector x0 = d0.reinterpretAsLongs();
      LongVector q0 = d0.mul(f0OverP).reinterpretAsLongs();
      LongVector even0 = x0.and(LOW).mul(f0).sub(q0.and(LOW).mul(p));
      LongVector odd0 = x0.lanewise(LSHR, 32).mul(f0).sub(q0.lanewise(LSHR, 32).mul(p));
      IntVector p0 = even0.lanewise(LSHR, 32).or(odd0).reinterpretAsInts();
      p0 = p0.lanewise(UMIN, p0.add(P));
      s0.intoArray(a, at0);
      p0.intoArray(a, to0);
      int i1 = (b + 1) & (half - 1);
      int at1 = offset + (2 * (b + 1) - i1) * COUNT;
      int to1 = at1 + half * COUNT;
      LongVector f1 = LongVector.broadcast(LONGS, twiddles.factors[half + i1]).and(LOW);
      IntVector f1OverP = IntVector.broadcast(INTS, twiddles.overP[half + i1]);
      IntVector l1 = IntVector.fromArray(INTS, a, at1);
      IntVector r1 = IntVector.fromArray(INTS, a, to1);
      IntVector s1 = l1.add(r1);
      s1 = s1.lanewise(UMIN, s1.sub(P));
      IntVector d1 = l1.sub(r1).add(P);
      LongVector x1 = d1.reinterpretAsLongs();
      LongVector q1 = d1.mul(f1OverP).reinterpretAsLongs();
      LongVector even1 = x1.and(LOW).mul(f1).sub(q1.and(LOW).mul(p));
      LongVector odd1 = x1.lanewise(LSHR, 32).mul(f1).sub(q1.lanewise(LSHR, 32).mul(p));
      IntVector p1 = even1.lanewise(LSHR, 32).or(odd1).reinterpretAsInts();
      p1 = p1.lanewise(UMIN, p1.add(P));
      s1.intoArray(a, at1);
      p1.intoArray(a, to1);
    }
  }
}
