package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.LONGS;
import static org.zarf.kernels.Lanes.load;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels.Span;

/**
 * Sums of products that are reduced once, not product by product. A sum takes 64 bits: those of the
 * even lanes are in one vector, those of the odd lanes in another.
 *
 * <p>A product of two elements is below p^2, and twice that is less than 2^32 p. So a sum below
 * 2^32 p has room for two products before it reaches 2^33 p, and four products alone are below that
 * too. The lesser of such a sum and the sum less 2^32 p, unsigned, is below 2^32 p again.
 */
final class LongSums {

  /** The even lane of a pair. */
  static final long LOW = 0xffffffffL;

  /** 2^32 p. */
  static final long LIMIT = (long) KoalaBear.P << 32;

  private LongSums() {}

  /** Where the sums of the even lanes begin in an array, and those of the odd ones. */
  record Sums(int[] array, int even, int odd) {}

  /** out = start + what sums below 2^33 p stand for: a 2^32-nd of them, modulo p. */
  static void reduce(Sums sums, Span start, Span out, int count) {
    for (int n = 0; n < count; n += COUNT) {
      LongVector x = load(sums.array, sums.even + n).reinterpretAsLongs();
      LongVector y = load(sums.array, sums.odd + n).reinterpretAsLongs();
      IntVector high = x.lanewise(LSHR, 32).or(y.and(~LOW)).reinterpretAsInts();
      IntVector low = x.and(LOW).or(y.lanewise(LSHL, 32)).reinterpretAsInts();
      LongVector quotient = low.mul(KoalaBear.P_INVERSE).reinterpretAsLongs();
      LongVector p = LongVector.broadcast(LONGS, KoalaBear.P).and(LOW);
      LongVector even = quotient.and(LOW).mul(p).lanewise(LSHR, 32);
      LongVector odd = quotient.lanewise(LSHR, 32).mul(p).and(~LOW);
      // The low words of the sum and of quotient * p are the same: there is no borrow.
      IntVector part = even.or(odd).reinterpretAsInts();
      IntVector value = high.lanewise(UMIN, high.sub(KoalaBear.P)).sub(part);
      value = value.lanewise(UMIN, value.add(KoalaBear.P));
      value = value.add(load(start.array(), start.offset() + n));
      value = value.lanewise(UMIN, value.sub(KoalaBear.P));
      value.intoArray(out.array(), out.offset() + n);
    }
  }
}
