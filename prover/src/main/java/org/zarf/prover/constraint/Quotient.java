package org.zarf.prover.constraint;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.pow;

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
 * <p>Its degree is below 2 n, and when hiding below 2 n + B - 1. So evaluating it at 4 n points
 * would be nearly twice what is needed. Instead, 2 n points s w^(2 j) give Q modulo X^(2 n) - s^(2
 * n), and a coset of T points with B - 1 at most T, on which X^(2 n) is -s^(2 n), gives the
 * coefficients from 2 n on.
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
   * @param values what its constraints read beside columns
   */
  public record Part(InstanceLayout layout, InstanceColumns lde, ProofValues values) {}

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
    return parameters.hiding() ? quotient.hiding() : quotient.interpolated(0);
  }

  private int logDomain() {
    return logHeight + parameters.logBlowup();
  }

  /** The values at the entries first, first + 2^logStep, .. of the evaluation domain. */
  private int[][] valuesAt(int first, int logStep) {
    int[][] sum = new int[Ext.DEGREE][1 << (logDomain() - logStep)];
    parts.forEach(part -> part.addTo(sum, first, logStep));
    return sum;
  }

  /** The polynomial of least degree with the quotient's values at every 2^logStep-th entry. */
  private int[][] interpolated(int logStep) {
    int[][] columns = valuesAt(0, logStep);
    int logSize = logDomain() - logStep;
    Arrays.stream(columns)
        .parallel()
        .forEach(column -> kernels.interpolate(column, logSize, Domain.SHIFT));
    return columns;
  }

  private int[][] hiding() {
    int[][] low = interpolated(logDomain() - logHeight - 1);
    int logTop = DomainFactors.logBlindingSize(parameters.blindingRows());
    int[][] top = valuesAt(1, logDomain() - logTop);
    return IntStream.range(0, Ext.DEGREE)
        .parallel()
        .mapToObj(e -> join(low[e], top[e], logTop))
        .toArray(int[][]::new);
  }

  /**
   * The coefficients of Q = L + (X^(2 n) - s^(2 n)) H.
   *
   * @param low the coefficients of L
   * @param top the values of Q on a coset of 2^logTop points on which X^(2 n) is -s^(2 n)
   */
  private int[] join(int[] low, int[] top, int logTop) {
    int shift = mul(Domain.SHIFT, KoalaBear.rootOfUnity(logDomain()));
    int size = 1 << logTop;
    int[] lowThere = new int[size];
    kernels.evaluate(reduced(low, shift, size), logTop, logTop, shift, lowThere);
    int period = pow(Domain.SHIFT, low.length);
    int scale = KoalaBear.inverse(KoalaBear.neg(KoalaBear.add(period, period)));
    var high = new Span(top, 0);
    kernels.subtract(high, new Span(lowThere, 0), high, size);
    kernels.multiplyConstant(high, scale, high, size);
    kernels.interpolate(top, logTop, shift);
    int[] coefficients = Arrays.copyOf(low, low.length + size);
    for (int i = 0; i < size; i++) {
      coefficients[low.length + i] = top[i];
      coefficients[i] = KoalaBear.sub(coefficients[i], mul(period, top[i]));
    }
    return coefficients;
  }

  /** A polynomial modulo X^size - shift^size. */
  private int[] reduced(int[] coefficients, int shift, int size) {
    int factor = pow(shift, size);
    int[] rest = new int[size];
    var span = new Span(rest, 0);
    for (int from = coefficients.length - size; from >= 0; from -= size) {
      kernels.multiplyConstant(span, factor, span, size);
      kernels.add(span, new Span(coefficients, from), span, size);
    }
    return rest;
  }
}
