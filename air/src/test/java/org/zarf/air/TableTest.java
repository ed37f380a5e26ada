package org.zarf.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zarf.air.Expr.Constant.ONE;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;

class TableTest {

  private static final Bus ANSWERS = new Bus("answers", 7);

  /** sum = a + b mod 2^16, and each row's a is one more than the last one's. */
  record Adder() implements Chip<Adder.Row> {
    record Row(Cell.Bit active, Cell a, Cell b, Cell sum) {}

    @Override
    public String name() {
      return "adder";
    }

    @Override
    public Row row(Columns c) {
      return new Row(c.bit("active"), c.trusted("a", 16), c.trusted("b", 16), c.checked("sum", 16));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      must.carry("carry out", row.a().plus(row.b()).minus(row.sum()), 16, 0, 1);
      must.when(must.next(row.a())).equal("a counts", must.next(row.a()), row.a().plus(1));
      must.onFirstRow().zero("a starts at 1", row.a().minus(1));
      must.send(ANSWERS, row.active(), row.a(), row.b(), row.sum());
    }
  }

  private final Table.Defined<Adder.Row> adder = Table.of(new Adder());
  private final Circuit circuit =
      new Circuit("test", List.of(new Circuit.Slot(adder.table(), Circuit.Cardinality.ANY, "")));

  private TableTrace trace() {
    int[][] main = new int[adder.table().main().size()][4];
    var out = new RowWriter(main);
    for (int i = 0; i < 3; i++) {
      out.at(i);
      out.set(adder.row().active(), true);
      out.set(adder.row().a(), i + 1);
      out.set(adder.row().b(), 0xffff);
      out.set(adder.row().sum(), i);
    }
    return new TableTrace(0, 2, main, new int[0][]);
  }

  private List<PublicMessage> messages() {
    return List.of(
        PublicMessage.of(ANSWERS, -1, 1, 0xffff, 0),
        PublicMessage.of(ANSWERS, -1, 2, 0xffff, 1),
        PublicMessage.of(ANSWERS, -1, 3, 0xffff, 2),
        PublicMessage.of(Bus.RANGE, -1, 16, 0),
        PublicMessage.of(Bus.RANGE, -1, 16, 1),
        PublicMessage.of(Bus.RANGE, -1, 16, 2));
  }

  @Test
  void honestRowsHold() {
    assertThat(TraceChecker.check(circuit, List.of(trace()), 1, messages())).isEmpty();
  }

  @Test
  void everyFlippedCellIsCaught() {
    for (Cell cell :
        List.of(adder.row().active(), adder.row().a(), adder.row().b(), adder.row().sum())) {
      var trace = trace();
      trace.main()[cell.column()][1] = KoalaBear.of(77);
      assertThat(TraceChecker.check(circuit, List.of(trace), 1, messages()))
          .as(cell.name())
          .isNotEmpty();
    }
  }

  @Test
  void namesTheSentenceAndTheRow() {
    var trace = trace();
    trace.main()[adder.row().sum().column()][1] = KoalaBear.of(5);
    assertThat(TraceChecker.check(circuit, List.of(trace), 1, messages()))
        .contains(new TraceChecker.Failure("adder", 1, "carry out"));
  }

  @Test
  void derivesDegreesDomainsAndColumns() {
    assertThat(adder.table().main())
        .extracting(Cell::name)
        .startsWith("active", "a", "b", "sum")
        .hasSize(5);
    assertThat(adder.table().constraints())
        .extracting(c -> c.domain() + " " + Degree.of(c.expr()))
        .containsExactly("EVERY_ROW 2", "EVERY_ROW 2", "TRANSITION 2", "FIRST_ROW 1");
    assertThat(LogUp.of(adder.table(), true).batches()).hasSize(1);
    assertThat(LogUp.of(adder.table(), true).constraints())
        .extracting(c -> c.domain() + " " + Degree.of(c.expr()))
        .containsExactly("BUS_STEP 3", "FIRST_ROW 1", "END_ROW 2", "AFTER_END_ROW 1");
  }

  @Test
  void boundsFollowFromTheTypes() {
    var claim = adder.table().claims().getFirst();
    assertThat(Bounds.of(claim.expr()).max()).isEqualTo(BigInteger.valueOf(2 * 0xffff));
    assertThat(Bounds.of(claim.expr()).min()).isEqualTo(BigInteger.valueOf(-0xffff));
  }

  @Test
  void refusesWhatTheProofSystemCannotProve() {
    record Bad(java.util.function.BiConsumer<Adder.Row, Constraints> body)
        implements Chip<Adder.Row> {
      @Override
      public String name() {
        return "bad";
      }

      @Override
      public Adder.Row row(Columns c) {
        return new Adder().row(c);
      }

      @Override
      public void constrain(Adder.Row row, Constraints must) {
        body.accept(row, must);
      }
    }
    assertThatThrownBy(
            () ->
                Table.of(new Bad((r, m) -> m.when(r.a()).when(r.b()).when(r.a()).bit("x", r.b()))))
        .hasMessage("x: degree 5");
    assertThatThrownBy(
            () -> Table.of(new Bad((r, m) -> m.onFirstRow().when(r.a()).bit("x", r.b()))))
        .hasMessage("x: degree 4");
    assertThatThrownBy(() -> Table.of(new Bad((r, m) -> m.send(ANSWERS, ONE, r.a().times(r.b())))))
        .hasMessageContaining("not linear");
    assertThatThrownBy(() -> Table.of(new Bad((r, m) -> m.send(ANSWERS, ONE, m.next(r.b())))))
        .hasMessageContaining("not linear");
  }
}
