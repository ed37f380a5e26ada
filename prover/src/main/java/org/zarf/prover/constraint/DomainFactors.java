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
import org.zarf.stark.Parameters;

/**
 * The factors of {@link Domain} on the evaluation domain of a height. Point j is shift * w^j.
 *
 * <p>1 / Z_H is periodic there: it has as many values as the blow-up. Z_B, whose zeros are the
 * blinding rows, is evaluated from its coefficients.
 */
final class DomainFactors {

  private final Domain domain;
  private final int logSize;
  private final int generator;
  private final int[] powers;
  private final int[] everyRow;

  private DomainFactors(Domain domain, int logSize, int[] everyRow) {
    this.domain = domain;
    this.logSize = logSize;
    this.generator = KoalaBear.rootOfUnity(logSize);
    this.powers = powers(generator, Math.min(Evaluator.BLOCK, 1 << logSize));
    this.everyRow = everyRow;
  }

  static DomainFactors of(int logHeight, Parameters parameters, Kernels kernels) {
    var domain = new Domain(logHeight, parameters.blindingRows());
    int logSize = logHeight + parameters.logBlowup();
    int[] everyRow = blindingFactor(domain, logSize, kernels);
    int[] inverses = inversesOfRows(domain, parameters.blowup());
    var span = new Kernels.Span(everyRow, 0);
    int tile = Math.min(1 << logSize, Evaluator.BLOCK);
    int[] tiled = new int[tile];
    Arrays.setAll(tiled, j -> inverses[j & (inverses.length - 1)]);
    for (int from = 0; from < everyRow.length; from += tile) {
      var part = new Kernels.Span(span.array(), from);
      kernels.multiply(part, new Kernels.Span(tiled, 0), part, tile);
    }
    return new DomainFactors(domain, logSize, everyRow);
  }

  /** Z_B = product over the blinding rows of (X - g^r), on the evaluation domain. */
  private static int[] blindingFactor(Domain domain, int logSize, Kernels kernels) {
    int degree = domain.blindingRows();
    int logCount = 32 - Integer.numberOfLeadingZeros(degree);
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
    kernels.evaluate(coefficients, logCount, logSize, Domain.SHIFT, values);
    return values;
  }

  /** 1 / Z_H at the first points of the evaluation domain; then these repeat. */
  private static int[] inversesOfRows(Domain domain, int blowup) {
    int logHeight = domain.logHeight();
    int value = pow(Domain.SHIFT, 1L << logHeight);
    int step = KoalaBear.rootOfUnity(Integer.numberOfTrailingZeros(blowup));
    int[] inverses = new int[blowup];
    for (int j = 0; j < blowup; j++) {
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
    int first = mul(Domain.SHIFT, pow(generator, block.from()));
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

  /** How many points there are. */
  int size() {
    return 1 << logSize;
  }
}
