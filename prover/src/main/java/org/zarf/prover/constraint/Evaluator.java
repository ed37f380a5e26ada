package org.zarf.prover.constraint;

import java.util.Arrays;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;

/** Runs a schedule over blocks of rows, in scratch memory of its own: one for each thread. */
final class Evaluator {

  /** The most rows in a block. */
  static final int BLOCK = 1024;

  private static final int EXT_BLOCK = Ext.DEGREE * BLOCK;
  private static final int MINUS_ONE = KoalaBear.neg(KoalaBear.ONE);

  private final Schedule schedule;
  private final Inputs inputs;
  private final Kernels kernels;
  private final int[] uniforms;
  private final int[] base;
  private final int[] extension;
  private final int[] gathered;
  private final int[] results;
  private final int[] product = new int[EXT_BLOCK];
  private final Span[] columns;
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
    this.gathered = new int[inputs.rows().step() == 1 ? 0 : BLOCK * columns.length];
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

  /** A column on the block's rows: in place where its entries follow one another. */
  private Span column(int index) {
    ColumnRead read = schedule.columns().get(index);
    var source = read.isFixed() ? inputs.columns().fixed() : inputs.columns().main();
    int[] values = source[read.column()];
    if (inputs.rows().step() == 1) {
      return new Span(values, inputs.rows().entry(from, read.isNext()));
    }
    gather(values, read.isNext(), gathered, index * BLOCK);
    return new Span(gathered, index * BLOCK);
  }

  private void gather(int[] values, boolean isNext, int[] target, int offset) {
    Inputs.Rows rows = inputs.rows();
    int at = rows.entry(from, isNext);
    if (rows.step() == 1) {
      System.arraycopy(values, at, target, offset, count);
      return;
    }
    int mask = (1 << rows.logSize()) - 1;
    for (int i = 0; i < count; i++) {
      target[offset + i] = values[at & mask];
      at += rows.step();
    }
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
      case EXT_MULTIPLY_UNIFORM ->
          kernels.multiplyExtConstant(extOperand(step.a()), uniform(step.b()), out, count);
      case SCALE -> {
        Ext factor = uniform(step.b());
        Span a = baseOperand(step.a());
        for (int e = 0; e < Ext.DEGREE; e++) {
          kernels.multiplyConstant(a, factor.coefficient(e), plane(out, e), count);
        }
      }
      default -> extensionSum(step, out);
    }
  }

  /** The operations that change a copy of an operand. */
  private void extensionSum(Schedule.Step step, Span out) {
    if (step.op() == Op.AFFINE) {
      fill(uniform(step.c()), out.offset());
      kernels.addScaled(out, uniform(step.b()), baseOperand(step.a()), count);
      return;
    }
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
      case ADD_SCALED -> kernels.addScaled(out, uniform(step.c()), baseOperand(step.b()), count);
      default -> throw new IllegalStateException("not over the extension: " + step);
    }
  }

  private void addUniform(Span out, Ext value) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      kernels.addConstant(plane(out, e), value.coefficient(e), plane(out, e), count);
    }
  }

  private void sink(Schedule.Step step) {
    Span out = new Span(results, step.b() * (isAccumulation(step) ? EXT_BLOCK : BLOCK));
    switch (step.op()) {
      case ACCUMULATE -> kernels.addScaled(out, weight(step.c()), baseOperand(step.a()), count);
      case EXT_ACCUMULATE -> {
        Span weighted = new Span(product, 0);
        kernels.multiplyExtConstant(extOperand(step.a()), weight(step.c()), weighted, count);
        kernels.add(out, weighted, out, Ext.DEGREE * count);
      }
      case OUTPUT -> {
        Span a = baseOperand(step.a());
        System.arraycopy(a.array(), a.offset(), results, out.offset(), count);
      }
      case EXT_OUTPUT ->
          System.arraycopy(
              extension, step.a() * EXT_BLOCK, results, out.offset(), Ext.DEGREE * count);
      default -> throw new IllegalStateException("not a sink: " + step);
    }
  }

  private static boolean isAccumulation(Schedule.Step step) {
    return step.op() == Op.ACCUMULATE || step.op() == Op.EXT_ACCUMULATE;
  }

  private void load(int column, boolean isNext, int offset) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      int[] values = inputs.columns().bus()[Ext.DEGREE * column + e];
      gather(values, isNext, extension, offset + e * count);
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

  private Ext weight(int index) {
    return Ext.at(inputs.weights(), Ext.DEGREE * index);
  }
}
