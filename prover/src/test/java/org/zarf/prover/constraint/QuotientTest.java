package org.zarf.prover.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.zarf.air.Circuit;
import org.zarf.air.Reader;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.algebra.Ntt;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.Domain;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.Parameters;
import org.zarf.stark.VerifyingKey;
import org.zarf.testkit.Trials;

/** Bus columns satisfy their constraints, and quotients are what the verifier computes. */
class QuotientTest {

  private static final int QUERIES = 3;

  private final Kernels kernels = new ScalarKernels();
  private final Table table = Table.of(new CounterChip()).table();

  /** One instance of the table, as far as a prover gets before it commits to the quotient. */
  private record Proved(
      Parameters parameters,
      InstanceLayout layout,
      InstanceColumns trace,
      BusColumns bus,
      ProofValues values) {

    Domain domain() {
      return new Domain(layout.instance().logHeight(), parameters.blindingRows());
    }
  }

  private Proved prove(SplittableRandom random, boolean hiding) {
    Parameters parameters = InsecureParameters.of(hiding, QUERIES, 1);
    int logHeight = parameters.minLogHeight() + random.nextInt(hiding ? 2 : 12);
    int height = 1 << logHeight;
    int regular = height - parameters.blindingRows();
    int[][] main = new int[table.main().size()][height];
    for (int row = 0; row < height; row++) {
      int a = KoalaBear.of(row + 1);
      boolean isRegular = row < regular;
      main[0][row] = isRegular ? KoalaBear.ONE : element(random);
      main[1][row] = isRegular ? a : element(random);
      main[2][row] = isRegular ? KoalaBear.mul(a, a) : element(random);
      for (int c = 3; c < main.length; c++) {
        main[c][row] = element(random);
      }
    }
    int[][] fixed = {random.ints(height, 0, KoalaBear.P).toArray()};
    var commitment =
        new FixedCommitment("labels", Digest.of(new byte[Digest.BYTES]), List.of(logHeight));
    var slot = new Circuit.Slot(table, Circuit.Cardinality.EXACTLY_ONE, "labels");
    var circuit = new Circuit("test", List.of(slot));
    var key = VerifyingKey.of(circuit, parameters, HashSuite.BLAKE3, List.of(commitment));
    var layout = InstanceLayout.of(new Instance(0, logHeight), table, key.parameters());
    var powers = IntStream.range(0, 8).mapToObj(_ -> ext(random)).toList();
    var unsummed = new ProofValues(3, powers, Ext.ZERO);
    int[][] unfilled =
        IntStream.range(0, layout.busWidth())
            .mapToObj(_ -> random.ints(height, 0, KoalaBear.P).toArray())
            .toArray(int[][]::new);
    var trace = new InstanceColumns(fixed, main, unfilled);
    BusColumns bus = BusColumns.of(layout, parameters, trace, unsummed, kernels);
    int free = regular + (hiding ? 2 : 1);
    int[][] phi = Arrays.copyOfRange(bus.columns(), layout.busWidth() - 5, layout.busWidth());
    for (int[] column : bus.columns()) {
      int from = List.of(phi).contains(column) ? free : regular;
      for (int row = from; row < height; row++) {
        assertThat(column[row]).isZero();
        column[row] = element(random);
      }
    }
    return new Proved(
        parameters,
        layout,
        new InstanceColumns(fixed, main, bus.columns()),
        bus,
        new ProofValues(3, powers, bus.sum()));
  }

  private static int element(SplittableRandom random) {
    return random.nextInt(KoalaBear.P);
  }

  private static Ext ext(SplittableRandom random) {
    return Ext.at(random.ints(Ext.DEGREE, 0, KoalaBear.P).toArray(), 0);
  }

  @Trials(6)
  void busColumnsSatisfyTheirConstraints(SplittableRandom random) {
    Proved proved = prove(random, random.nextBoolean());
    int logHeight = proved.layout().instance().logHeight();
    int height = 1 << logHeight;
    int regular = proved.domain().regularRows();
    var inputs =
        new Inputs(proved.trace(), proved.values(), Inputs.Rows.all(logHeight, 1), new int[0]);
    for (int row = 0; row < Math.min(height, regular + 2); row++) {
      var reader = new Reader<>(new RowOf(inputs, row));
      for (Table.Constraint constraint : proved.layout().constraints()) {
        boolean holdsHere =
            switch (constraint.domain()) {
              case EVERY_ROW, BUS_STEP -> row < regular;
              case TRANSITION -> row < regular - 1;
              case FIRST_ROW -> row == 0;
              case END_ROW -> row == regular;
              case AFTER_END_ROW -> row == regular + 1;
            };
        if (holdsHere) {
          assertThat(reader.read(constraint.expr()))
              .as(constraint.why() + " on row " + row)
              .isEqualTo(Ext.ZERO);
        }
      }
    }
  }

