package org.zarf.prover;

import static org.zarf.prover.Attacks.HIDING;
import static org.zarf.prover.Attacks.KEY;
import static org.zarf.prover.Attacks.assertRejection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zarf.air.Bus;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.Extender.Extended;
import org.zarf.prover.ProverPhases.Committed;
import org.zarf.prover.ProverPhases.CommittedBuses;
import org.zarf.prover.constraint.ProofValues;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.ProofTranscript.BusChallenges;
import org.zarf.stark.Rejection;

/** Provers who use masks or blinding rows to make messages appear or vanish. */
class BusAttackTest {

  private static final int CHAIN = 0;
  private static final int NIBBLES = 3;
  private static final int MASK = 4;
  private static final int BUS_TREE = 1;

  /** The first blinding row, where the running sum ends. */
  private static int end(TableTrace trace) {
    return trace.height() - HIDING.blindingRows();
  }

  /** A prover that changes the tables after blinding, and the running sums and published sums. */
  private static class Cheating extends MaliciousProver {
    final Consumer<List<TableTrace>> change;

    Cheating(Consumer<List<TableTrace>> change) {
      super(KEY, Attacks.seeded(10));
      this.change = change;
    }

    @Override
    List<TableTrace> traces(List<TableTrace> given) {
      List<TableTrace> traces = super.traces(given);
      change.accept(traces);
      return traces;
    }

    /** Adds to the running sum of an instance on some rows, and to its published sum. */
    CommittedBuses added(CommittedBuses buses, int instance, Ext amount, int... rows) {
      var instances = new ArrayList<>(buses.columns().instances());
      ProvedInstance changed = instances.get(instance);
      int[][] columns = changed.bus().clone();
      int[][] extra = changed.extra().bus().clone();
      var extender = new Extender(HIDING, new ScalarKernels(), new Workspace());
      for (int row : rows) {
        int[] unit = new int[1 << changed.logHeight()];
        unit[row] = KoalaBear.ONE;
        Extended basis = extender.extend(new int[][] {unit}, changed.logHeight(), _ -> true);
        for (int e = 0; e < Ext.DEGREE; e++) {
          int c = columns.length - Ext.DEGREE + e;
          columns[c] = plus(columns[c], basis.domain()[0], amount.coefficient(e));
          extra[c] = plus(extra[c], basis.extra()[0], amount.coefficient(e));
        }
      }
      instances.set(instance, changed.withBus(new Extended(columns, extra)));
      var values = new ArrayList<>(buses.values());
      ProofValues old = values.get(instance);
      Ext sum = old.sum().plus(amount);
      values.set(instance, new ProofValues(instance, old.powers(), sum));
      var sums = new ArrayList<>(buses.sums());
      // The counter, before which only chains stand, publishes none.
      sums.set(instance > 2 ? instance - 1 : instance, sum);
      var tree = tree(instances, ProvedInstance::bus, List.of(), BUS_TREE);
      return new CommittedBuses(new Committed(instances, tree), sums, values);
    }
  }

  private static int[] plus(int[] column, int[] basis, int factor) {
    int[] sum = new int[column.length];
    Arrays.setAll(sum, j -> KoalaBear.add(column[j], KoalaBear.mul(factor, basis[j])));
    return sum;
  }

  private static void assertRejected(Cheating prover, Rejection rejection) {
    var run = Attacks.run();
    assertRejection(prover.prove(run.traces(), run.statement()), run.statement())
        .isEqualTo(rejection);
  }

  /** The quotient that the constraints of an instance are in is no polynomial. */
  private static Rejection violated(int instance) {
    return new Rejection.ConstraintsViolated(Attacks.run().traces().get(instance).logHeight());
  }

  /** The fraction 1/d of a message. */
  private static Ext fraction(BusChallenges challenges, Bus bus, int... message) {
    List<Ext> powers = challenges.powers(message.length + 1);
    Ext sum = powers.getFirst().plus(Ext.of(KoalaBear.of(bus.id())));
    for (int i = 0; i < message.length; i++) {
      sum = sum.plus(powers.get(i + 1).times(message[i]));
    }
    return sum.inverse();
  }

  private static Ext maskOf(BusChallenges challenges, List<TableTrace> traces, int instance) {
    TableTrace trace = traces.get(instance);
    int[] message = new int[6];
    message[0] = KoalaBear.of(instance);
    for (int k = 0; k < 5; k++) {
      message[k + 1] = trace.main()[k][end(trace)];
    }
    return fraction(challenges, Bus.MASK, message);
  }

  private static final Rejection UNBALANCED = new Rejection.BusUnbalanced();

  /** The rows of the mask table: active, instance, random; row 0 is for instance 0. */
  private static void leaveOutFirstMask(List<TableTrace> traces) {
    traces.get(MASK).main()[0][0] = KoalaBear.ZERO;
  }

  @Test
  void aMaskThatIsNotTakenBackIsRejected() {
    assertRejected(new Cheating(BusAttackTest::leaveOutFirstMask), UNBALANCED);
  }

