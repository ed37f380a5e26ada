package org.zarf.prover.constraint;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.pow;

import java.util.EnumSet;
import java.util.Set;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.stark.Domain;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.Parameters;

/** The values of an instance's quotient: sum alpha^k c_k / (what c_k vanishes on). */
final class QuotientValues {

  private static final Table.Domain[] SINGLE_ROWS = {
    Table.Domain.FIRST_ROW, Table.Domain.END_ROW, Table.Domain.AFTER_END_ROW
  };

  private final Schedule schedule;
  private final Inputs inputs;
  private final DomainFactors factors;
  private final Kernels kernels;
  private final Set<Table.Domain> domains = EnumSet.noneOf(Table.Domain.class);

  private QuotientValues(
      InstanceLayout layout, Inputs inputs, DomainFactors factors, Kernels kernels) {
    this.schedule = Schedule.ofConstraints(layout.constraints());
    this.inputs = inputs;
    this.factors = factors;
    this.kernels = kernels;
    layout.constraints().forEach(constraint -> domains.add(constraint.domain()));
  }

  /** What the quotient is made of. */
  record Source(
      InstanceLayout layout,
      Parameters parameters,
      InstanceColumns lde,
      ProofValues values,
      int[] weights) {

    int logDomain() {
      return layout.instance().logHeight() + parameters.logBlowup();
    }
  }

  /**
   * The values at the entries first, first + 2^logStep, .. of the evaluation domain: five columns.
   */
  static int[][] at(Source source, int first, int logStep, Kernels kernels) {
    int logDomain = source.logDomain();
    int logSize = logDomain - logStep;
    int next = source.parameters.blowup();
    var rows = new Inputs.Rows(logDomain, 1 << logSize, first, 1 << logStep, next);
    var inputs = new Inputs(source.lde, source.values, rows, source.weights);
    int logHeight = source.layout.instance().logHeight();
    var domain = new Domain(logHeight, source.parameters.blindingRows());
    int shift = mul(Domain.SHIFT, pow(KoalaBear.rootOfUnity(logDomain), first));
    var factors = new DomainFactors(domain, shift, logSize, kernels);
    return new QuotientValues(source.layout, inputs, factors, kernels).evaluate();
  }

  private int[][] evaluate() {
    int[][] out = new int[Ext.DEGREE][inputs.rows().count()];
    RowBlocks.forEach(
        inputs.rows().blocks(),
        () -> {
          var evaluator = new Evaluator(schedule, inputs, kernels);
          int[] distances = new int[Evaluator.BLOCK];
          return (_, block) -> {
            int[] sums = evaluator.evaluate(block);
            divide(sums, block, distances);
            for (int e = 0; e < Ext.DEGREE; e++) {
              System.arraycopy(sums, e * block.count(), out[e], block.from(), block.count());
            }
          };
        });
    return out;
  }

  /** Multiplies the sums of each domain by its factor, and adds them up in the first one. */
  private void divide(int[] sums, Inputs.Rows.Block block, int[] distances) {
    int count = block.count();
    Span total = accumulator(sums, Table.Domain.EVERY_ROW);
    if (domains.contains(Table.Domain.TRANSITION)) {
      factors.distances(factors.lastRow(), block, distances, kernels);
      addTimes(total, accumulator(sums, Table.Domain.TRANSITION), distances, count);
    }
    kernels.multiplyExtByBase(total, factors.everyRow(block.from()), total, count);
    for (Table.Domain domain : SINGLE_ROWS) {
      if (domains.contains(domain)) {
        factors.distances(factors.singleRow(domain), block, distances, kernels);
        kernels.invert(new Span(distances, 0), new Span(distances, 0), count);
        addTimes(total, accumulator(sums, domain), distances, count);
      }
    }
  }

  private void addTimes(Span total, Span sum, int[] factor, int count) {
    kernels.multiplyExtByBase(sum, new Span(factor, 0), sum, count);
    kernels.add(total, sum, total, Ext.DEGREE * count);
  }

  private static Span accumulator(int[] sums, Table.Domain domain) {
    return new Span(sums, Schedule.accumulatorOf(domain) * Ext.DEGREE * Evaluator.BLOCK);
  }
}
