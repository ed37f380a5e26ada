package org.zarf.prover;

import java.util.List;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.BatchedColumns.BatchPoint;
import org.zarf.stark.Domain;
import org.zarf.stark.InstanceOpenings;

/**
 * The batch as the verifier computes it, at each point of the domain for itself: that of columns
 * too whose degree is too high, which {@link BatchedColumns} does not make.
 */
final class PointwiseBatch {

  private final BatchPoint point;
  private final Ext[] sums;
  private Ext power = Ext.ONE;

  private PointwiseBatch(BatchPoint point, int[][] hiding) {
    this.point = point;
    this.sums = new Ext[1 << point.logDomain()];
    for (int j = 0; j < sums.length; j++) {
      sums[j] = Ext.ZERO;
      for (int e = 0; e < hiding.length; e++) {
        int coefficient = hiding[e][j];
        sums[j] = sums[j].plus(monomial(e).times(coefficient));
      }
    }
  }

  /** See {@link BatchedColumns#of}. */
  static int[][] of(
      List<ProvedInstance> instances,
      List<InstanceOpenings> openings,
      int[][] hiding,
      BatchPoint point) {
    var batch = new PointwiseBatch(point, hiding);
    for (int i = 0; i < instances.size(); i++) {
      ProvedInstance instance = instances.get(i);
      InstanceOpenings values = openings.get(i);
      Ext here = point.zeta();
      Ext next = here.times(KoalaBear.rootOfUnity(instance.logHeight()));
      batch.add(instance.fixed(), values.fixed(), here);
      batch.add(instance.main(), values.main(), here);
      batch.add(instance.bus(), values.bus(), here);
      batch.add(instance.quotient(), values.quotient(), here);
      batch.add(instance.mainNext(), values.mainNext(), next);
      batch.add(instance.busNext(), values.busNext(), next);
    }
    int[][] planes = new int[Ext.DEGREE][batch.sums.length];
    for (int j = 0; j < batch.sums.length; j++) {
      for (int e = 0; e < Ext.DEGREE; e++) {
        planes[e][j] = batch.sums[j].coefficient(e);
      }
    }
    return planes;
  }

  private static Ext monomial(int e) {
    int[] coefficients = new int[Ext.DEGREE];
    coefficients[e] = KoalaBear.ONE;
    return Ext.at(coefficients, 0);
  }

  private void add(int[][] columns, List<Ext> values, Ext z) {
    for (int c = 0; c < columns.length; c++) {
      power = power.times(point.lambda());
      int size = columns[c].length;
      int generator = KoalaBear.rootOfUnity(Integer.numberOfTrailingZeros(size));
      int y = Domain.SHIFT;
      for (int j = 0; j < size; j++) {
        Ext numerator = Ext.of(columns[c][j]).minus(values.get(c)).times(power);
        Ext quotient = numerator.times(Ext.of(y).minus(z).inverse());
        for (int k = j; k < sums.length; k += size) {
          sums[k] = sums[k].plus(quotient);
        }
        y = KoalaBear.mul(y, generator);
      }
    }
  }
}
