package org.zarf.prover.constraint;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.pow;

import java.util.ArrayList;
import java.util.List;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Remainder;
import org.zarf.stark.Domain;
import org.zarf.stark.Parameters;

/**
 * Points on which a hidden quotient is evaluated beside the evaluation domain s H: its degree is
 * higher than the domain has points, by less than the number of blinding rows. They are the coset
 * s^2 H_T of T points, T a power of two above that number.
 *
 * <p>There a column f is known by its remainder modulo X^T - s^(2 T), which costs one product for
 * each coefficient; its next row, f(g X), by that modulo X^T - (g s^2)^T. Both are taken of f(s X),
 * which is what transforms work with.
 *
 * @param logSize the logarithm of T
 */
public record ExtraCoset(int logSize) {

  /** The coset's shift. */
  static final int SHIFT = mul(Domain.SHIFT, Domain.SHIFT);

  /** The points that a set of parameters needs, which hides. */
  public static ExtraCoset of(Parameters parameters) {
    return new ExtraCoset(DomainFactors.logBlindingSize(parameters.blindingRows()));
  }

  private int size() {
    return 1 << logSize;
  }

  /** The points as rows: of the 2 T entries of a column, the second half are the next rows. */
  Inputs.Rows rows() {
    return new Inputs.Rows(logSize + 1, size(), size());
  }

  /**
   * The remainders of a column that are to be computed while it is extended.
   *
   * @param isReadAhead whether a constraint reads its next row
   */
  public List<Remainder> remainders(int logHeight, boolean isReadAhead) {
    var remainders = new ArrayList<Remainder>();
    for (int shift : shifts(logHeight).subList(0, isReadAhead ? 2 : 1)) {
      remainders.add(new Remainder(logSize, pow(shift, size()), new int[size()]));
    }
    return remainders;
  }

  /** The column's entries, from its remainders. */
  public int[] values(List<Remainder> remainders, int logHeight, Kernels kernels) {
    int[] entries = new int[remainders.size() * size()];
    int[] part = new int[size()];
    for (int i = 0; i < remainders.size(); i++) {
      int shift = shifts(logHeight).get(i);
      kernels.evaluate(remainders.get(i).out(), logSize, logSize, shift, part);
      System.arraycopy(part, 0, entries, i * size(), size());
    }
    return entries;
  }

  /** Where f(s X) is evaluated: for the rows, and for the next ones. */
  private static List<Integer> shifts(int logHeight) {
    return List.of(Domain.SHIFT, mul(Domain.SHIFT, KoalaBear.rootOfUnity(logHeight)));
  }
}
