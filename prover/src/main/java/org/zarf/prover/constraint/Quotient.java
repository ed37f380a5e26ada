package org.zarf.prover.constraint;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.pow;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.stark.Domain;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.Parameters;

/**
 * All constraints of an instance as one polynomial: sum alpha^k c_k / (what c_k vanishes on).
 *
 * <p>Its degree is below 2 n, and when hiding below 2 n + B - 1. So evaluating it at 4 n points
 * would be nearly twice what is needed. Instead, 2 n points s w^(2 j) give Q modulo X^(2 n) - s^(2
 * n), and a coset of T points with B - 1 at most T, on which X^(2 n) is -s^(2 n), gives the
 * coefficients from 2 n on.
 */
public final class Quotient {

  private final QuotientValues.Source source;
  private final Kernels kernels;

  private Quotient(QuotientValues.Source source, Kernels kernels) {
    this.source = source;
    this.kernels = kernels;
  }

  /**
   * The coefficients of an instance's quotient, lowest first, in five columns. If the columns do
   * not satisfy the constraints, there is no such polynomial, and these are those of some other
   * one. Works on all threads of the pool that it is called from.
   *
   * @param lde the instance's columns on its evaluation domain
   * @param alpha constraint k, in the order of the layout, has the weight alpha^k
   */
  public static int[][] of(
      InstanceLayout layout,
      Parameters parameters,
      InstanceColumns lde,
      ProofValues values,
      Ext alpha,
      Kernels kernels) {
    int[] weights = powers(alpha, layout.constraints().size());
    var source = new QuotientValues.Source(layout, parameters, lde, values, weights);
    var quotient = new Quotient(source, kernels);
    return parameters.hiding() ? quotient.hiding() : quotient.interpolated(0);
  }

  private static int[] powers(Ext alpha, int count) {
    int[] powers = new int[Ext.DEGREE * count];
    Ext power = Ext.ONE;
    for (int k = 0; k < count; k++) {
      power.write(powers, Ext.DEGREE * k);
      power = power.times(alpha);
    }
    return powers;
  }

  /** The polynomial of least degree with the quotient's values at every 2^logStep-th entry. */
  private int[][] interpolated(int logStep) {
    int[][] columns = QuotientValues.at(source, 0, logStep, kernels);
    int logSize = source.logDomain() - logStep;
    Arrays.stream(columns)
        .parallel()
        .forEach(column -> kernels.interpolate(column, logSize, Domain.SHIFT));
    return columns;
  }

  private int[][] hiding() {
    int logTwice = source.layout().instance().logHeight() + 1;
    int[][] low = interpolated(source.logDomain() - logTwice);
    int logTop = DomainFactors.logBlindingSize(source.parameters().blindingRows());
    int[][] top = QuotientValues.at(source, 1, source.logDomain() - logTop, kernels);
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
    int shift = mul(Domain.SHIFT, KoalaBear.rootOfUnity(source.logDomain()));
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