  private Quotient.Part part(Proved proved) {
    InstanceColumns trace = proved.trace();
    int running = trace.bus().length - Ext.DEGREE;
    int[][][] fixed = extend(trace.fixed(), proved, _ -> false);
    int[][][] main = extend(trace.main(), proved, proved.layout().nextColumns()::contains);
    int[][][] bus = extend(trace.bus(), proved, c -> c >= running);
    return new Quotient.Part(
        proved.layout(),
        new InstanceColumns(fixed[0], main[0], bus[0]),
        new InstanceColumns(fixed[1], main[1], bus[1]),
        proved.values());
  }

  /** Columns on the evaluation domain, and on the extra coset. */
  private int[][][] extend(int[][] columns, Proved proved, IntPredicate isReadAhead) {
    Parameters parameters = proved.parameters();
    int logHeight = proved.layout().instance().logHeight();
    var extension = new Kernels.Extension(logHeight, parameters.logBlowup(), Domain.SHIFT);
    var coset = ExtraCoset.of(parameters);
    int[][][] extended = new int[2][columns.length][];
    for (int c = 0; c < columns.length; c++) {
      extended[0][c] = new int[columns[c].length << parameters.logBlowup()];
      List<Kernels.Remainder> remainders =
          parameters.hiding() ? coset.remainders(logHeight, isReadAhead.test(c)) : List.of();
      kernels.extend(columns[c], extension, extended[0][c], remainders);
      extended[1][c] = coset.values(remainders, logHeight, kernels);
    }
    return extended;
  }

  /** What the verifier computes at a point of the base field, from the trace's polynomials. */
  private static Ext expected(Proved proved, Ext alpha, int x) {
    int next = KoalaBear.mul(x, proved.domain().generator());
    InstanceColumns trace = proved.trace();
    var row =
        new InstanceColumns(
            at(trace.fixed(), x, next), at(trace.main(), x, next), at(trace.bus(), x, next));
    var inputs = new Inputs(row, proved.values(), Inputs.Rows.all(1, 1), new int[0]);
    var reader = new Reader<>(new RowOf(inputs, 0));
    Domain.Factors factors = proved.domain().factorsAt(Ext.of(x));
    Ext expected = Ext.ZERO;
    Ext weight = Ext.ONE;
    for (Table.Constraint constraint : proved.layout().constraints()) {
      Ext value = reader.read(constraint.expr()).times(factors.of(constraint.domain()));
      expected = expected.plus(value.times(weight));
      weight = weight.times(alpha);
    }
    return expected;
  }

  /** The values of columns at two points. */
  private static int[][] at(int[][] columns, int x, int next) {
    return Arrays.stream(columns)
        .map(column -> Ntt.interpolate(column, KoalaBear.ONE))
        .map(
            polynomial ->
                new int[] {
                  Ntt.evaluate(polynomial, Ext.of(x)).coefficient(0),
                  Ntt.evaluate(polynomial, Ext.of(next)).coefficient(0)
                })
        .toArray(int[][]::new);
  }

  private int[][] quotient(Proved proved, Ext alpha) {
    return Quotient.of(List.of(part(proved)), proved.parameters(), alpha, kernels);
  }

  private static Ext valueAt(int[][] quotient, int x) {
    int[] value = new int[Ext.DEGREE];
    for (int e = 0; e < Ext.DEGREE; e++) {
      value[e] = Ntt.evaluate(quotient[e], Ext.of(x)).coefficient(0);
    }
    return Ext.at(value, 0);
  }

  @Trials(6)
  void quotientsAreThoseOfTheVerifier(SplittableRandom random) {
    Proved proved = prove(random, random.nextBoolean());
    Ext alpha = ext(random);
    int[][] quotient = quotient(proved, alpha);
    int logDomain = proved.layout().instance().logHeight() + proved.parameters().logBlowup();
    int w = KoalaBear.rootOfUnity(logDomain);
    // On the evaluation domain, on the extra coset, and elsewhere.
    for (int shift : new int[] {Domain.SHIFT, ExtraCoset.SHIFT, random.nextInt(2, KoalaBear.P)}) {
      int x = KoalaBear.mul(shift, KoalaBear.pow(w, random.nextInt(1 << logDomain)));
      assertThat(valueAt(quotient, x)).isEqualTo(expected(proved, alpha, x));
    }
  }

  @Trials(6)
  void quotientsOfHonestTracesHaveLowDegree(SplittableRandom random) {
    Proved proved = prove(random, random.nextBoolean());
    for (int[] column : quotient(proved, ext(random))) {
      for (int i = bound(proved); i < column.length; i++) {
        assertThat(column[i]).isZero();
      }
    }
  }

  /** There is no such polynomial then: what is committed to is not what the verifier computes. */
  @Trials(6)
  void quotientsOfWrongTracesAreNotThoseOfTheVerifier(SplittableRandom random) {
    Proved proved = prove(random, random.nextBoolean());
    proved.trace().main()[2][random.nextInt(proved.domain().regularRows())] = element(random);
    Ext alpha = ext(random);
    int x = random.nextInt(2, KoalaBear.P);
    assertThat(valueAt(quotient(proved, alpha), x)).isNotEqualTo(expected(proved, alpha, x));
  }

  private static int bound(Proved proved) {
    int twice = 2 * proved.layout().instance().height();
    return proved.parameters().hiding() ? twice + proved.parameters().blindingRows() - 1 : twice;
  }
}
