package org.zarf.machine.chips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Expr;
import org.zarf.air.Leaf;
import org.zarf.air.Table;
import org.zarf.algebra.KoalaBear;

/**
 * Everything that a malicious prover can prove with one row of a table, some of whose cells are
 * given. Bits are tried both ways, cells in lookups of bytes with all bytes, and every other cell
 * must follow from a constraint with no other unknown; so the search leaves nothing out, and fails
 * where it cannot decide. It knows a chip only as its table.
 */
final class Outcomes {

  /** What a row says to the tables that are no lookups. */
  record Message(Bus bus, int times, List<Integer> values) {

    static Message of(Bus bus, int times, long... values) {
      return new Message(
          bus, times, Arrays.stream(values).mapToObj(v -> (int) Math.floorMod(v, P)).toList());
    }
  }

  /** A message depends on a cell that nothing determines. */
  static final class Undetermined extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undetermined(String what) {
      super(what + " is not determined");
    }
  }

  private static final long P = KoalaBear.P;
  private static final int UNKNOWN = -1;

  private final Table table;
  private final Message instruction;
  private final List<Set<Integer>> constraintCells;
  private final List<List<Expr>> factors;
  private final List<Question> questions;
  private final Set<List<Message>> found = new LinkedHashSet<>();

  private Outcomes(Table table, Message instruction) {
    this.table = table;
    this.instruction = instruction;
    constraintCells = table.constraints().stream().map(c -> cells(c.expr())).toList();
    factors = table.constraints().stream().map(c -> factors(c.expr())).toList();
    questions =
        table.interactions().stream()
            .filter(i -> i.bus().equals(Buses.PROGRAM) || isLookup(i.bus()))
            .map(i -> new Question(i, cells(i)))
            .toList();
  }

  /**
   * The messages of all rows that satisfy the table.
   *
   * @param given integers
   * @param instruction the only message that the program table answers
   */
  static Set<List<Message>> of(Table table, Map<Cell, Long> given, Message instruction) {
    var outcomes = new Outcomes(table, instruction);
    int[] row = new int[table.main().size()];
    Arrays.fill(row, UNKNOWN);
    given.forEach((cell, value) -> row[cell.column()] = KoalaBear.of(Math.floorMod(value, P)));
    outcomes.search(row);
    return outcomes.found;
  }

  private void search(int[] row) {
    if (!lookupsHold(row)) {
      return;
    }
    Progress progress;
    do {
      progress = propagate(row);
    } while (progress == Progress.SOLVED);
    if (progress == Progress.CONTRADICTION) {
      return;
    }
    if (!lookupsHold(row)) {
      return;
    }
    Branch branch = branch(row);
    if (branch == null) {
      found.add(outcome(row));
      return;
    }
    for (int value : branch.values) {
      int[] next = row.clone();
      next[branch.column] = value;
      search(next);
    }
  }

  private record Branch(int column, Set<Integer> values) {}

  private enum Progress {
    SOLVED,
    NOTHING,
    CONTRADICTION
  }

  /** Solves for each cell that a constraint determines. */
  private Progress propagate(int[] row) {
    Progress progress = Progress.NOTHING;
    for (int i = 0; i < factors.size(); i++) {
      int unknown = onlyUnknown(constraintCells.get(i), row);
      if (unknown == -2) {
        continue;
      }
      Expr expr = table.constraints().get(i).expr();
      if (unknown == -1) {
        if (value(expr, row) != 0) {
          return Progress.CONTRADICTION;
        }
        continue;
      }
      Set<Integer> roots = roots(factors.get(i), unknown, row);
      if (roots == null) {
        continue;
      }
      if (roots.isEmpty()) {
        return Progress.CONTRADICTION;
      }
      if (roots.size() == 1) {
        row[unknown] = roots.iterator().next();
        progress = Progress.SOLVED;
      }
    }
    return progress;
  }

  /** The column that alone is unknown; -1 if there is none, -2 if there are several. */
  private static int onlyUnknown(Set<Integer> columns, int[] row) {
    int unknown = -1;
    for (int column : columns) {
      if (row[column] == UNKNOWN) {
        if (unknown >= 0) {
          return -2;
        }
        unknown = column;
      }
    }
    return unknown;
  }

  /** Where a product of factors is zero in one unknown; null if everywhere or not decided here. */
  private Set<Integer> roots(List<Expr> product, int unknown, int[] row) {
    var roots = new HashSet<Integer>();
    for (Expr factor : product) {
      int f0 = valueAt(factor, row, unknown, 0);
      int f1 = valueAt(factor, row, unknown, 1);
      int f2 = valueAt(factor, row, unknown, 2);
      int slope = KoalaBear.sub(f1, f0);
      if (KoalaBear.sub(f2, f1) != slope) {
        return null;
      }
      if (slope != 0) {
        roots.add(KoalaBear.neg(KoalaBear.mul(f0, KoalaBear.inverse(slope))));
      } else if (f0 == 0) {
        return null;
      }
    }
    return roots;
  }

  private int valueAt(Expr expr, int[] row, int column, int at) {
    row[column] = KoalaBear.of(at);
    int value = value(expr, row);
    row[column] = UNKNOWN;
    return value;
  }

  /** A cell to try values for: one that a constraint leaves few values, a bit, or a byte. */
  private Branch branch(int[] row) {
    for (int i = 0; i < factors.size(); i++) {
      int unknown = onlyUnknown(constraintCells.get(i), row);
      if (unknown >= 0) {
        Set<Integer> roots = roots(factors.get(i), unknown, row);
        if (roots != null) {
          return new Branch(unknown, roots);
        }
      }
    }
    for (Cell cell : table.main()) {
      if (cell instanceof Cell.Bit && row[cell.column()] == UNKNOWN) {
        return new Branch(cell.column(), Set.of(KoalaBear.ZERO, KoalaBear.ONE));
      }
    }
    for (var interaction : table.interactions()) {
      if (interaction.bus().equals(Buses.BYTES) && value(interaction.times(), row) != 0) {
        for (Expr part : interaction.message()) {
          if (part instanceof Cell cell && row[cell.column()] == UNKNOWN) {
            return new Branch(cell.column(), bytes());
          }
        }
      }
    }
    return null;
  }

  private static Set<Integer> bytes() {
    var bytes = new HashSet<Integer>();
    for (int i = 0; i < 256; i++) {
      bytes.add(KoalaBear.of(i));
    }
    return bytes;
  }

  /** A message that has to be answered, and the columns in it. */
  private record Question(Table.Interaction interaction, Set<Integer> columns) {}

  /** Whether all questions that are known have an answer. */
  private boolean lookupsHold(int[] row) {
    for (Question question : questions) {
      if (question.columns.stream().anyMatch(c -> row[c] == UNKNOWN)
          || value(question.interaction.times(), row) == 0) {
        continue;
      }
      List<Integer> values = values(question.interaction, row);
      Bus bus = question.interaction.bus();
      if (isLookup(bus) ? !answered(bus, values) : !values.equals(instruction.values())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLookup(Bus bus) {
    return bus.equals(Bus.RANGE) || bus.equals(Buses.BYTES);
  }

  private static boolean answered(Bus bus, List<Integer> values) {
    return bus.equals(Bus.RANGE)
        ? values.get(0) <= 16 && values.get(1) < 1 << values.get(0)
        : values.get(0) < 256 && values.get(1) < 256;
  }

  private static Set<Integer> cells(Table.Interaction interaction) {
    Set<Integer> cells = cells(interaction.times());
    interaction.message().forEach(m -> collect(m, cells));
    return cells;
  }

  private List<Message> outcome(int[] row) {
    var messages = new ArrayList<Message>();
    for (var interaction : table.interactions()) {
      if (cells(interaction.times()).stream().anyMatch(c -> row[c] == UNKNOWN)) {
        throw new Undetermined("a multiplicity on bus " + interaction.bus().name());
      }
      int times = KoalaBear.toInt(value(interaction.times(), row));
      if (times == 0) {
        continue;
      }
      if (cells(interaction).stream().anyMatch(c -> row[c] == UNKNOWN)) {
        throw new Undetermined("a message on bus " + interaction.bus().name());
      }
      if (!isLookup(interaction.bus()) && !interaction.bus().equals(Buses.PROGRAM)) {
        int signed = times == KoalaBear.P - 1 ? -1 : times;
        messages.add(new Message(interaction.bus(), signed, values(interaction, row)));
      }
    }
    return messages;
  }

  private static List<Integer> values(Table.Interaction interaction, int[] row) {
    return interaction.message().stream().map(m -> KoalaBear.toInt(value(m, row))).toList();
  }

  /** The value of an expression; an unknown cell in it reads as 0. */
  private static int value(Expr expr, int[] row) {
    return switch (expr) {
      case Expr.Constant(int value) -> value;
      case Expr.Sum(Expr left, Expr right) -> KoalaBear.add(value(left, row), value(right, row));
      case Expr.Difference(Expr left, Expr right) ->
          KoalaBear.sub(value(left, row), value(right, row));
      case Expr.Product(Expr left, Expr right) ->
          KoalaBear.mul(value(left, row), value(right, row));
      case Expr.Bounded(Expr inner, _, _) -> value(inner, row);
      case Cell cell -> row[cell.column()] == UNKNOWN ? 0 : row[cell.column()];
      case Leaf leaf -> throw new IllegalArgumentException("not a cell: " + leaf);
    };
  }

  private static List<Expr> factors(Expr expr) {
    return switch (expr) {
      case Expr.Product(Expr left, Expr right) -> {
        var all = new ArrayList<>(factors(left));
        all.addAll(factors(right));
        yield all;
      }
      case Expr.Bounded(Expr inner, _, _) -> List.of(inner);
      default -> List.of(expr);
    };
  }

  private static Set<Integer> cells(Expr expr) {
    var cells = new HashSet<Integer>();
    collect(expr, cells);
    return cells;
  }

  private static void collect(Expr expr, Set<Integer> into) {
    switch (expr) {
      case Expr.Constant _ -> {}
      case Expr.Sum(Expr left, Expr right) -> collect(left, right, into);
      case Expr.Difference(Expr left, Expr right) -> collect(left, right, into);
      case Expr.Product(Expr left, Expr right) -> collect(left, right, into);
      case Expr.Bounded(Expr inner, _, _) -> collect(inner, into);
      case Cell cell -> into.add(cell.column());
      case Leaf leaf -> throw new IllegalArgumentException("not a cell: " + leaf);
    }
  }

  private static void collect(Expr left, Expr right, Set<Integer> into) {
    collect(left, into);
    collect(right, into);
  }
}
