package org.zarf.prover.constraint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.stark.Domain;
import org.zarf.stark.Parameters;

/** The values of an instance's part of a quotient: sum alpha^k c_k / (what c_k vanishes on). */
final class QuotientValues {

  private static final Table.Domain[] SINGLE_ROWS = {
    Table.Domain.FIRST_ROW, Table.Domain.END_ROW, Table.Domain.AFTER_END_ROW
  };

  private final Quotient.Part part;
  private final Parameters parameters;
  private final Schedule schedule;
  private final int[] weights;
  private final Kernels kernels;
  private final Set<Table.Domain> domains = EnumSet.noneOf(Table.Domain.class);

  private QuotientValues(
      Quotient.Part part, Parameters parameters, int[] weights, Kernels kernels) {
    this.part = part;
    this.parameters = parameters;
    this.weights = weights;
    this.kernels = kernels;
    List<Table.Constraint> constraints = part.layout().constraints();
    this.schedule = Schedule.ofConstraints(constraints);
    constraints.forEach(constraint -> domains.add(constraint.domain()));
  }

  static QuotientValues of(Quotient.Part part, Parameters parameters, Ext alpha, Kernels kernels) {
    int[] weights = new int[Ext.DEGREE * part.layout().constraintCount()];
    Ext power = alpha.pow(part.layout().share().firstWeight());
    for (int at = 0; at < weights.length; at += Ext.DEGREE) {
      power.write(weights, at);
      power = power.times(alpha);
    }
    return new QuotientValues(part, parameters, weights, kernels);
  }

  /**
   * Adds the values on the evaluation domain.
   *
   * @param sum five columns
   */
  void addOnDomain(int[][] sum) {
    int logDomain = part.layout().instance().logHeight() + parameters.logBlowup();
    var rows = Inputs.Rows.all(logDomain, parameters.blowup());
    var factors = new DomainFactors(domain(), Domain.SHIFT, logDomain, kernels);
    addTo(sum, new Inputs(part.lde(), part.values(), rows, weights), factors);
  }

  /**
   * Adds the values on the extra coset.
   *
   * @param sum five columns
   */
  void addOnExtra(int[][] sum) {
    var coset = ExtraCoset.of(parameters);
    var factors = new DomainFactors(domain(), ExtraCoset.SHIFT, coset.logSize(), kernels);
    addTo(sum, new Inputs(part.extra(), part.values(), coset.rows(), weights), factors);
  }

  private Domain domain() {
    return new Domain(part.layout().instance().logHeight(), parameters.blindingRows());
  }

  private void addTo(int[][] sum, Inputs inputs, DomainFactors factors) {
    RowBlocks.forEach(
        inputs.rows().blocks(),
        () -> {
          var evaluator = new Evaluator(schedule, inputs, kernels);
          int[] distances = new int[Evaluator.BLOCK];
          return (_, block) -> {
            int[] values = evaluator.evaluate(block);
            divide(values, factors, block, distances);
            for (int e = 0; e < Ext.DEGREE; e++) {
              var to = new Span(sum[e], block.from());
              kernels.add(to, new Span(values, e * block.count()), to, block.count());
            }
          };
        });
  }

  /** Multiplies the sums of each domain by its factor, and adds them up in the first one. */
  private void divide(int[] sums, DomainFactors factors, Inputs.Rows.Block block, int[] distances) {
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
