package org.zarf.prover;

import static org.zarf.algebra.KoalaBear.mul;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.stark.Domain;
import org.zarf.stark.InstanceOpenings;

/**
 * Evaluates columns outside the domain, from their values on one coset s H of size n: f(z) =
 * ((z/s)^n - 1) / n * sum over i of f(s g^i) g^i / (z/s - g^i).
 */
final class OutOfDomain {

  private static final int BLOCK = 1 << 12;

  private final int logBlowup;
  private final Kernels kernels;
  private final Map<Integer, int[][]> weights = new HashMap<>();

  OutOfDomain(int logBlowup, Kernels kernels) {
    this.logBlowup = logBlowup;
    this.kernels = kernels;
  }

  /** The openings of an instance at zeta and zeta g. */
  InstanceOpenings open(ProvedInstance instance, Ext zeta) {
    int logHeight = instance.logHeight();
    int[][] here = weights.computeIfAbsent(logHeight, h -> weightsAt(zeta, h));
    var values =
        new InstanceOpenings(
            evaluate(instance.fixed(), here),
            evaluate(instance.main(), here),
            evaluate(instance.bus(), here),
            evaluate(instance.quotient(), here),
            List.of(),
            List.of());
    if (instance.layout().nextColumns().isEmpty() && !instance.layout().hasSum()) {
      return values;
    }
    Ext zetaNext = zeta.times(KoalaBear.rootOfUnity(logHeight));
    int[][] next = weights.computeIfAbsent(-1 - logHeight, h -> weightsAt(zetaNext, logHeight));
    return new InstanceOpenings(
        values.fixed(),
        values.main(),
        values.bus(),
        values.quotient(),
        evaluate(instance.mainNext(), next),
        evaluate(instance.busNext(), next));
  }

  /** What each value on the coset counts: five planes of n. */
  private int[][] weightsAt(Ext point, int logHeight) {
    int height = 1 << logHeight;
    int g = KoalaBear.rootOfUnity(logHeight);
    Ext z = point.times(KoalaBear.inverse(Domain.SHIFT));
    Ext scale = z.pow(height).minus(Ext.ONE).times(KoalaBear.inverse(KoalaBear.of(height)));
    int[][] planes = new int[Ext.DEGREE][height];
    int block = Math.min(BLOCK, height);
    IntStream.range(0, height / block)
        .parallel()
        .forEach(
            b -> {
              int[] differences = new int[Ext.DEGREE * block];
              int first = KoalaBear.pow(g, (long) b * block);
              int x = first;
              for (int i = 0; i < block; i++) {
                Ext difference = z.minus(Ext.of(x));
                for (int e = 0; e < Ext.DEGREE; e++) {
                  differences[e * block + i] = difference.coefficient(e);
                }
                x = mul(x, g);
              }
              var span = new Span(differences, 0);
              kernels.invertExt(span, span, block);
              kernels.multiplyExtConstant(span, scale, span, block);
              x = first;
              for (int i = 0; i < block; i++) {
                for (int e = 0; e < Ext.DEGREE; e++) {
                  planes[e][b * block + i] = mul(differences[e * block + i], x);
                }
                x = mul(x, g);
              }
            });
    return planes;
  }

  private List<Ext> evaluate(int[][] columns, int[][] planes) {
    Ext[] values =
        Arrays.stream(columns).parallel().map(c -> evaluate(c, planes)).toArray(Ext[]::new);
    return new ArrayList<>(Arrays.asList(values));
  }

  /** The inner product of every 2^logBlowup-th value with the weights. */
  private Ext evaluate(int[] column, int[][] planes) {
    int height = planes[0].length;
    int block = Math.min(BLOCK, height);
    var values = new Span(new int[block], 0);
    int[] sums = new int[Ext.DEGREE];
    for (int from = 0; from < height; from += block) {
      for (int i = 0; i < block; i++) {
        values.array()[i] = column[(from + i) << logBlowup];
      }
      for (int e = 0; e < Ext.DEGREE; e++) {
        int product = kernels.dot(values, new Span(planes[e], from), block);
        sums[e] = KoalaBear.add(sums[e], product);
      }
    }
    return Ext.at(sums, 0);
  }
}
