package org.zarf.air;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;

class CircuitTest {

  /** Sends a message of some length. */
  private record Sender(String name, Bus bus, int length) implements Chip<Sender.Row> {
    record Row(Cell.Felt value) {}

    @Override
    public Row row(Columns columns) {
      return new Row(columns.felt("value"));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      var message = new Expr[length];
      Arrays.fill(message, row.value());
      must.send(bus, Expr.of(1), message);
    }
  }

  private static Circuit circuit(Sender... senders) {
    return new Circuit(
        "test",
        Arrays.stream(senders)
            .map(s -> new Circuit.Slot(Table.of(s).table(), Circuit.Cardinality.ANY, ""))
            .toList());
  }

  /** A message (a) has the fingerprint of (a, 0): one bus cannot carry both. */
  @Test
  void messagesOfABusHaveOneLength() {
    var bus = new Bus("link", 7);
    circuit(new Sender("one", bus, 2), new Sender("two", bus, 2));
    assertThatThrownBy(() -> circuit(new Sender("one", bus, 2), new Sender("two", bus, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("messages of different lengths");
  }

  @Test
  void busesHaveIdsOfTheirOwn() {
    assertThatThrownBy(
            () ->
                circuit(
                    new Sender("one", new Bus("link", 7), 2),
                    new Sender("two", new Bus("other", 7), 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share an id");
    for (int id : List.of(0, -1, KoalaBear.P, KoalaBear.P + 2)) {
      assertThatThrownBy(() -> new Bus("link", id)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
