package org.zarf.stark;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Circuit;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Table;
import org.zarf.hash.HashSuite;

/** Two small tables, to derive shapes from. */
final class ShapeCircuit {

  private static final Bus BUS = new Bus("letters", 9);

  /** Sends and receives one message a row. */
  private record Sender() implements Chip<Sender.Row> {
    record Row(Cell.Bit active, Cell.Felt value) {}

    @Override
    public String name() {
      return "sender";
    }

    @Override
    public Row row(Columns columns) {
      return new Row(columns.bit("active"), columns.felt("value"));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      must.zero("counts", must.next(row.value()).minus(row.value()).minus(row.active()));
      must.send(BUS, row.active(), row.value());
      must.receive(BUS, row.active(), row.value());
    }
  }

  /** Takes no part in buses. */
  private record Silent() implements Chip<Silent.Row> {
    record Row(Cell.Bit bit) {}

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public Row row(Columns columns) {
      return new Row(columns.bit("bit"));
    }

    @Override
    public void constrain(Row row, Constraints must) {}
  }

  private static final Circuit CIRCUIT =
      new Circuit(
          "shapes",
          List.of(
              new Circuit.Slot(Table.of(new Sender()).table(), Circuit.Cardinality.ANY, ""),
              new Circuit.Slot(Table.of(new Silent()).table(), Circuit.Cardinality.ANY, "")));

  private ShapeCircuit() {}

  static VerifyingKey key(Parameters parameters) {
    return VerifyingKey.of(CIRCUIT, parameters, HashSuite.BLAKE3, List.of());
  }

  /** Some instances, the first of the given height, with the mask table if there is to be one. */
  static List<Instance> instances(Parameters parameters, int logHeight, int count) {
    var instances = new ArrayList<Instance>();
    instances.add(new Instance(0, logHeight));
    for (int i = 1; i < count; i++) {
      instances.add(new Instance(1, 10));
    }
    if (parameters.hiding()) {
      instances.add(new Instance(2, parameters.minLogHeight()));
    }
    return instances;
  }
}
