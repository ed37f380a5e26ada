package org.zarf.prover.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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
    var trace = new InstanceColumns(fixed, main, new int[0][]);
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

  private int[][] extend(int[][] columns, Parameters parameters, int logHeight) {
    return Arrays.stream(columns)
        .map(
            column -> {
              int[] out = new int[column.length << parameters.logBlowup()];
              kernels.extend(column, logHeight, parameters.logBlowup(), Domain.SHIFT, out);
              return out;
            })
        .toArray(int[][]::new);
  }

  private InstanceColumns lde(Proved proved) {
    int logHeight = proved.layout().instance().logHeight();
    InstanceColumns trace = proved.trace();
    return new InstanceColumns(
        extend(trace.fixed(), proved.parameters(), logHeight),
        extend(trace.main(), proved.parameters(), logHeight),
        extend(trace.bus(), proved.parameters(), logHeight));
  }

  @Trials(6)
  void quotientsAreThoseOfTheVerifier(SplittableRandom random) {
    Proved proved = prove(random, random.nextBoolean());
    InstanceColumns lde = lde(proved);
    Ext alpha = ext(random);
    int[][] quotient =
        Quotient.of(
            List.of(new Quotient.Part(proved.layout(), lde, proved.values())),
            proved.parameters(),
            alpha,
            kernels);
    int logDomain = proved.layout().instance().logHeight() + proved.parameters().logBlowup();
    int size = 1 << logDomain;
    int blowup = proved.parameters().blowup();
    var inputs = new Inputs(lde, proved.values(), Inputs.Rows.all(logDomain, blowup), new int[0]);
    int generator = KoalaBear.rootOfUnity(logDomain);
    for (int j : new int[] {0, 1, size / 2 + 1, size - blowup, size - 1, random.nextInt(size)}) {
      int x = KoalaBear.mul(Domain.SHIFT, KoalaBear.pow(generator, j));
      Domain.Factors factors = proved.domain().factorsAt(Ext.of(x));
      var reader = new Reader<>(new RowOf(inputs, j));
      Ext expected = Ext.ZERO;
      Ext weight = Ext.ONE;
      for (Table.Constraint constraint : proved.layout().constraints()) {
        Ext value = reader.read(constraint.expr()).times(factors.of(constraint.domain()));
        expected = expected.plus(value.times(weight));
        weight = weight.times(alpha);
      }
      for (int e = 0; e < Ext.DEGREE; e++) {
        assertThat(Ntt.evaluate(quotient[e], Ext.of(x))).isEqualTo(Ext.of(expected.coefficient(e)));
      }
    }
  }

  @Trials(6)
  void quotientsOfHonestTracesHaveLowDegree(SplittableRandom random) {
    boolean hiding = random.nextBoolean();
    Proved proved = prove(random, hiding);
    assertThat(degree(random, proved)).isLessThan(bound(proved));
    // A wrong cell on a regular row makes it a fraction, whose interpolation has full degree.
    int row = random.nextInt(proved.domain().regularRows());
    proved.trace().main()[2][row] = element(random);
    if (hiding) {
      assertThat(degree(random, proved)).isGreaterThan(bound(proved));
    }
  }

  private static int bound(Proved proved) {
    int twice = 2 * proved.layout().instance().height();
    return proved.parameters().hiding() ? twice + proved.parameters().blindingRows() - 1 : twice;
  }

  /** The degree of the quotient's interpolation on the whole evaluation domain. */
  private int degree(SplittableRandom random, Proved proved) {
    var part = new Quotient.Part(proved.layout(), lde(proved), proved.values());
    int logDomain = proved.layout().instance().logHeight() + proved.parameters().logBlowup();
    int[][] values = new int[Ext.DEGREE][1 << logDomain];
    QuotientValues.of(part, proved.parameters(), ext(random), kernels).addTo(values, 0, 0);
    int degree = -1;
    for (int[] column : values) {
      kernels.interpolate(column, logDomain, Domain.SHIFT);
      for (int i = 0; i < column.length; i++) {
        degree = column[i] == 0 ? degree : Math.max(degree, i);
      }
    }
    return degree;
  }
}
