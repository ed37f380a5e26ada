package org.zarf.prover;

import static org.zarf.algebra.KoalaBear.mul;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.prover.kernel.Terms;
import org.zarf.stark.Domain;
import org.zarf.stark.InstanceOpenings;

/**
 * The polynomial that FRI is about, on the largest domain: sum lambda^e (f_e(y) - f_e(z)) / (y -
 * z), plus the polynomial that hides it. Columns of one height share their denominators, so they
 * are summed first. Of degree below their height, they are summed on as many points as that, one
 * coset, from which the quotient is extended.
 */
final class BatchedColumns {

  /** Columns are read so many at a time: no more than the processor reads ahead of. */
  private static final int COLUMNS = 16;

  /** What the columns of one height, opened at one point, add up to. */
  private static final class Sum {
    private final List<int[]> columns = new ArrayList<>();
    private final List<Ext> weights = new ArrayList<>();
    private Ext value = Ext.ZERO;

    void add(int[][] more, List<Ext> values, Powers powers) {
      for (int c = 0; c < more.length; c++) {
        Ext weight = powers.next();
        columns.add(more[c]);
        weights.add(weight);
        value = value.plus(weight.times(values.get(c)));
      }
    }
  }

  /** The sums of one height. */
  private record Height(int logHeight, Sum here, Sum next) {}

  /** lambda, lambda^2, .. */
  private static final class Powers {
    private final Ext lambda;
    private Ext power = Ext.ONE;

    Powers(Ext lambda) {
      this.lambda = lambda;
    }

    Ext next() {
      power = power.times(lambda);
      return power;
    }
  }

  private final int logBlowup;
  private final Kernels kernels;
  private final Map<Integer, Height> heights = new TreeMap<>();

  private BatchedColumns(int logBlowup, Kernels kernels) {
    this.logBlowup = logBlowup;
    this.kernels = kernels;
  }

  /**
   * The batch.
   *
   * @param hiding the columns of the polynomial that hides it, or none
   * @return five columns
   */
  static int[][] of(
      List<ProvedInstance> instances,
      List<InstanceOpenings> openings,
      int[][] hiding,
      BatchPoint point,
      Kernels kernels) {
    var batch = new BatchedColumns(point.logBlowup, kernels);
    var powers = new Powers(point.lambda);
    for (int i = 0; i < instances.size(); i++) {
      batch.add(instances.get(i), openings.get(i), powers);
    }
    int[][] total = new int[Ext.DEGREE][1 << point.logDomain];
    for (int e = 0; e < hiding.length; e++) {
      System.arraycopy(hiding[e], 0, total[e], 0, total[e].length);
    }
    for (Height height : batch.heights.values()) {
      batch.addTo(total, height, point.zeta);
    }
    return total;
  }

  /** Where columns were opened, and by what they are batched. */
  record BatchPoint(Ext zeta, Ext lambda, int logDomain, int logBlowup) {}

  private void add(ProvedInstance instance, InstanceOpenings values, Powers powers) {
    Height height =
        heights.computeIfAbsent(instance.logHeight(), log -> new Height(log, new Sum(), new Sum()));
    int[][] here =
        Stream.of(instance.fixed(), instance.main(), instance.bus(), instance.quotient())
            .flatMap(Stream::of)
            .toArray(int[][]::new);
    List<Ext> hereValues =
        Stream.of(values.fixed(), values.main(), values.bus(), values.quotient())
            .flatMap(List::stream)
            .toList();
    height.here.add(here, hereValues, powers);
    height.next.add(instance.mainNext(), values.mainNext(), powers);
    height.next.add(instance.busNext(), values.busNext(), powers);
  }

  private void addTo(int[][] total, Height height, Ext zeta) {
    int size = 1 << height.logHeight;
    int[][] quotient = new int[Ext.DEGREE][size];
    Ext zetaNext = zeta.times(KoalaBear.rootOfUnity(height.logHeight));
    CommittedColumns.blocks(size)
        .forEach(
            from -> {
              int count = Math.min(size - from, CommittedColumns.blockSize());
              var block = new Block(height.logHeight, from, count);
              divide(height.here, zeta, block, quotient);
              if (!height.next.columns.isEmpty()) {
                divide(height.next, zetaNext, block, quotient);
              }
            });
    IntStream.range(0, Ext.DEGREE)
        .parallel()
        .forEach(e -> addExtended(quotient[e], height.logHeight, total[e]));
  }

  /** Adds a column of the quotient, repeated as often as it is shorter. */
  private void addExtended(int[] column, int logHeight, int[] total) {
    int[] extended = new int[column.length << logBlowup];
    // On the coset s H, as the polynomial in s X on H.
    kernels.extend(column, logHeight, logBlowup, KoalaBear.ONE, extended);
    for (int at = 0; at < total.length; at += extended.length) {
      var target = new Span(total, at);
      kernels.add(target, new Span(extended, 0), target, extended.length);
    }
  }

  /** A range of rows of the coset of a height. */
  private record Block(int logHeight, int from, int count) {}

  /** quotient += (sum of weighted columns - their value) / (y - point), on a block. */
  private void divide(Sum sum, Ext point, Block block, int[][] quotient) {
    int count = block.count;
    int[] numerator = new int[Ext.DEGREE * count];
    int[] denominator = new int[Ext.DEGREE * count];
    for (int e = 0; e < Ext.DEGREE; e++) {
      int constant = KoalaBear.neg(sum.value.coefficient(e));
      Arrays.fill(numerator, e * count, (e + 1) * count, constant);
    }
    var above = new Span(numerator, 0);
    addColumns(sum, block, above);
    int generator = KoalaBear.rootOfUnity(block.logHeight);
    int y = mul(Domain.SHIFT, KoalaBear.pow(generator, block.from));
    for (int j = 0; j < count; j++) {
      Ext difference = Ext.of(y).minus(point);
      for (int e = 0; e < Ext.DEGREE; e++) {
        denominator[e * count + j] = difference.coefficient(e);
      }
      y = mul(y, generator);
    }
    var below = new Span(denominator, 0);
    kernels.invertExt(below, below, count);
    kernels.multiplyExt(above, below, above, count);
    for (int e = 0; e < Ext.DEGREE; e++) {
      var target = new Span(quotient[e], block.from);
      kernels.add(target, new Span(numerator, e * count), target, count);
    }
  }

  /** numerator += the weighted columns, on a block. */
  private void addColumns(Sum sum, Block block, Span numerator) {
    int count = block.count;
    int[] selected = new int[COLUMNS * count];
    for (int first = 0; first < sum.columns.size(); first += COLUMNS) {
      var terms = new Terms(Math.min(COLUMNS, sum.columns.size() - first));
      for (int c = 0; c < terms.count(); c++) {
        var from = new Span(sum.columns.get(first + c), block.from << logBlowup);
        kernels.select(from, logBlowup, new Span(selected, c * count), count);
        terms.setElements(c, selected, c * count);
        terms.setFactor(c, sum.weights.get(first + c));
      }
      kernels.addTerms(numerator, terms, numerator, count);
    }
  }
}
