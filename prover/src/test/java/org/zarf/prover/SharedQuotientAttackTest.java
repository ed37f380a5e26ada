package org.zarf.prover;

import static org.zarf.prover.Attacks.HIDING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Circuit;
import org.zarf.air.Circuit.Cardinality;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.HashSuite;
import org.zarf.stark.Rejection;
import org.zarf.stark.Statement;
import org.zarf.stark.VerifyingKey;

/** The instances of one height share a quotient: what is wrong with one, another cannot mend. */
class SharedQuotientAttackTest {

  private static final Bus BUS = new Bus("zeros", 9);

  /** A column that is zero, which is how often each row sends the same message. */
  record Zeros(String name) implements Chip<Zeros.Row> {
    record Row(Cell.Felt x) {}

    @Override
    public Row row(Columns c) {
      return new Row(c.felt("x"));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      must.zero("x is zero", row.x());
      must.send(BUS, row.x(), Expr.of(1));
    }
  }

  /** One of two instances has some entries, the other has others; all their sum is zero. */
  private static void assertCaught(List<Circuit.Slot> slots, int[] first, int[] second) {
    var circuit = new Circuit("zeros", slots);
    var key =
        new ProvingKey(VerifyingKey.of(circuit, HIDING, HashSuite.BLAKE3, List.of()), List.of());
    var traces = List.of(trace(slots, 0, first), trace(slots, slots.size() - 1, second));
    var statement = Statement.of(List.of());
    var proof = new MaliciousProver(key, Attacks.seeded(3)).prove(traces, statement);
    Attacks.assertRejection(key.verifyingKey(), proof, statement)
        .isEqualTo(new Rejection.ConstraintsViolated(HIDING.minLogHeight()));
  }

  private static TableTrace trace(List<Circuit.Slot> slots, int slot, int[] entries) {
    int logHeight = HIDING.minLogHeight();
    int[][] main = new int[slots.get(slot).table().main().size()][1 << logHeight];
    for (int i = 0; i < entries.length; i++) {
      main[0][i] = KoalaBear.of(Math.floorMod(entries[i], KoalaBear.P));
    }
    return new TableTrace(slot, logHeight, main, new int[0][]);
  }

  private static Circuit.Slot slot(String name) {
    return new Circuit.Slot(Table.of(new Zeros(name)).table(), Cardinality.ANY, "");
  }

  /** Were the powers of alpha begun anew for each instance, the sum of the two would be zero. */
  @Test
  void errorsOfTwoInstancesDoNotCancel() {
    assertCaught(List.of(slot("zeros")), new int[] {0, 5}, new int[] {0, -5});
  }

  @Test
  void errorsOfTwoTablesDoNotCancel() {
    var slots = List.of(slot("some zeros"), slot("other zeros"));
    assertCaught(slots, new int[] {0, 5}, new int[] {0, -5});
  }

  /** The quotient stands with the first instance, and yet is of the second, too. */
  @Test
  void theErrorsOfOneInstanceAreCaught() {
    var slots = List.of(slot("some zeros"), slot("other zeros"));
    assertCaught(slots, new int[] {}, new int[] {5, -5});
    assertCaught(slots, new int[] {5, -5}, new int[] {});
  }
}
