package org.zarf.air;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zarf.algebra.KoalaBear;

/**
 * Checks traces without a proof, and names what fails: the sentence of a constraint with its table,
 * row and cells, or a message that is sent and not received. For tests and for finding mistakes:
 * what counts is what the verifier accepts.
 */
public final class TraceChecker {

  /**
   * Something that does not hold.
   *
   * @param table the table's name, or the bus's
   * @param row the row, or -1 where it is a bus that does not balance
   * @param why the sentence
   */
  public record Failure(String table, int row, String why) {}

  private record Key(Bus bus, List<Integer> message) {}

  /** How often a message was sent, and where it was last seen. */
  private record Balance(int times, String table, int row) {}

  private final Circuit circuit;
  private final int blindingRows;
  private final List<Failure> failures = new ArrayList<>();
  private final Map<Key, Balance> buses = new HashMap<>();

  private TraceChecker(Circuit circuit, int blindingRows) {
    this.circuit = circuit;
    this.blindingRows = blindingRows;
  }

  /**
   * What does not hold of some traces.
   *
   * @param blindingRows how many rows at the end of each table are not regular
   * @param messages the verifier's own
   */
  public static List<Failure> check(
      Circuit circuit, List<TableTrace> traces, int blindingRows, List<PublicMessage> messages) {
    var checker = new TraceChecker(circuit, blindingRows);
    traces.forEach(checker::table);
    for (PublicMessage message : messages) {
      checker.add(
          new Key(message.bus(), message.message()),
          KoalaBear.of(message.times()),
          "the verifier",
          -1);
    }
    checker.buses.forEach(
        (key, balance) -> {
          if (balance.times != 0) {
            checker.failures.add(
                new Failure(
                    balance.table,
                    balance.row,
                    "bus "
                        + key.bus.name()
                        + " is not balanced: "
                        + describe(key)
                        + " times "
                        + signed(balance.times)));
          }
        });
    return checker.failures;
  }

  private void table(TableTrace trace) {
    Table table = circuit.slots().get(trace.slot()).table();
    int regular = trace.height() - blindingRows;
    for (int row = 0; row < regular; row++) {
      var values = new Reader<>(new RowValues(trace, row));
      for (var constraint : table.constraints()) {
        boolean applies =
            switch (constraint.domain()) {
              case EVERY_ROW -> true;
              case TRANSITION -> row < regular - 1;
              case FIRST_ROW -> row == 0;
              case BUS_STEP, END_ROW, AFTER_END_ROW -> false;
            };
        if (applies && values.read(constraint.expr()) != 0) {
          failures.add(new Failure(table.name(), row, constraint.why()));
        }
      }
      for (var interaction : table.interactions()) {
        int times = values.read(interaction.times());
        if (times != 0) {
          var message = interaction.message().stream().map(values::read).toList();
          add(new Key(interaction.bus(), message), times, table.name(), row);
        }
      }
    }
  }

  private void add(Key key, int times, String table, int row) {
    buses.merge(
        key,
        new Balance(times, table, row),
        (a, b) -> new Balance(KoalaBear.add(a.times, b.times), b.table, b.row));
  }

  private static String describe(Key key) {
    return key.message.stream().map(x -> String.valueOf(signed(x))).toList().toString();
  }

  private static int signed(int x) {
    int value = KoalaBear.toInt(x);
    return value > KoalaBear.P / 2 ? value - KoalaBear.P : value;
  }
}
