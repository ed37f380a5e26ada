package org.zarf.prover;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Circuit;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.PublicMessage;
import org.zarf.air.RowWriter;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.Parameters;
import org.zarf.stark.Statement;

/** A chain x, x^2 + c, .. whose steps are range-checked nibbles c, and a table of nibbles. */
final class SmallCircuit {

  static final Bus LINK = new Bus("link", 7);

  /** One step of the chain: next = x^2 + c. */
  record Chain() implements Chip<Chain.Row> {
    record Row(Cell.Bit active, Cell.Felt step, Cell.Felt x, Cell.Checked c, Cell.Felt next) {}

    @Override
    public String name() {
      return "chain";
    }

    @Override
    public Row row(Columns c) {
      return new Row(
          c.bit("active"), c.felt("step"), c.felt("x"), c.checked("c", 4), c.felt("next"));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      must.when(row.active())
          .zero("a step squares and adds", row.x().times(row.x()).plus(row.c()).minus(row.next()));
      must.receive(LINK, row.active(), row.step(), row.x());
      must.send(LINK, row.active(), row.step().plus(1), row.next());
    }
  }

  /** A counter, to have constraints on the next row and on the first. */
  record Counter() implements Chip<Counter.Row> {
    record Row(Cell.Felt count) {}

    @Override
    public String name() {
      return "counter";
    }

    @Override
    public Row row(Columns c) {
      return new Row(c.felt("count"));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      must.onFirstRow().zero("starts at 5", row.count().minus(5));
      must.zero("counts", must.next(row.count()).minus(row.count()).minus(1));
    }
  }

  /** The nibbles. */
  record Nibbles() implements Chip<Nibbles.Row> {
    record Row(Cell.Fixed value, Cell.Felt times) {}

    @Override
    public String name() {
      return "nibbles";
    }

    @Override
    public Row row(Columns c) {
      return new Row(c.fixed("value", 4), c.felt("times"));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      must.receive(Bus.RANGE, row.times(), Expr.of(4), row.value());
    }
  }

  /** A table all of whose columns are preprocessed. */
  record Listed() implements Chip<Listed.Row> {
    record Row(Cell.Fixed value) {}

    @Override
    public String name() {
      return "listed";
    }

    @Override
    public Row row(Columns c) {
      return new Row(c.fixed("value", 4));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      must.send(LINK, Expr.of(1), row.value());
    }

    @Override
    public boolean isPublic() {
      return true;
    }
  }

  static final Table.Defined<Chain.Row> CHAIN = Table.of(new Chain());
  static final Table.Defined<Counter.Row> COUNTER = Table.of(new Counter());
  static final Table.Defined<Nibbles.Row> NIBBLES = Table.of(new Nibbles());

  static final Circuit CIRCUIT =
      new Circuit(
          "small",
          List.of(
              new Circuit.Slot(CHAIN.table(), Circuit.Cardinality.ANY, ""),
              new Circuit.Slot(COUNTER.table(), Circuit.Cardinality.AT_MOST_ONE, ""),
              new Circuit.Slot(NIBBLES.table(), Circuit.Cardinality.EXACTLY_ONE, "fixed")));

  private SmallCircuit() {}

  static int nibblesLogHeight(Parameters parameters) {
    int log = parameters.minLogHeight();
    while ((1 << log) - parameters.blindingRows() < 16) {
      log++;
    }
    return log;
  }

  static int[][] fixed(Parameters parameters) {
    int[] values = new int[1 << nibblesLogHeight(parameters)];
    for (int i = 0; i < values.length; i++) {
      values[i] = KoalaBear.of(Math.min(i, 15));
    }
    return new int[][] {values};
  }

  static ProvingKey key(Parameters parameters, Kernels kernels) {
    var columns = new FixedColumns(2, nibblesLogHeight(parameters), fixed(parameters));
    return ProvingKey.of(
        CIRCUIT,
        parameters,
        List.of(FixedGroup.of("fixed", List.of(columns), parameters, kernels)));
  }

  /** A run: the traces and what is public of it. */
  record Run(List<TableTrace> traces, Statement statement) {}

  /** A run of as many steps as fit the instances. */
  static Run run(Parameters parameters, int... logHeights) {
    return runFrom(3, parameters, logHeights);
  }

  /** A run from a start of one's own. */
  static Run runFrom(int start, Parameters parameters, int... logHeights) {
    var traces = new ArrayList<TableTrace>();
    int[] counts = new int[16];
    int x = start;
    int step = 0;
    for (int logHeight : logHeights) {
      int[][] main = new int[CHAIN.table().main().size()][1 << logHeight];
      var out = new RowWriter(main);
      int rows = (1 << logHeight) - parameters.blindingRows();
      for (int i = 0; i < rows - 1; i++) {
        out.at(i);
        int c = (7 * step) % 16;
        counts[c]++;
        int next = KoalaBear.add(KoalaBear.mul(x, x), KoalaBear.of(c));
        out.set(CHAIN.row().active(), true);
        out.set(CHAIN.row().step(), step);
        main[CHAIN.row().x().column()][i] = x;
        out.set(CHAIN.row().c(), c);
        main[CHAIN.row().next().column()][i] = next;
        x = next;
        step++;
      }
      counts[0]++; // the last regular row is not active
      traces.add(new TableTrace(0, logHeight, main, new int[0][]));
    }
    traces.add(counter(parameters));
    int[][] nibbles = new int[NIBBLES.table().main().size()][1 << nibblesLogHeight(parameters)];
    for (int i = 0; i < 16; i++) {
      nibbles[NIBBLES.row().times().column()][i] = KoalaBear.of(counts[i]);
    }
    traces.add(new TableTrace(2, nibblesLogHeight(parameters), nibbles, fixed(parameters)));
    var statement =
        Statement.of(
            List.of(
                new PublicMessage(LINK, 1, List.of(0, start)),
                new PublicMessage(LINK, -1, List.of(KoalaBear.of(step), x))));
    return new Run(traces, statement);
  }

  private static TableTrace counter(Parameters parameters) {
    int logHeight = Math.max(parameters.minLogHeight(), 3);
    int[][] main = new int[COUNTER.table().main().size()][1 << logHeight];
    for (int i = 0; i < 1 << logHeight; i++) {
      main[0][i] = KoalaBear.of(5 + i);
    }
    return new TableTrace(1, logHeight, main, new int[0][]);
  }
}
