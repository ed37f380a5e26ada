package org.zarf.stark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.zarf.air.Algebra;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Circuit;
import org.zarf.air.Leaf;
import org.zarf.air.LogUp;
import org.zarf.air.Reader;
import org.zarf.air.Table;

/**
 * Writes a circuit as bytes, so that its digest can be part of a key: every expression as a list of
 * nodes that refer to earlier ones, every constraint and interaction, in order. The sentences of
 * constraints are not part of it.
 */
final class CircuitEncoding implements Algebra<Integer> {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int nodes;

  private CircuitEncoding() {}

  static byte[] of(Circuit circuit, boolean hiding) {
    var encoding = new CircuitEncoding();
    encoding.text(circuit.name());
    encoding.number(circuit.slots().size());
    for (Circuit.Slot slot : circuit.slots()) {
      encoding.text(slot.cardinality().name());
      encoding.text(slot.group());
      encoding.table(slot.table(), hiding);
    }
    return encoding.bytes.toByteArray();
  }

  private void table(Table table, boolean hiding) {
    text(table.name());
    number(table.main().size());
    number(table.fixed().size());
    var reader = new Reader<>(this);
    LogUp logUp = LogUp.of(table, hiding);
    number(logUp.batches().size());
    number(table.constraints().size() + logUp.constraints().size());
    table.constraints().forEach(c -> constraint(reader, c));
    logUp.constraints().forEach(c -> constraint(reader, c));
    number(table.interactions().size());
    for (Table.Interaction interaction : table.interactions()) {
      Bus bus = interaction.bus();
      int times = reader.read(interaction.times());
      int[] message = interaction.message().stream().mapToInt(reader::read).toArray();
      number(bus.id());
      number(times);
      number(message.length);
      for (int part : message) {
        number(part);
      }
    }
  }

  private void constraint(Reader<Integer> reader, Table.Constraint constraint) {
    int root = reader.read(constraint.expr());
    text(constraint.domain().name());
    number(root);
  }

  @Override
  public Integer constant(int value) {
    return node("constant", value);
  }

  @Override
  public Integer leaf(Leaf leaf) {
    return switch (leaf) {
      case Cell.Fixed fixed -> node("fixed", fixed.column());
      case Cell cell -> node("main", cell.column());
      case Leaf.Next(Cell.Fixed fixed) -> node("next fixed", fixed.column());
      case Leaf.Next(Cell cell) -> node("next main", cell.column());
      case Leaf.BusChallenge(int power) -> node("challenge", power);
      case Leaf.BusColumn(int column, boolean next) -> node(next ? "next bus" : "bus", column);
      case Leaf.InstanceIndex _ -> node("instance");
      case Leaf.PublishedSum _ -> node("sum");
    };
  }

  @Override
  public Integer sum(Integer left, Integer right) {
    return node("+", left, right);
  }

  @Override
  public Integer difference(Integer left, Integer right) {
    return node("-", left, right);
  }

  @Override
  public Integer product(Integer left, Integer right) {
    return node("*", left, right);
  }

  private Integer node(String kind, int... operands) {
    text(kind);
    for (int operand : operands) {
      number(operand);
    }
    return nodes++;
  }

  private void number(int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      bytes.write(value >>> shift);
    }
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
  }
}