  /** The sum itself is published, and the mask table takes nothing back: all buses balance. */
  @Test
  void aPublishedSumWithoutMaskIsRejected() {
    var prover =
        new Cheating(BusAttackTest::leaveOutFirstMask) {
          @Override
          CommittedBuses buses(
              ProverPhases phases,
              List<TableTrace> traces,
              Committed main,
              BusChallenges challenges) {
            CommittedBuses buses = super.buses(phases, traces, main, challenges);
            Ext mask = maskOf(challenges, traces, CHAIN);
            return added(buses, CHAIN, mask.negated(), end(traces.get(CHAIN)) + 1);
          }
        };
    assertRejected(prover, violated(CHAIN));
  }

  /** The mask table takes back what nobody sent, or a mask more often than once. */
  @Test
  void theMaskTableCannotTakeAnythingElse() {
    assertRejected(
        new Cheating(
            traces -> {
              int[][] mask = traces.get(MASK).main();
              mask[0][5] = KoalaBear.ONE;
              mask[1][5] = KoalaBear.of(1);
              mask[2][5] = KoalaBear.of(4);
              mask[3][5] = KoalaBear.of(3);
            }),
        UNBALANCED);
    assertRejected(
        new Cheating(traces -> traces.get(MASK).main()[0][0] = KoalaBear.of(2)), UNBALANCED);
    assertRejected(
        new Cheating(traces -> traces.get(MASK).main()[1][0] = KoalaBear.ONE), UNBALANCED);
  }

  /** The mask is added twice, and taken back twice: all buses balance. */
  @Test
  void aMaskThatIsAddedTwiceIsRejected() {
    var prover =
        new Cheating(traces -> traces.get(MASK).main()[0][0] = KoalaBear.of(2)) {
          @Override
          CommittedBuses buses(
              ProverPhases phases,
              List<TableTrace> traces,
              Committed main,
              BusChallenges challenges) {
            CommittedBuses buses = super.buses(phases, traces, main, challenges);
            Ext mask = maskOf(challenges, traces, CHAIN);
            return added(buses, CHAIN, mask, end(traces.get(CHAIN)) + 1);
          }
        };
    assertRejected(prover, violated(CHAIN));
  }

  /** One lookup of 15 fewer than there are, but one more on a blinding row that is no mask row. */
  private static void moveMultiplicity(List<TableTrace> traces) {
    TableTrace nibbles = traces.get(NIBBLES);
    int[] times = nibbles.main()[0];
    times[15] = KoalaBear.sub(times[15], KoalaBear.ONE);
    // The preprocessed value of this row is 15 too.
    times[end(nibbles) + 2] = KoalaBear.ONE;
  }

  /** The fraction that the changed row would add: nibble 15 received once. */
  private static Ext moved(BusChallenges challenges) {
    return fraction(challenges, Bus.RANGE, KoalaBear.of(4), KoalaBear.of(15)).negated();
  }

  @Test
  void multiplicitiesOfBlindingRowsDoNotCount() {
    assertRejected(new Cheating(BusAttackTest::moveMultiplicity), UNBALANCED);
  }

  /** The running sum adds the blinding row where it ends, or where the mask is added. */
  @Test
  void multiplicitiesOfBlindingRowsCannotBeAddedToTheSum() {
    for (boolean atEnd : new boolean[] {true, false}) {
      var prover =
          new Cheating(BusAttackTest::moveMultiplicity) {
            @Override
            CommittedBuses buses(
                ProverPhases phases,
                List<TableTrace> traces,
                Committed main,
                BusChallenges challenges) {
              CommittedBuses buses = super.buses(phases, traces, main, challenges);
              int end = end(traces.get(NIBBLES));
              int[] rows = atEnd ? new int[] {end, end + 1} : new int[] {end + 1};
              return added(buses, NIBBLES, moved(challenges), rows);
            }
          };
      assertRejected(prover, violated(NIBBLES));
    }
  }

  /** The published sum alone is made to fit. */
  @Test
  void aSumThatIsNotTheRunningSumIsRejected() {
    var prover =
        new Cheating(BusAttackTest::moveMultiplicity) {
          @Override
          CommittedBuses buses(
              ProverPhases phases,
              List<TableTrace> traces,
              Committed main,
              BusChallenges challenges) {
            return added(super.buses(phases, traces, main, challenges), NIBBLES, moved(challenges));
          }
        };
    assertRejected(prover, violated(NIBBLES));
  }

  /** The running sum begins with what is missing. */
  @Test
  void aRunningSumThatDoesNotBeginAtZeroIsRejected() {
    var prover =
        new Cheating(BusAttackTest::moveMultiplicity) {
          @Override
          CommittedBuses buses(
              ProverPhases phases,
              List<TableTrace> traces,
              Committed main,
              BusChallenges challenges) {
            int end = end(traces.get(NIBBLES));
            int[] all = IntStream.rangeClosed(0, end + 1).toArray();
            return added(
                super.buses(phases, traces, main, challenges), NIBBLES, moved(challenges), all);
          }
        };
    assertRejected(prover, violated(NIBBLES));
  }

  @Test
  void theLastRegularRowCounts() {
    assertRejected(
        new Cheating(
            traces -> {
              TableTrace nibbles = traces.get(NIBBLES);
              int[] times = nibbles.main()[0];
              times[end(nibbles) - 1] = KoalaBear.add(times[end(nibbles) - 1], KoalaBear.ONE);
            }),
        UNBALANCED);
  }
}
