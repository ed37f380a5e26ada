package org.zarf.prover.constraint;

import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;

/**
 * A table with constraints on every domain and with three fractions: a counts up from the first
 * row's 1, and b is the square of a.
 */
record CounterChip() implements Chip<CounterChip.Row> {

  static final Bus SQUARES = new Bus("squares", 7);
  static final Bus LABELED = new Bus("labeled squares", 8);
  static final Bus LABELS = new Bus("labels", 9);

  record Row(Cell.Bit active, Cell.Felt a, Cell.Felt b, Cell.Fixed label) {}

  @Override
  public String name() {
    return "counter";
  }

  @Override
  public Row row(Columns c) {
    return new Row(c.bit("active"), c.felt("a"), c.felt("b"), c.fixed("label", 16));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    must.zero("b is the square of a", row.b().minus(row.a().times(row.a())));
    must.when(row.active())
        .zero("a counts", must.next(row.a()).minus(row.a()).minus(1).times(row.active()));
    must.onFirstRow().zero("a starts at 1", row.a().minus(1));
    must.send(SQUARES, row.active(), row.a(), row.b());
    must.receive(LABELED, row.active(), row.b(), row.a(), row.label());
    must.send(LABELS, row.active().times(row.a()), row.label());
  }
}
