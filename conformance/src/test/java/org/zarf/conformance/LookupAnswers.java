package org.zarf.conformance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Reader;
import org.zarf.air.RowValues;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.Machine;
import org.zarf.machine.TableHeights;
import org.zarf.machine.chips.Buses;

/**
 * The counts of a prover that lies well: each entry of a lookup table is given as often as the
 * other tables ask for it. What is no entry remains unanswered.
 */
final class LookupAnswers {

  /** A question on a bus. */
  private record Question(Bus bus, List<Integer> message) {}

  private final Map<Question, Integer> asked = new HashMap<>();

  private LookupAnswers() {}

  /** Writes the counts of the lookup tables, the program's included. */
  static void recount(List<TableTrace> tables, TableHeights heights) {
    var answers = new LookupAnswers();
    for (TableTrace trace : tables) {
      if (trace.fixed().length == 0) {
        answers.ask(trace, heights.regularRows(trace.logHeight()));
      }
    }
    for (TableTrace trace : tables) {
      if (trace.fixed().length > 0) {
        answers.answer(trace, heights.regularRows(trace.logHeight()));
      }
    }
  }

  private static boolean isLookup(Bus bus) {
    return bus.equals(Bus.RANGE)
        || bus.equals(Buses.BYTES)
        || bus.equals(Buses.AND)
        || bus.equals(Buses.POWER)
        || bus.equals(Buses.PROGRAM);
  }

  private static Table table(TableTrace trace) {
    return Machine.circuit().slots().get(trace.slot()).table();
  }

  private void ask(TableTrace trace, int rows) {
    for (int row = 0; row < rows; row++) {
      var values = new Reader<>(new RowValues(trace, row));
      for (var interaction : table(trace).interactions()) {
        int times = isLookup(interaction.bus()) ? values.read(interaction.times()) : 0;
        if (times != 0) {
          var message = interaction.message().stream().map(values::read).toList();
          asked.merge(new Question(interaction.bus(), message), times, KoalaBear::add);
        }
      }
    }
  }

  /** The first row of an entry gives all answers; rows that repeat it give none. */
  private void answer(TableTrace trace, int rows) {
    for (var interaction : table(trace).interactions()) {
      if (isLookup(interaction.bus())) {
        int[] column = trace.main()[multiplicity(interaction, trace).column()];
        Arrays.fill(column, 0);
        for (int row = 0; row < rows; row++) {
          var values = new RowValues(trace, row);
          var message = interaction.message().stream().map(x -> values.leaf((Cell) x)).toList();
          Integer times = asked.remove(new Question(interaction.bus(), message));
          column[row] = times == null ? 0 : times;
        }
      }
    }
  }

  /** The column that is the negated multiplicity of an answer. */
  private static Cell multiplicity(Table.Interaction answer, TableTrace trace) {
    for (Cell cell : table(trace).main()) {
      int[][] main = new int[trace.main().length][1];
      main[cell.column()][0] = KoalaBear.ONE;
      var unit = new TableTrace(trace.slot(), 0, main, new int[trace.fixed().length][1]);
      if (new Reader<>(new RowValues(unit, 0)).read(answer.times()) != 0) {
        return cell;
      }
    }
    throw new IllegalArgumentException("an answer without a count in " + table(trace).name());
  }
}
