package org.zarf.prover.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zarf.air.Cell;
import org.zarf.air.Expr;
import org.zarf.air.Leaf;
import org.zarf.air.LogUp;
import org.zarf.air.Reader;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.testkit.Trials;

/** Schedules compute what a plain reading of the expressions says. */
class ScheduleTest {

  private static final int MAIN = 4;
  private static final int FIXED = 2;
  private static final int BUS = 2;

  private final Kernels kernels = new ScalarKernels();

  /** A random graph of expressions, with many shared parts. */
  private static List<Expr> graph(SplittableRandom random, int size, boolean base) {
    var exprs = new ArrayList<Expr>();
    for (int i = 0; i < MAIN; i++) {
      Cell cell = new Cell.Felt(i, "m" + i);
      exprs.add(cell);
      exprs.add(new Leaf.Next(cell));
    }
    exprs.add(new Cell.Fixed(random.nextInt(FIXED), "f", 16));
    exprs.add(new Expr.Constant(random.nextInt(KoalaBear.P)));
    exprs.add(random.nextBoolean() ? Expr.Constant.ONE : Expr.Constant.ZERO);
    exprs.add(Expr.of(-1));
    if (!base) {
      exprs.add(new Leaf.BusColumn(random.nextInt(BUS), random.nextBoolean()));
      exprs.add(new Leaf.BusChallenge(random.nextInt(3)));
      exprs.add(new Leaf.BusChallenge(random.nextInt(3)));
      exprs.add(new Leaf.PublishedSum());
      exprs.add(new Leaf.InstanceIndex());
    }
    for (int i = 0; i < size; i++) {
      Expr left = exprs.get(random.nextInt(exprs.size()));
      Expr right = exprs.get(random.nextInt(exprs.size()));
      exprs.add(
          switch (random.nextInt(4)) {
            case 0 -> new Expr.Sum(left, right);
            case 1 -> new Expr.Difference(left, right);
            case 2 -> new Expr.Product(left, right);
            default -> new Expr.Bounded(left.times(right).plus(left), 0, 1);
          });
    }
    return exprs;
  }

  private static Inputs inputs(SplittableRandom random, Inputs.Rows rows, int weights) {
    var columns =
        new InstanceColumns(
            columns(random, FIXED, 1 << rows.logSize()),
            columns(random, MAIN, 1 << rows.logSize()),
            columns(random, Ext.DEGREE * BUS, 1 << rows.logSize()));
    var powers = List.of(ext(random), ext(random), ext(random));
    return new Inputs(
        columns,
        new ProofValues(random.nextInt(100), powers, ext(random)),
        rows,
        random.ints(Ext.DEGREE * (long) weights, 0, KoalaBear.P).toArray());
  }

  private static int[][] columns(SplittableRandom random, int count, int size) {
    return IntStream.range(0, count)
        .mapToObj(_ -> random.ints(size, 0, KoalaBear.P).toArray())
        .toArray(int[][]::new);
  }

  private static Ext ext(SplittableRandom random) {
    return Ext.at(random.ints(Ext.DEGREE, 0, KoalaBear.P).toArray(), 0);
  }

  private static Ext result(int[] results, int offset, int count, int i) {
    int at = offset + i;
    return new Ext(
        results[at],
        results[at + count],
        results[at + 2 * count],
        results[at + 3 * count],
        results[at + 4 * count]);
  }

  @Trials(200)
  void sumsWeightedConstraintsOfEachDomain(SplittableRandom random) {
    var constraints =
        graph(random, 30, false).stream()
            .map(e -> new Table.Constraint("random", Table.Domain.values()[random.nextInt(6)], e))
            .toList();
    var rows = random.nextBoolean() ? Inputs.Rows.all(5, 4) : new Inputs.Rows(5, 16, 16);
    Inputs inputs = inputs(random, rows, constraints.size());
    var evaluator = new Evaluator(Schedule.ofConstraints(constraints), inputs, kernels);
    for (Inputs.Rows.Block block : inputs.rows().blocks()) {
      int[] results = evaluator.evaluate(block);
      for (int i = 0; i < block.count(); i++) {
        var reader = new Reader<>(new RowOf(inputs, block.from() + i));
        Ext[] expected = new Ext[Schedule.ACCUMULATORS];
        java.util.Arrays.fill(expected, Ext.ZERO);
        for (int k = 0; k < constraints.size(); k++) {
          int a = Schedule.accumulatorOf(constraints.get(k).domain());
          Ext weight = Ext.at(inputs.weights(), Ext.DEGREE * k);
          expected[a] = expected[a].plus(reader.read(constraints.get(k).expr()).times(weight));
        }
        for (int a = 0; a < expected.length; a++) {
          assertThat(result(results, Ext.DEGREE * a * Evaluator.BLOCK, block.count(), i))
              .isEqualTo(expected[a]);
        }
      }
    }
  }

  @Trials(100)
  void evaluatesFractions(SplittableRandom random) {
    var numerators = graph(random, 10, true);
    var denominators = graph(random, 10, false);
    var fractions = new ArrayList<LogUp.Fraction>();
    for (int i = 0; i < numerators.size(); i++) {
      fractions.add(new LogUp.Fraction(numerators.get(i), denominators.get(i)));
    }
    Inputs inputs = inputs(random, Inputs.Rows.all(4, 1), 0);
    var evaluator = new Evaluator(Schedule.ofFractions(fractions), inputs, kernels);
    for (Inputs.Rows.Block block : inputs.rows().blocks()) {
      int[] results = evaluator.evaluate(block);
      for (int i = 0; i < block.count(); i++) {
        var reader = new Reader<>(new RowOf(inputs, block.from() + i));
        for (int f = 0; f < fractions.size(); f++) {
          int at = 6 * f * Evaluator.BLOCK;
          assertThat(Ext.of(results[at + i])).isEqualTo(reader.read(fractions.get(f).numerator()));
          assertThat(result(results, at + Evaluator.BLOCK, block.count(), i))
              .isEqualTo(reader.read(fractions.get(f).denominator()));
        }
      }
    }
  }

  @Test
  void computesSharedPartsOnce() {
    Cell a = new Cell.Felt(0, "a");
    Cell b = new Cell.Felt(1, "b");
    Expr product = new Expr.Product(a, b);
    Expr again = new Expr.Product(b, a);
    var constraint =
        new Table.Constraint("same", Table.Domain.EVERY_ROW, new Expr.Difference(product, again));
    var both = new Table.Constraint("both", Table.Domain.EVERY_ROW, new Expr.Sum(product, again));
    assertThat(Schedule.ofConstraints(List.of(constraint, both)).steps())
        .extracting(Schedule.Step::op)
        .containsExactly(Op.MULTIPLY, Op.ADD, Op.ACCUMULATE);
  }

  @Test
  void blocksCoverAllRowsAndDoNotWrap() {
    for (int logSize : new int[] {2, 3, 10, 12}) {
      int count = 1 << logSize;
      for (int next : new int[] {1, 2, 4}) {
        var blocks = Inputs.Rows.all(logSize, next).blocks();
        int at = 0;
        for (var block : blocks) {
          assertThat(block.from()).isEqualTo(at);
          at += block.count();
          assertThat((block.from() + next) % count + block.count()).isLessThanOrEqualTo(count);
        }
        assertThat(at).isEqualTo(count);
      }
    }
  }
}
