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

  /** What each value on the coset counts: planes, block by block. */
  private int[][] weightsAt(Ext point, int logHeight) {
    int height = 1 << logHeight;
    int g = KoalaBear.rootOfUnity(logHeight);
    Ext z = point.times(KoalaBear.inverse(Domain.SHIFT));
    Ext scale = z.pow(height).minus(Ext.ONE).times(KoalaBear.inverse(KoalaBear.of(height)));
    int block = Math.min(BLOCK, height);
    return IntStream.range(0, height / block)
        .parallel()
        .mapToObj(b -> weights(z, scale, new Points(KoalaBear.pow(g, (long) b * block), g, block)))
        .toArray(int[][]::new);
  }

  /** The points first, first * ratio, .. */
  private record Points(int first, int ratio, int count) {}

  /** Planes: x * scale / (z - x) for some points x. */
  private int[] weights(Ext z, Ext scale, Points points) {
    int count = points.count;
    int[] planes = new int[Ext.DEGREE * count];
    int x = points.first;
    for (int i = 0; i < count; i++) {
      planes[i] = KoalaBear.sub(z.coefficient(0), x);
      x = mul(x, points.ratio);
    }
    for (int e = 1; e < Ext.DEGREE; e++) {
      Arrays.fill(planes, e * count, (e + 1) * count, z.coefficient(e));
    }
    var span = new Span(planes, 0);
    kernels.invertExt(span, span, count);
    kernels.multiplyExtConstant(span, scale, span, count);
    x = points.first;
    for (int i = 0; i < count; i++) {
      for (int e = 0; e < Ext.DEGREE; e++) {
        planes[e * count + i] = mul(planes[e * count + i], x);
      }
      x = mul(x, points.ratio);
    }
    return planes;
  }

  private List<Ext> evaluate(int[][] columns, int[][] weights) {
    Ext[] values =
        Arrays.stream(columns).parallel().map(c -> evaluate(c, weights)).toArray(Ext[]::new);
    return new ArrayList<>(Arrays.asList(values));
  }

  /** The inner product of every 2^logBlowup-th value with the weights. */
  private Ext evaluate(int[] column, int[][] weights) {
    Ext sum = Ext.ZERO;
    int count = weights[0].length / Ext.DEGREE;
    for (int b = 0; b < weights.length; b++) {
      var values = new Span(column, (b * count) << logBlowup);
      sum = sum.plus(kernels.dotExt(values, logBlowup, new Span(weights[b], 0), count));
    }
    return sum;
  }
}
