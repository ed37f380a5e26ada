package org.zarf.stark;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.pow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;

/**
 * The polynomial that FRI is about, at the queries: G(x) = R(x) + sum lambda^e (f_e(y) - f_e(z)) /
 * (y - z), where e counts all pairs of a column f_e and a point z from 1 on, and y is x taken to
 * the domain of the column's table. All tables are lifted to the tallest, so that it is one batch.
 */
final class BatchedOpenings {

  /** 2^32 p: what is below it, {@link KoalaBear#reduce} takes. */
  private static final long REDUCIBLE = (long) KoalaBear.P << 32;

  private final ProofLayout layout;
  private final OpenedTrees trees;
  private final Ext zeta;
  private final Ext lambda;
  private final Ext[] batch;
  private final int[] nextMatrix;
  private final Map<Integer, Points> points = new HashMap<>();
  private Ext weight = Ext.ONE;

  /** The rows of one height that are opened, with 1 / (y - zeta) and 1 / (y - zeta g) for each. */
  private record Points(int[] rows, Ext[] here, Ext[] next) {}

  /** Columns opened at one point: sum of lambda^e f_e(z), and the weights lambda^e. */
  private record Opened(int[] weights, Ext value) {}

  private BatchedOpenings(ProofLayout layout, OpenedTrees trees, Ext zeta, Ext lambda) {
    this.layout = layout;
    this.trees = trees;
    this.zeta = zeta;
    this.lambda = lambda;
    this.batch = new Ext[trees.queries().length];
    this.nextMatrix = new int[layout.mainTree() + 3];
    Arrays.fill(batch, Ext.ZERO);
  }

  /** G at the queries. */
  static Ext[] at(ProofLayout layout, Proof proof, OpenedTrees trees, Ext zeta, Ext lambda) {
    var openings = new BatchedOpenings(layout, trees, zeta, lambda);
    for (int i = 0; i < layout.instances().size(); i++) {
      openings.addInstance(layout.instances().get(i), proof.openings().get(i));
    }
    if (layout.key().parameters().hiding()) {
      openings.addHidingPolynomial();
    }
    return openings.batch;
  }

  private void addInstance(InstanceLayout instance, InstanceOpenings values) {
    int logRows = instance.instance().logHeight() + layout.key().parameters().logBlowup();
    int[][] fixed = matrixOf(fixedTree(instance), instance.fixedWidth());
    int[][] main = matrixOf(layout.mainTree(), instance.mainWidth());
    int[][] bus = matrixOf(layout.mainTree() + 1, instance.busWidth());
    int[][] quotient = matrixOf(layout.mainTree() + 2, instance.quotientWidth());
    Opened here =
        opened(
            Stream.of(values.fixed(), values.main(), values.bus(), values.quotient())
                .flatMap(List::stream)
                .toList());
    Opened next =
        opened(Stream.concat(values.mainNext().stream(), values.busNext().stream()).toList());
    int[] nextColumns = instance.nextColumns().stream().mapToInt(Integer::intValue).toArray();
    int sumStart = instance.busWidth() - instance.busNextWidth();
    Points at = points.computeIfAbsent(logRows, this::pointsOf);
    Ext[] results = new Ext[at.rows.length];
    for (int r = 0; r < results.length; r++) {
      long[] total = noProducts();
      int used = addProducts(total, fixed[r], here.weights, 0);
      used = addProducts(total, main[r], here.weights, used);
      used = addProducts(total, bus[r], here.weights, used);
      addProducts(total, quotient[r], here.weights, used);
      results[r] = sum(total).minus(here.value).times(at.here[r]);
      if (next.weights.length > 0) {
        long[] nextTotal = noProducts();
        int nextUsed = addProducts(nextTotal, pick(main[r], nextColumns), next.weights, 0);
        int[] sum = Arrays.copyOfRange(bus[r], sumStart, instance.busWidth());
        addProducts(nextTotal, sum, next.weights, nextUsed);
        Ext difference = sum(nextTotal).minus(next.value);
        results[r] = results[r].plus(difference.times(at.next[r]));
      }
    }
    lift(at.rows, logRows, results);
  }

  private void addHidingPolynomial() {
    int[][] rows = matrixOf(layout.mainTree() + 2, Ext.DEGREE);
    for (int i = 0; i < batch.length; i++) {
      batch[i] = batch[i].plus(Ext.at(rows[i], 0));
    }
  }

  /** Adds the value of a table's row to each query that falls on it. */
  private void lift(int[] rows, int logRows, Ext[] results) {
    int mask = (1 << logRows) - 1;
    for (int i = 0; i < batch.length; i++) {
      int row = Arrays.binarySearch(rows, trees.queries()[i] & mask);
      batch[i] = batch[i].plus(results[row]);
    }
  }

  private int fixedTree(InstanceLayout instance) {
    String group = layout.key().circuit().slots().get(instance.instance().slot()).group();
    return layout.key().circuit().groups().indexOf(group);
  }

  /** The rows of the next matrix of a tree; empty rows where an instance has no columns there. */
  private int[][] matrixOf(int tree, int width) {
    return width == 0 ? new int[trees.queries().length][0] : trees.matrix(tree, nextMatrix[tree]++);
  }

  private Opened opened(List<Ext> values) {
    int[] weights = new int[Ext.DEGREE * values.size()];
    Ext total = Ext.ZERO;
    for (int i = 0; i < values.size(); i++) {
      weight = weight.times(lambda);
      weight.write(weights, Ext.DEGREE * i);
      total = total.plus(weight.times(values.get(i)));
    }
    return new Opened(weights, total);
  }

  private Points pointsOf(int logRows) {
    int[] rows = trees.rows(logRows);
    int generator = KoalaBear.rootOfUnity(logRows);
    int g = KoalaBear.rootOfUnity(logRows - layout.key().parameters().logBlowup());
    Ext zetaNext = zeta.times(g);
    Ext[] here = new Ext[rows.length];
    Ext[] next = new Ext[rows.length];
    for (int r = 0; r < rows.length; r++) {
      Ext y = Ext.of(mul(Domain.SHIFT, pow(generator, rows[r])));
      here[r] = y.minus(zeta);
      next[r] = y.minus(zetaNext);
    }
    return new Points(rows, Ext.inverses(here), Ext.inverses(next));
  }

  private static int[] pick(int[] row, int[] columns) {
    return Arrays.stream(columns).map(c -> row[c]).toArray();
  }

  /** No products: sums of them are reduced once, and kept less 2^32 p, from -2^32 p to 0. */
  static long[] noProducts() {
    long[] total = new long[Ext.DEGREE];
    Arrays.fill(total, -REDUCIBLE);
    return total;
  }

  /**
   * total += sum of weight_i * row_i; returns how many weights have been used. A product of two
   * elements is below 2^32 p, so that no sum leaves the range from -2^32 p to 2^32 p.
   */
  static int addProducts(long[] total, int[] row, int[] weights, int used) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      long sum = total[e];
      for (int i = 0, at = Ext.DEGREE * used + e; i < row.length; i++, at += Ext.DEGREE) {
        sum += (long) weights[at] * row[i];
        sum -= REDUCIBLE & ~(sum >> 63);
      }
      total[e] = sum;
    }
    return used + row.length;
  }

  static Ext sum(long[] total) {
    int[] coefficients = new int[Ext.DEGREE];
    Arrays.setAll(coefficients, e -> KoalaBear.reduce(total[e] + REDUCIBLE));
    return Ext.at(coefficients, 0);
  }
}
