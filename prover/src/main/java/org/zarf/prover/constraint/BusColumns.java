package org.zarf.prover.constraint;

import java.util.Arrays;
import java.util.List;
import org.zarf.air.Expr;
import org.zarf.air.LogUp;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.stark.Domain;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.Parameters;

/**
 * The bus columns of an instance on the rows of its trace.
 *
 * @param columns five base columns for each bus column, filled on the regular rows; the last one,
 *     the running sum, also on the end row and, where it is masked, on the row after it; otherwise
 *     0
 * @param sum the published sum
 */
public record BusColumns(int[][] columns, Ext sum) {

  /**
   * Computes the bus columns: fractions inverted a block at a time, then their running sum. Works
   * on all threads of the pool that it is called from.
   *
   * @param trace the fixed and main columns on the rows of the trace, blinding rows filled; its bus
   *     columns, with anything in them, are filled and returned
   * @param values what the messages refer to; the sum is not read, but found
   */
  public static BusColumns of(
      InstanceLayout layout,
      Parameters parameters,
      InstanceColumns trace,
      ProofValues values,
      Kernels kernels) {
    if (!layout.hasSum()) {
      return new BusColumns(new int[0][], Ext.ZERO);
    }
    int logHeight = layout.instance().logHeight();
    var inputs = new Inputs(trace, values, Inputs.Rows.all(logHeight, 0), new int[0]);
    var domain = new Domain(logHeight, parameters.blindingRows());
    return new Filling(layout, inputs, domain.regularRows(), kernels)
        .fill(parameters.hiding() && layout.table().isMasked());
  }

  /** The computation for one instance. */
  private static final class Filling {
    private final InstanceLayout layout;
    private final Inputs inputs;
    private final int regular;
    private final Kernels kernels;
    private final List<Inputs.Rows.Block> blocks;
    private final int[][] columns;
    private final int[][] phi;

    /** For each block, what its rows add to the running sum. */
    private final Ext[] totals;

    Filling(InstanceLayout layout, Inputs inputs, int regular, Kernels kernels) {
      this.layout = layout;
      this.inputs = inputs;
      this.regular = regular;
      this.kernels = kernels;
      Inputs.Rows rows = inputs.rows();
      this.blocks = new Inputs.Rows(rows.logSize(), regular, 0).blocks();
      this.columns = inputs.columns().bus();
      this.phi = Arrays.copyOfRange(columns, columns.length - 5, columns.length);
      this.totals = new Ext[blocks.size()];
    }

    BusColumns fill(boolean isMasked) {
      List<LogUp.Batch> batches = layout.logUp().batches();
      var schedule =
          Schedule.ofFractions(batches.stream().flatMap(b -> b.fractions().stream()).toList());
      RowBlocks.forEach(
          blocks,
          () -> {
            var evaluator = new Evaluator(schedule, inputs, kernels);
            var fractions = new BlockFractions(batches, kernels);
            return (index, block) ->
                totals[index] = fillRows(fractions, evaluator.evaluate(block), block);
          });
      Ext[] starts = new Ext[blocks.size()];
      Ext sum = Ext.ZERO;
      for (int i = 0; i < starts.length; i++) {
        starts[i] = sum;
        sum = sum.plus(totals[i]);
      }
      RowBlocks.forEach(blocks, () -> (index, block) -> accumulate(block, starts[index]));
      for (int[] column : columns) {
        Arrays.fill(column, regular, inputs.rows().count(), KoalaBear.ZERO);
      }
      set(regular, sum);
      if (isMasked) {
        sum = sum.plus(maskDenominator().inverse());
        set(regular + 1, sum);
      }
      return new BusColumns(columns, sum);
    }

    /**
     * Fills the fractions of a block; the running sum's columns get what each row adds to it.
     *
     * @return the sum over the block
     */
    private Ext fillRows(BlockFractions fractions, int[] results, Inputs.Rows.Block block) {
      int count = block.count();
      int from = block.from();
      Span sums =
          fractions.of(
              results,
              count,
              (k, e, values) -> {
                if (k < columns.length / Ext.DEGREE - 1) {
                  System.arraycopy(
                      values.array(), values.offset(), columns[Ext.DEGREE * k + e], from, count);
                }
              });
      int[] total = new int[Ext.DEGREE];
      for (int e = 0; e < Ext.DEGREE; e++) {
        int start = sums.offset() + e * count;
        System.arraycopy(sums.array(), start, phi[e], from, count);
        for (int i = 0; i < count; i++) {
          total[e] = KoalaBear.add(total[e], sums.array()[start + i]);
        }
      }
      return Ext.at(total, 0);
    }

    /** Turns what each row of a block adds into the sum before the row. */
    private void accumulate(Inputs.Rows.Block block, Ext start) {
      for (int e = 0; e < Ext.DEGREE; e++) {
        int[] column = phi[e];
        int sum = start.coefficient(e);
        for (int i = block.from(); i < block.from() + block.count(); i++) {
          int step = column[i];
          column[i] = sum;
          sum = KoalaBear.add(sum, step);
        }
      }
    }

    private void set(int row, Ext value) {
      for (int e = 0; e < Ext.DEGREE; e++) {
        phi[e][row] = value.coefficient(e);
      }
    }

    private Ext maskDenominator() {
      var mask = new LogUp.Fraction(Expr.Constant.ONE, LogUp.maskDenominator(layout.table()));
      var evaluator = new Evaluator(Schedule.ofFractions(List.of(mask)), inputs, kernels);
      int[] results = evaluator.evaluate(new Inputs.Rows.Block(regular, 1));
      return Ext.at(results, Evaluator.BLOCK);
    }
  }
}
