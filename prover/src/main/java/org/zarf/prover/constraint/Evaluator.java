package org.zarf.prover.constraint;

import java.util.Arrays;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.prover.kernel.Terms;

/** Runs a schedule over blocks of rows, in scratch memory of its own: one for each thread. */
final class Evaluator {

  /** The most rows in a block. */
  static final int BLOCK = 512;

  private static final int EXT_BLOCK = Ext.DEGREE * BLOCK;
  private static final int MINUS_ONE = KoalaBear.neg(KoalaBear.ONE);

  /** Read only: the start of sums that have none. */
  private static final Span ZEROS = new Span(new int[EXT_BLOCK], 0);

  /** Read only: the elements of a constant term. */
  private static final int[] ONES = ones();

  private final Schedule schedule;
  private final Inputs inputs;
  private final Kernels kernels;
  private final int[] uniforms;
  private final int[] base;
  private final int[] extension;
  private final int[] results;
  private final Span[] columns;
  private final Terms[] sums;
  private int from;
  private int count;

  /** An evaluator of a schedule on some inputs. */
  Evaluator(Schedule schedule, Inputs inputs, Kernels kernels) {
    this.schedule = schedule;
    this.inputs = inputs;
    this.kernels = kernels;
    this.uniforms = inputs.uniforms(schedule);
    this.base = new int[BLOCK * schedule.baseSlots()];
    this.extension = new int[EXT_BLOCK * schedule.extSlots()];
    this.results = new int[BLOCK * schedule.resultUnits()];
    this.columns = new Span[schedule.columns().size()];
    this.sums = new Terms[schedule.sums().size()];
    for (Schedule.Step step : schedule.steps()) {
      if (step.op() == Op.WEIGHTED_SUM) {
        sums[step.a()] = terms(schedule.sums().get(step.a()), uniforms);
      } else if (step.op() == Op.ACCUMULATE) {
        sums[step.a()] = terms(schedule.sums().get(step.a()), inputs.weights());
      }
    }
  }

  private static int[] ones() {
    int[] ones = new int[BLOCK];
    Arrays.fill(ones, KoalaBear.ONE);
    return ones;
  }

