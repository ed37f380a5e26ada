package org.zarf.prover.constraint;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Algebra;
import org.zarf.air.Leaf;
import org.zarf.air.Reader;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;

/**
 * What a schedule reads.
 *
 * @param columns the values of the columns
 * @param values the values that are the same in every row
 * @param rows which rows of the columns there are
 * @param weights the weight of each constraint, five coefficients each
 */
record Inputs(InstanceColumns columns, ProofValues values, Rows rows, int[] weights) {

  /**
   * The first rows of a cyclic domain.
   *
   * @param logSize the logarithm of the number of entries
   * @param count how many rows
   * @param next how many entries the next row of the trace is ahead
   */
  record Rows(int logSize, int count, int next) {

    /** All rows of a domain. */
    static Rows all(int logSize, int next) {
      return new Rows(logSize, 1 << logSize, next);
    }

    /** {@code count} rows from an index on. */
    record Block(int from, int count) {}

    /** Cuts the rows into blocks; in none does the next row of some rows wrap around. */
    List<Block> blocks() {
      var blocks = new ArrayList<Block>();
      int wrap = (1 << logSize) - next;
      for (int from = 0; from < count; ) {
        int end = Math.min(count, from + Evaluator.BLOCK);
        if (from < wrap && end > wrap) {
          end = wrap;
        }
        blocks.add(new Block(from, end - from));
        from = end;
      }
      return blocks;
    }

    /** The entry of a row, or of the next one. */
    int entry(int row, boolean isNext) {
      return (row + (isNext ? next : 0)) & ((1 << logSize) - 1);
    }
  }

  /** The coefficients of the uniform values of a schedule. */
  int[] uniforms(Schedule schedule) {
    var reader = new Reader<>(new UniformValues(values));
    int[] coefficients = new int[Ext.DEGREE * schedule.uniforms().size()];
    for (int i = 0; i < schedule.uniforms().size(); i++) {
      reader.read(schedule.uniforms().get(i)).write(coefficients, Ext.DEGREE * i);
    }
    return coefficients;
  }

  private record UniformValues(ProofValues values) implements Algebra<Ext> {

    @Override
    public Ext constant(int value) {
      return Ext.of(value);
    }

    @Override
    public Ext leaf(Leaf leaf) {
      return switch (leaf) {
        case Leaf.BusChallenge(int power) -> values.powers().get(power);
        case Leaf.InstanceIndex _ -> Ext.of(KoalaBear.of(values.instanceIndex()));
        case Leaf.PublishedSum _ -> values.sum();
        default -> throw new IllegalArgumentException("not the same in every row: " + leaf);
      };
    }

    @Override
    public Ext sum(Ext left, Ext right) {
      return left.plus(right);
    }

    @Override
    public Ext difference(Ext left, Ext right) {
      return left.minus(right);
    }

    @Override
    public Ext product(Ext left, Ext right) {
      return left.times(right);
    }
  }
}
