package org.zarf.prover.constraint;

import static org.zarf.algebra.KoalaBear.pow;
import static org.zarf.algebra.KoalaBear.sub;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.stark.Domain;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.Parameters;

/**
 * All constraints of the instances of one height as one polynomial: sum alpha^k c_k / (what c_k
 * vanishes on).
 *
 * <p>Its degree is below 2 n, and when hiding below 2 n + B - 1. The N >= 2 n points of the
 * evaluation domain give it modulo X^N - s^N; the {@linkplain ExtraCoset extra coset}, on which X^N
 * is s^(2 N), gives the coefficients from N on.
 */
public final class Quotient {

  private final List<QuotientValues> parts;
  private final Parameters parameters;
  private final int logHeight;
  private final Kernels kernels;

  private Quotient(
      List<QuotientValues> parts, Parameters parameters, int logHeight, Kernels kernels) {
    this.parts = parts;
    this.parameters = parameters;
    this.logHeight = logHeight;
    this.kernels = kernels;
  }

  /**
   * An instance whose constraints a quotient is of.
   *
   * @param layout the weights of its constraints among others
   * @param lde its columns on its evaluation domain
   * @param extra its columns on the extra coset; not read unless hiding
   * @param values what its constraints read beside columns
   */
  public record Part(
      InstanceLayout layout, InstanceColumns lde, InstanceColumns extra, ProofValues values) {}

  /**
   * The coefficients of a quotient, lowest first, in five columns. If the columns do not satisfy
   * the constraints, there is no such polynomial, and these are those of some other one. Works on
   * all threads of the pool that it is called from.
   *
   * @param parts at least one; all of one height
   * @param alpha whose powers are the weights
   */
  public static int[][] of(List<Part> parts, Parameters parameters, Ext alpha, Kernels kernels) {
    int logHeight = parts.getFirst().layout().instance().logHeight();
    var values =
        parts.stream().map(part -> QuotientValues.of(part, parameters, alpha, kernels)).toList();
    var quotient = new Quotient(values, parameters, logHeight, kernels);
    return parameters.hiding() ? quotient.hiding() : quotient.onDomain();
  }

  /** The polynomial of least degree with the quotient's values on the evaluation domain. */
  private int[][] onDomain() {
    int logDomain = logHeight + parameters.logBlowup();
    int[][] columns = new int[Ext.DEGREE][1 << logDomain];
    parts.forEach(part -> part.addOnDomain(columns));
    Arrays.stream(columns)
        .parallel()
        .forEach(column -> kernels.interpolate(column, logDomain, Domain.SHIFT));
    return columns;
  }

  private int[][] hiding() {
    int[][] low = onDomain();
    int logExtra = ExtraCoset.of(parameters).logSize();
    int[][] extra = new int[Ext.DEGREE][1 << logExtra];
    parts.forEach(part -> part.addOnExtra(extra));
    return IntStream.range(0, Ext.DEGREE)
        .parallel()
        .mapToObj(e -> join(low[e], extra[e], logExtra))
        .toArray(int[][]::new);
  }

  /**
   * The coefficients of Q = L + (X^N - s^N) H.
   *
   * @param low the coefficients of L
   * @param extra the values of Q on the extra coset
   */
  private int[] join(int[] low, int[] extra, int logExtra) {
    int size = 1 << logExtra;
    int[] lowThere = new int[size];
    kernels.evaluate(reduced(low, size), logExtra, logExtra, ExtraCoset.SHIFT, lowThere);
    int period = pow(Domain.SHIFT, low.length);
    int scale = KoalaBear.inverse(sub(pow(ExtraCoset.SHIFT, low.length), period));
    var high = new Span(extra, 0);
    kernels.subtract(high, new Span(lowThere, 0), high, size);
    kernels.multiplyConstant(high, scale, high, size);
    kernels.interpolate(extra, logExtra, ExtraCoset.SHIFT);
    int[] coefficients = Arrays.copyOf(low, low.length + size);
    for (int i = 0; i < size; i++) {
      coefficients[low.length + i] = extra[i];
      coefficients[i] = sub(coefficients[i], KoalaBear.mul(period, extra[i]));
    }
    return coefficients;
  }

  /** A polynomial modulo what vanishes on the extra coset. */
  private int[] reduced(int[] coefficients, int size) {
    int factor = pow(ExtraCoset.SHIFT, size);
    int[] rest = new int[size];
    var span = new Span(rest, 0);
    for (int from = coefficients.length - size; from >= 0; from -= size) {
      kernels.multiplyConstant(span, factor, span, size);
      kernels.add(span, new Span(coefficients, from), span, size);
    }
    return rest;
  }
}
