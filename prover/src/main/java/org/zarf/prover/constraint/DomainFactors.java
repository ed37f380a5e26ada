package org.zarf.prover.constraint;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.neg;
import static org.zarf.algebra.KoalaBear.pow;
import static org.zarf.algebra.KoalaBear.sub;

import java.util.Arrays;
import org.zarf.air.Table;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.Domain;

/**
 * The factors of {@link Domain} on a coset: point j is shift * w^j.
 *
 * <p>1 / Z_H is periodic there: it has at most as many values as the blow-up. Z_B, whose zeros are
 * the blinding rows, is evaluated from its coefficients.
 */
final class DomainFactors {

  private final Domain domain;
  private final int shift;
  private final int generator;
  private final int[] powers;
  private final int[] everyRow;

  /** The factors on the coset of 2^logSize points with a shift. */
  DomainFactors(Domain domain, int shift, int logSize, Kernels kernels) {
    this.domain = domain;
    this.shift = shift;
    this.generator = KoalaBear.rootOfUnity(logSize);
    this.powers = powers(generator, Math.min(Evaluator.BLOCK, 1 << logSize));
    this.everyRow = blindingFactor(logSize, kernels);
    int[] inverses = inversesOfRows(logSize);
    int[] tile = new int[powers.length];
    Arrays.setAll(tile, j -> inverses[j & (inverses.length - 1)]);
    for (int from = 0; from < everyRow.length; from += tile.length) {
      var part = new Kernels.Span(everyRow, from);
      kernels.multiply(part, new Kernels.Span(tile, 0), part, tile.length);
    }
  }

  /** The logarithm of a number of coefficients that Z_B fits in. */
  static int logBlindingSize(int blindingRows) {
    return 32 - Integer.numberOfLeadingZeros(blindingRows);
  }

  /** Z_B = product over the blinding rows of (X - g^r), on the coset. */
  private int[] blindingFactor(int logSize, Kernels kernels) {
    int degree = domain.blindingRows();
    int logCount = logBlindingSize(degree);
    int[] coefficients = new int[1 << logCount];
    coefficients[0] = KoalaBear.ONE;
    int root = domain.point(domain.regularRows());
    for (int known = 0; known < degree; known++) {
      // Times (X - root).
      for (int i = known + 1; i > 0; i--) {
        coefficients[i] = sub(coefficients[i - 1], mul(root, coefficients[i]));
      }
      coefficients[0] = neg(mul(root, coefficients[0]));
      root = mul(root, domain.generator());
    }
    int[] values = new int[1 << logSize];
    kernels.evaluate(coefficients, logCount, logSize, shift, values);
    return values;
  }

  /** 1 / Z_H at the first points of the coset; then these repeat. */
  private int[] inversesOfRows(int logSize) {
    int logPeriod = Math.max(0, logSize - domain.logHeight());
    int value = pow(shift, 1L << domain.logHeight());
    int step = KoalaBear.rootOfUnity(logPeriod);
    int[] inverses = new int[1 << logPeriod];
    for (int j = 0; j < inverses.length; j++) {
      inverses[j] = KoalaBear.inverse(sub(value, KoalaBear.ONE));
      value = mul(value, step);
    }
    return inverses;
  }

  private static int[] powers(int x, int count) {
    int[] powers = new int[count];
    powers[0] = KoalaBear.ONE;
    for (int i = 1; i < count; i++) {
      powers[i] = mul(powers[i - 1], x);
    }
    return powers;
  }

  /** Z_B / Z_H from a point on. */
  Kernels.Span everyRow(int from) {
    return new Kernels.Span(everyRow, from);
  }

  /** Writes x - (the point of a row) at the points x of a block. */
  void distances(int row, Inputs.Rows.Block block, int[] out, Kernels kernels) {
    var span = new Kernels.Span(out, 0);
    int first = mul(shift, pow(generator, block.from()));
    kernels.multiplyConstant(new Kernels.Span(powers, 0), first, span, block.count());
    kernels.addConstant(span, neg(domain.point(row)), span, block.count());
  }

  /** The row on which the constraints of an accumulator hold, where that is a single one. */
  int singleRow(Table.Domain on) {
    return switch (on) {
      case FIRST_ROW -> 0;
      case END_ROW -> domain.regularRows();
      case AFTER_END_ROW -> domain.regularRows() + 1;
      default -> throw new IllegalArgumentException(on + " is not a single row");
    };
  }

  /** The last regular row, on which transitions do not hold. */
  int lastRow() {
    return domain.regularRows() - 1;
  }
}
