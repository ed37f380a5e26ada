package org.zarf.conformance.docs;

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
import org.zarf.prover.ProverOptions;
import org.zarf.prover.ProvingKey;
import org.zarf.prover.StarkProver;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.StarkVerifier;
import org.zarf.stark.Statement;

/** The example of docs/own-table.md: somebody knows what a chain of cubes started from. */
final class HashChain {

  /** (step, x): what the chain holds after so many steps; the verifier receives it. */
  static final Bus END = new Bus("end", 100);

  /** One step in each row: x becomes (x + step)^3. */
  record ChainChip() implements Chip<ChainChip.Row> {

    record Row(Cell.Felt step, Cell.Felt x, Cell.Bit isEnd) {}

    @Override
    public String name() {
      return "chain";
    }

    @Override
    public Row row(Columns c) {
      return new Row(c.felt("step"), c.felt("x"), c.bit("isEnd"));
    }

    @Override
    public void constrain(Row row, Constraints must) {
      must.onFirstRow().zero("the chain starts with step 0", row.step());
      must.zero("steps are counted", must.next(row.step()).minus(row.step()).minus(1));
      Expr sum = row.x().plus(row.step());
      must.zero("a step adds and cubes", must.next(row.x()).minus(sum.times(sum).times(sum)));
      must.send(END, row.isEnd(), row.step(), row.x());
    }
  }

  static final Table.Defined<ChainChip.Row> CHAIN = Table.of(new ChainChip());

  static final Circuit CIRCUIT =
      new Circuit(
          "chain", List.of(new Circuit.Slot(CHAIN.table(), Circuit.Cardinality.EXACTLY_ONE, "")));

  /** Zero-knowledge, 128 proven bits: a table needs 524 rows more than the chain has. */
  static final ProvingKey KEY = ProvingKey.of(CIRCUIT, Parameters.zeroKnowledge(), List.of());

  private static final int LOG_HEIGHT = 11;

  private HashChain() {}

  /** What a step makes of x. */
  private static long next(long x, int step) {
    long sum = (x + step) % KoalaBear.P;
    return sum * sum % KoalaBear.P * sum % KoalaBear.P;
  }

  /** What a chain ends with, computed rather than proved. */
  static long end(long secret, int steps) {
    long x = secret;
    for (int step = 0; step < steps; step++) {
      x = next(x, step);
    }
    return x;
  }

  /** Fills the table; {@code steps} is at most 1523, the last regular row. */
  static TableTrace fill(long secret, int steps) {
    int[][] columns = new int[CHAIN.table().main().size()][1 << LOG_HEIGHT];
    var out = new RowWriter(columns);
    long x = secret;
    for (int step = 0; step < 1 << LOG_HEIGHT; step++) {
      out.at(step);
      out.set(CHAIN.row().step(), step);
      out.set(CHAIN.row().x(), x);
      out.set(CHAIN.row().isEnd(), step == steps);
      x = next(x, step);
    }
    return new TableTrace(CIRCUIT.indexOf("chain"), LOG_HEIGHT, columns, new int[0][]);
  }

  /** "I know an x that becomes {@code end} after so many steps." */
  static Statement statement(int steps, long end) {
    return Statement.of(List.of(PublicMessage.of(END, -1, steps, end)));
  }

  static Proof prove(long secret, int steps) {
    Statement statement = statement(steps, end(secret, steps));
    List<TableTrace> traces = List.of(fill(secret, steps));
    return StarkProver.prove(KEY, traces, statement, ProverOptions.defaults()).proof();
  }

  /** Needs no more than the key, which the circuit and the parameters determine. */
  static void verify(Proof proof, int steps, long end) throws ProofRejectedException {
    StarkVerifier.verify(KEY.verifyingKey(), proof, statement(steps, end));
  }
}
