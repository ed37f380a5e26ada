package org.zarf.kernels;

import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.kernels.Planes.View;
import org.zarf.prover.kernel.Kernels.FoldStep;

/**
 * Folds by 2^f as f times by 2: with f(x) = e(x^2) + x o(x^2), the folding by beta is e + beta o =
 * (f(x) + f(-x)) / 2 + beta (f(x) - f(-x)) / (2 x). The challenges are beta, beta^2, beta^4.
 */
final class VectorFold {

  private VectorFold() {}

  static void fold(int[][] layer, FoldStep step, int[][] out, int from, int to) {
    int count = to - from;
    int logRows = step.logSize() - step.logFold();
    int parts = 1 << step.logFold();
    View[] values = new View[parts];
    for (int t = 0; t < parts; t++) {
      int[] planes = new int[Ext.DEGREE * count];
      for (int e = 0; e < Ext.DEGREE; e++) {
        System.arraycopy(layer[e], from + (t << logRows), planes, e * count, count);
      }
      values[t] = new View(planes, 0, count);
    }
    int[] inverseX = inversePoints(step, from, count);
    Ext beta = step.beta();
    for (int log = step.logFold(); log > 0; log--) {
      // The points of part t are x z^t, where z has order 2^log; those of part t + half are -x z^t.
      int half = 1 << (log - 1);
      int inverseRoot = KoalaBear.inverse(KoalaBear.rootOfUnity(log));
      for (int t = 0; t < half; t++) {
        int scale =
            KoalaBear.mul(KoalaBear.inverse(KoalaBear.of(2)), KoalaBear.pow(inverseRoot, t));
        halve(values[t], values[t + half], inverseX, beta.times(scale), count);
      }
      Planes.multiply(inverseX, 0, inverseX, 0, inverseX, 0, count);
      beta = beta.times(beta);
    }
    for (int e = 0; e < Ext.DEGREE; e++) {
      System.arraycopy(values[0].array(), e * count, out[e], from, count);
    }
  }

  /** plus = (plus + minus) / 2 + factor (plus - minus) / x. */
  private static void halve(View plus, View minus, int[] inverseX, Ext factor, int count) {
    int all = Ext.DEGREE * count;
    int[] a = plus.array();
    int[] b = minus.array();
    int[] odd = new int[all];
    Planes.subtract(a, 0, b, 0, odd, 0, all);
    Planes.add(a, 0, b, 0, a, 0, all);
    Planes.multiplyConstant(a, 0, KoalaBear.inverse(KoalaBear.of(2)), a, 0, all);
    for (int e = 0; e < Ext.DEGREE; e++) {
      Planes.multiply(odd, e * count, inverseX, 0, odd, e * count, count);
    }
    var view = new View(odd, 0, count);
    Planes.multiplyExtConstant(view, factor, view, count);
    Planes.add(a, 0, odd, 0, a, 0, all);
  }

  private static int[] inversePoints(FoldStep step, int from, int count) {
    int inverseGenerator = KoalaBear.inverse(KoalaBear.rootOfUnity(step.logSize()));
    int point =
        KoalaBear.mul(KoalaBear.inverse(step.shift()), KoalaBear.pow(inverseGenerator, from));
    int[] points = new int[count];
    for (int i = 0; i < count; i++) {
      points[i] = point;
      point = KoalaBear.mul(point, inverseGenerator);
    }
    return points;
  }
}
