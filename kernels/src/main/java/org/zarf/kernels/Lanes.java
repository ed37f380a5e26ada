package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMIN;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.zarf.algebra.KoalaBear;

/**
 * Arithmetic of KoalaBear in all lanes of a vector, elements reduced to [0, p) as in the scalar
 * field. The width is the widest that the processor prefers, or {@code zarf.vector.bits}.
 */
final class Lanes {

  /** The shape of vectors of elements. */
  static final VectorSpecies<Integer> INTS = species();

  /** The shape of the same vectors seen as 64-bit products. */
  static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, INTS.vectorShape());

  /** The number of elements in a vector. */
  static final int COUNT = INTS.length();

  /** The logarithm of {@link #COUNT}. */
  static final int LOG_COUNT = Integer.numberOfTrailingZeros(COUNT);

  /**
   * The even lanes: the low halves of 64-bit ones. A product of two vectors that were masked by it,
   * or shifted right by 32, is one instruction (vpmuludq); any other, also one by a constant below
   * 2^32, is one of three (vpmullq). So the modulus is masked too.
   */
  static final long LOW = 0xffffffffL;

  /** The even lanes of two vectors. */
  static final VectorShuffle<Integer> EVEN = VectorShuffle.makeUnzip(INTS, 0);

  private Lanes() {}

  private static VectorSpecies<Integer> species() {
    Integer bits = Integer.getInteger("zarf.vector.bits");
    return bits == null
        ? IntVector.SPECIES_PREFERRED
        : VectorSpecies.of(int.class, VectorShape.forBitSize(bits));
  }

  /** The vector at an index of an array. */
  static IntVector load(int[] array, int index) {
    return IntVector.fromArray(INTS, array, index);
  }

  /** The vector with one element in all lanes. */
  static IntVector broadcast(int element) {
    return IntVector.broadcast(INTS, element);
  }

  /** a + b. */
  static IntVector add(IntVector a, IntVector b) {
    IntVector sum = a.add(b);
    // Unsigned, the smaller of the two is the reduced one.
    return sum.lanewise(UMIN, sum.sub(KoalaBear.P));
  }

  /** a - b. */
  static IntVector subtract(IntVector a, IntVector b) {
    IntVector difference = a.sub(b);
    return difference.lanewise(UMIN, difference.add(KoalaBear.P));
  }

  /** a * b, where one of the factors may be any number below 2p. */
  static IntVector multiply(IntVector a, IntVector b) {
    return multiply(a, b, b.mul(KoalaBear.P_INVERSE));
  }

  /**
   * a * b, where b was prepared: Montgomery's quotient a b / p mod 2^32 is then one product away.
   *
   * @param bOverP b * P_INVERSE mod 2^32
   */
  static IntVector multiply(IntVector a, IntVector b, IntVector bOverP) {
    LongVector quotient = a.mul(bOverP).reinterpretAsLongs();
    LongVector x = a.reinterpretAsLongs();
    LongVector y = b.reinterpretAsLongs();
    // Products of even and of odd lanes, each minus quotient * p: the low words cancel.
    LongVector p = LongVector.broadcast(LONGS, KoalaBear.P).and(LOW);
    LongVector even = x.and(LOW).mul(y.and(LOW)).sub(quotient.and(LOW).mul(p));
    LongVector odd =
        x.lanewise(LSHR, 32).mul(y.lanewise(LSHR, 32)).sub(quotient.lanewise(LSHR, 32).mul(p));
    IntVector product = even.lanewise(LSHR, 32).or(odd).reinterpretAsInts();
    return product.lanewise(UMIN, product.add(KoalaBear.P));
  }
}
