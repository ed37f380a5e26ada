package org.zarf.kernels;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.kernels.Lanes.COUNT;

import java.util.Arrays;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.MerkleTree;

/**
 * The factors between the two halves of a {@link VectorTransform}, for the rows of one tile at a
 * time: vectors of powers of w^-k1, of w^k1, and the coset's s^k, which is s^k1 times s^(R k2).
 */
final class RowFactors {

  /** For each lane, constant times s^k1. */
  final int[] scale = new int[COUNT];

  /** For each lane, w^-k1, where w has the order of the coefficients' number. */
  final int[] backward = new int[COUNT];

  /** For each lane, w^k1, where w has the order of the domain. */
  final int[] forward = new int[COUNT];

  /** For each column, s^(R k2), bit-reversed. */
  final int[] columnScale;

  /** Ones. */
  final int[] ones = new int[COUNT];

  private final int[] scales;
  private final int[] backwards;
  private final int[] forwards;

  private RowFactors(int[] scales, int[] backwards, int[] forwards, int[] columnScale) {
    this.scales = scales;
    this.backwards = backwards;
    this.forwards = forwards;
    this.columnScale = columnScale;
    Arrays.fill(ones, KoalaBear.ONE);
  }

  /**
   * The factors of a transform.
   *
   * @param constant a factor for every coefficient
   */
  static RowFactors of(VectorTransform.Shape shape, int shift, int constant) {
    int rows = 1 << shape.logRows();
    int columns = 1 << shape.logColumns();
    int[] natural = powers(KoalaBear.ONE, KoalaBear.pow(shift, rows), columns);
    int[] columnScale = new int[columns];
    for (int i = 0; i < columns; i++) {
      columnScale[i] = natural[MerkleTree.reverse(i, shape.logColumns())];
    }
    int root = KoalaBear.rootOfUnity(shape.logCount());
    return new RowFactors(
        powers(constant, shift, rows),
        powers(KoalaBear.ONE, KoalaBear.inverse(root), rows),
        powers(KoalaBear.ONE, KoalaBear.rootOfUnity(shape.logSize()), rows),
        columnScale);
  }

  /** Puts row k1 into a lane. */
  void select(int lane, int k1) {
    scale[lane] = scales[k1];
    backward[lane] = backwards[k1];
    forward[lane] = forwards[k1];
  }

  private static int[] powers(int first, int ratio, int count) {
    int[] powers = new int[count];
    int power = first;
    for (int i = 0; i < count; i++) {
      powers[i] = power;
      power = mul(power, ratio);
    }
    return powers;
  }
}