  /**
   * Evaluates a block.
   *
   * @return the results, each unit {@code block.count()} elements in a run that starts at a
   *     multiple of {@link #BLOCK}, and the units of one extension value in one run of planes;
   *     overwritten by the next call
   */
  int[] evaluate(Inputs.Rows.Block block) {
    from = block.from();
    count = block.count();
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(i);
    }
    Arrays.fill(results, 0);
    for (Schedule.Step step : schedule.steps()) {
      if (step.op().isExtension) {
        extension(step);
      } else if (step.op().isSink()) {
        sink(step);
      } else {
        base(step);
      }
    }
    return results;
  }

  /** A column on the block's rows, in place. */
  private Span column(int index) {
    ColumnRead read = schedule.columns().get(index);
    var source = read.isFixed() ? inputs.columns().fixed() : inputs.columns().main();
    return new Span(source[read.column()], inputs.rows().entry(from, read.isNext()));
  }

  private void base(Schedule.Step step) {
    Span out = new Span(base, step.target() * BLOCK);
    if (step.op() == Op.CONSTANT) {
      Arrays.fill(base, out.offset(), out.offset() + count, step.a());
      return;
    }
    Span a = baseOperand(step.a());
    switch (step.op()) {
      case ADD -> kernels.add(a, baseOperand(step.b()), out, count);
      case SUBTRACT -> kernels.subtract(a, baseOperand(step.b()), out, count);
      case MULTIPLY -> kernels.multiply(a, baseOperand(step.b()), out, count);
      case ADD_CONSTANT -> kernels.addConstant(a, step.b(), out, count);
      case MULTIPLY_CONSTANT -> kernels.multiplyConstant(a, step.b(), out, count);
      case SUBTRACT_FROM_CONSTANT -> {
        kernels.multiplyConstant(a, MINUS_ONE, out, count);
        kernels.addConstant(out, step.b(), out, count);
      }
      default -> throw new IllegalStateException("not over the base field: " + step);
    }
  }

  private void extension(Schedule.Step step) {
    Span out = extOperand(step.target());
    switch (step.op()) {
      case LOAD_BUS -> load(step.a(), false, out.offset());
      case LOAD_NEXT_BUS -> load(step.a(), true, out.offset());
      case EXT_UNIFORM -> fill(uniform(step.a()), out.offset());
      case EXT_ADD ->
          kernels.add(extOperand(step.a()), extOperand(step.b()), out, Ext.DEGREE * count);
      case EXT_SUBTRACT ->
          kernels.subtract(extOperand(step.a()), extOperand(step.b()), out, Ext.DEGREE * count);
      case EXT_MULTIPLY ->
          kernels.multiplyExt(extOperand(step.a()), extOperand(step.b()), out, count);
      case EXT_MULTIPLY_BASE ->
          kernels.multiplyExtByBase(extOperand(step.a()), baseOperand(step.b()), out, count);
      case EXT_MULTIPLY_CONSTANT ->
          kernels.multiplyConstant(extOperand(step.a()), step.b(), out, Ext.DEGREE * count);
      case WEIGHTED_SUM -> {
        WeightedSum sum = schedule.sums().get(step.a());
        Span start = sum.start() < 0 ? ZEROS : extOperand(sum.start());
        kernels.addTerms(start, located(sum, sums[step.a()]), out, count);
      }
      default -> extensionSum(step, out);
    }
  }

  /** The operations that change a copy of an operand. */
  private void extensionSum(Schedule.Step step, Span out) {
    if (step.op() == Op.EXT_SUBTRACT_FROM_UNIFORM) {
      kernels.multiplyConstant(extOperand(step.a()), MINUS_ONE, out, Ext.DEGREE * count);
      addUniform(out, uniform(step.b()));
      return;
    }
    if (step.a() != step.target()) {
      int start = step.a() * EXT_BLOCK;
      System.arraycopy(extension, start, extension, out.offset(), Ext.DEGREE * count);
    }
    switch (step.op()) {
      case EXT_ADD_BASE -> kernels.add(out, baseOperand(step.b()), out, count);
      case EXT_SUBTRACT_BASE -> kernels.subtract(out, baseOperand(step.b()), out, count);
      case EXT_ADD_UNIFORM -> addUniform(out, uniform(step.b()));
      default -> throw new IllegalStateException("not over the extension: " + step);
    }
  }

  private void addUniform(Span out, Ext value) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      kernels.addConstant(plane(out, e), value.coefficient(e), plane(out, e), count);
    }
  }

  private void sink(Schedule.Step step) {
    switch (step.op()) {
      case ACCUMULATE -> {
        Span out = new Span(results, step.b() * EXT_BLOCK);
        WeightedSum sum = schedule.sums().get(step.a());
        kernels.addTerms(out, located(sum, sums[step.a()]), out, count);
      }
      case OUTPUT -> {
        Span a = baseOperand(step.a());
        System.arraycopy(a.array(), a.offset(), results, step.b() * BLOCK, count);
      }
      case EXT_OUTPUT ->
          System.arraycopy(
              extension, step.a() * EXT_BLOCK, results, step.b() * BLOCK, Ext.DEGREE * count);
      default -> throw new IllegalStateException("not a sink: " + step);
    }
  }

  /** The terms of a sum, with their factors. */
  private static Terms terms(WeightedSum sum, int[] factors) {
    var terms = new Terms(sum.width());
    int at = 0;
    for (WeightedSum.Term term : sum.terms()) {
      Ext factor = Ext.at(factors, Ext.DEGREE * term.factor());
      if (term.isExtension()) {
        terms.setFactors(at, factor);
        at += Ext.DEGREE;
      } else {
        terms.setFactor(at++, factor);
      }
    }
    if (sum.constant() >= 0) {
      terms.setFactor(at, Ext.at(factors, Ext.DEGREE * sum.constant()));
    }
    return terms;
  }

  /** Finds the elements of a sum's terms for the block. */
  private Terms located(WeightedSum sum, Terms terms) {
    int at = 0;
    for (WeightedSum.Term term : sum.terms()) {
      if (term.isExtension()) {
        terms.setPlanes(at, extension, term.value() * EXT_BLOCK, count);
        at += Ext.DEGREE;
      } else if (term.value() < 0) {
        Span column = columns[-1 - term.value()];
        terms.setElements(at++, column.array(), column.offset());
      } else {
        terms.setElements(at++, base, term.value() * BLOCK);
      }
    }
    if (sum.constant() >= 0) {
      terms.setElements(at, ONES, 0);
    }
    return terms;
  }

  private void load(int column, boolean isNext, int offset) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      int[] values = inputs.columns().bus()[Ext.DEGREE * column + e];
      int at = inputs.rows().entry(from, isNext);
      System.arraycopy(values, at, extension, offset + e * count, count);
    }
  }

  private void fill(Ext value, int offset) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      int start = offset + e * count;
      Arrays.fill(extension, start, start + count, value.coefficient(e));
    }
  }

  private Span baseOperand(int place) {
    return place < 0 ? columns[-1 - place] : new Span(base, place * BLOCK);
  }

  private Span extOperand(int place) {
    return new Span(extension, place * EXT_BLOCK);
  }

  private Span plane(Span planes, int e) {
    return new Span(planes.array(), planes.offset() + e * count);
  }

  private Ext uniform(int index) {
    return Ext.at(uniforms, Ext.DEGREE * index);
  }
}
