package org.zarf.machine.chips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Expr;
import org.zarf.air.Leaf;
import org.zarf.air.Table;
import org.zarf.algebra.KoalaBear;

/**
 * Everything that a malicious prover can prove with one row of a table, some of whose cells are
 * given. Bits are tried both ways, cells in lookups of bytes with all bytes, or cells in all
 * lookups with all values that have an answer; every other cell must follow from a constraint with
 * no other unknown; so the search leaves nothing out, and fails where it cannot decide. It knows a
 * chip only as its table.
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

  private final boolean triesAllLookups;
  private final Table table;
  private final Message instruction;
  private final List<Set<Integer>> constraintCells;
  private final List<List<Expr>> factors;
  private final List<Question> questions;
  private final List<Question> statements;
  private final Set<List<Message>> found = new LinkedHashSet<>();

  private Outcomes(Table table, Message instruction, boolean triesAllLookups) {
    this.triesAllLookups = triesAllLookups;
    this.table = table;
    this.instruction = instruction;
    constraintCells = table.constraints().stream().map(c -> cells(c.expr())).toList();
    factors = table.constraints().stream().map(c -> factors(c.expr())).toList();
    questions =
        table.interactions().stream()
            .filter(i -> i.bus().equals(Buses.PROGRAM) || Answers.to(i.bus()))
            .map(Question::of)
            .toList();
    statements =
        table.interactions().stream().filter(i -> !Answers.to(i.bus())).map(Question::of).toList();
  }

  /**
   * The messages of all rows that satisfy the table, whose cells follow but for bits and bytes.
   *
   * @param given integers
   * @param instruction the only message that the program table answers
   */
  static Set<List<Message>> of(Table table, Map<Cell, Long> given, Message instruction) {
    return new Outcomes(table, instruction, false).search(given);
  }

  /** The same, where cells must be tried that are in lookups of more bits. */
  static Set<List<Message>> triedOf(Table table, Map<Cell, Long> given, Message instruction) {
    return new Outcomes(table, instruction, true).search(given);
  }

  private Set<List<Message>> search(Map<Cell, Long> given) {
    int[] row = new int[table.main().size()];
    Arrays.fill(row, UNKNOWN);
    given.forEach((cell, value) -> row[cell.column()] = KoalaBear.of(Math.floorMod(value, P)));
    search(row);
    return found;
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
    if (saysNothing(row)) {
      found.add(List.of());
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
    Progress progress = fetch(row);
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
  private static @Nullable Set<Integer> roots(List<Expr> product, int unknown, int[] row) {
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

  private static int valueAt(Expr expr, int[] row, int column, int at) {
    row[column] = KoalaBear.of(at);
    int value = value(expr, row);
    row[column] = UNKNOWN;
    return value;
  }

  /** Whether no message but lookups is sent, whatever the cells that are not known hold. */
  private boolean saysNothing(int[] row) {
    return statements.stream()
        .allMatch(q -> isKnown(q.times, row) && value(q.interaction.times(), row) == 0);
  }

  private static boolean isKnown(Set<Integer> columns, int[] row) {
    return columns.stream().noneMatch(c -> row[c] == UNKNOWN);
  }

  /** A cell to try values for: one that a constraint leaves few values, a bit, or in a lookup. */
  private @Nullable Branch branch(int[] row) {
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
    Branch small = byQuestion(row, 1 << 8);
    if (small != null || !triesAllLookups) {
      return small;
    }
    Branch pair = byPair(row);
    return pair != null ? pair : byQuestion(row, 1 << 16);
  }

  /** A cell that alone is unknown in a part of a lookup with few answers. */
  private @Nullable Branch byQuestion(int[] row, int most) {
    for (Question question : questions) {
      if (!isAsked(question, row)) {
        continue;
      }
      for (int part = 0; part < question.parts.size(); part++) {
        int unknown = onlyUnknown(question.parts.get(part), row);
        if (unknown >= 0 && isTried(question.interaction, part)) {
          Set<Integer> values = answers(question, part, unknown, row, most);
          if (!values.isEmpty()) {
            values.removeIf(value -> !canBe(unknown, value, row));
            return new Branch(unknown, values);
          }
        }
      }
    }
    return null;
  }

  private boolean isTried(Table.Interaction lookup, int part) {
    boolean isByte = lookup.bus().equals(Buses.BYTES) && lookup.message().get(part) instanceof Cell;
    return isByte || (triesAllLookups && Answers.to(lookup.bus()));
  }

  /** A cell in a lookup, that with one other is unknown in a constraint. */
  private @Nullable Branch byPair(int[] row) {
    for (int i = 0; i < factors.size(); i++) {
      List<Integer> unknown =
          constraintCells.get(i).stream().filter(c -> row[c] == UNKNOWN).toList();
      if (unknown.size() != 2) {
        continue;
      }
      for (int first : unknown) {
        Set<Integer> values = checked(first, row);
        if (values.isEmpty()) {
          continue;
        }
        int other = unknown.get(0) == first ? unknown.get(1) : unknown.get(0);
        List<Expr> product = factors.get(i);
        values.removeIf(value -> !allows(product, first, value, other, row));
        return new Branch(first, values);
      }
    }
    return null;
  }

  private boolean allows(List<Expr> product, int first, int value, int other, int[] row) {
    if (!canBe(first, value, row)) {
      return false;
    }
    int[] next = row.clone();
    next[first] = value;
    Set<Integer> roots = roots(product, other, next);
    return roots == null || roots.stream().anyMatch(root -> canBe(other, root, next));
  }

  /** The values of a cell that has a range check of its own, if they are not too many. */
  private Set<Integer> checked(int column, int[] row) {
    for (Question question : questions) {
      if (question.interaction.bus().equals(Bus.RANGE)
          && isAsked(question, row)
          && onlyUnknown(question.parts.get(1), row) == column) {
        Set<Integer> values = answers(question, 1, column, row, 1 << 12);
        if (!values.isEmpty()) {
          return values;
        }
      }
    }
    return Set.of();
  }

  /** What an unknown cell may hold for a part of a lookup; empty if there are too many values. */
  private static Set<Integer> answers(
      Question question, int part, int unknown, int[] row, int most) {
    Expr expr = question.interaction.message().get(part);
    int zero = valueAt(expr, row, unknown, 0);
    int slope = KoalaBear.sub(valueAt(expr, row, unknown, 1), zero);
    int[] message = message(question, row);
    int[] values = Answers.values(question.interaction.bus(), message, part).toArray();
    if (slope == 0 || values.length > most) {
      return Set.of();
    }
    int inverse = KoalaBear.inverse(slope);
    var answers = new LinkedHashSet<Integer>();
    for (int value : values) {
      answers.add(KoalaBear.mul(KoalaBear.sub(KoalaBear.of(value), zero), inverse));
    }
    return answers;
  }

  /** Whether no lookup forbids a cell to hold a value. */
  private boolean canBe(int column, int value, int[] row) {
    row[column] = value;
    boolean can =
        questions.stream().filter(q -> q.columns.contains(column)).allMatch(q -> holds(q, row));
    row[column] = UNKNOWN;
    return can;
  }

  /** A message, the columns in it, in its multiplicity, and in its parts. */
  private record Question(
      Table.Interaction interaction,
      Set<Integer> columns,
      Set<Integer> times,
      List<Set<Integer>> parts) {

    static Question of(Table.Interaction interaction) {
      return new Question(
          interaction,
          cells(interaction),
          cells(interaction.times()),
          interaction.message().stream().map(Outcomes::cells).toList());
    }
  }

  private boolean isAsked(Question question, int[] row) {
    return isKnown(question.times, row) && value(question.interaction.times(), row) != 0;
  }

  /** Whether all questions have an answer, as far as they are known. */
  private boolean lookupsHold(int[] row) {
    return questions.stream().allMatch(q -> holds(q, row));
  }

  private boolean holds(Question question, int[] row) {
    if (!isAsked(question, row)) {
      return true;
    }
    int[] message = message(question, row);
    if (Answers.to(question.interaction.bus())) {
      return Answers.allow(question.interaction.bus(), message);
    }
    return IntStream.range(0, message.length)
        .allMatch(i -> message[i] == Answers.OPEN || message[i] == instruction.values().get(i));
  }

  private static int[] message(Question question, int[] row) {
    int[] message = new int[question.parts.size()];
    for (int i = 0; i < message.length; i++) {
      Expr part = question.interaction.message().get(i);
      message[i] =
          isKnown(question.parts.get(i), row) ? KoalaBear.toInt(value(part, row)) : Answers.OPEN;
    }
    return message;
  }

  /** Solves for what the program table says. */
  private Progress fetch(int[] row) {
    Progress progress = Progress.NOTHING;
    for (Question question : questions) {
      if (!question.interaction.bus().equals(Buses.PROGRAM) || !isAsked(question, row)) {
        continue;
      }
      for (int i = 0; i < question.parts.size(); i++) {
        int unknown = onlyUnknown(question.parts.get(i), row);
        if (unknown >= 0) {
          Expr wrong =
              question.interaction.message().get(i).minus(instruction.values().get(i).longValue());
          Set<Integer> roots = roots(List.of(wrong), unknown, row);
          if (roots != null && roots.size() == 1) {
            row[unknown] = roots.iterator().next();
            progress = Progress.SOLVED;
          }
        }
      }
    }
    return progress;
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
      if (!isKnown(cells(interaction), row)) {
        throw new Undetermined("a message on bus " + interaction.bus().name());
      }
      if (!Answers.to(interaction.bus()) && !interaction.bus().equals(Buses.PROGRAM)) {
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
