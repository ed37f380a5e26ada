package org.zarf.conformance.docs;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zarf.air.Cell;
import org.zarf.air.Table;
import org.zarf.air.Word;

/** The columns of a table, those of one word or list together, with what their comments say. */
final class ChipColumns {

  /**
   * Neighbouring columns of one type.
   *
   * @param cells at least one
   * @param meaning Markdown; empty where the name says it all
   */
  record Group(List<Cell> cells, String meaning) {

    /** The name, or the first and the last one. */
    String names() {
      String first = "`" + cells.getFirst().name() + "`";
      return cells.size() == 1 ? first : first + " .. `" + cells.getLast().name() + "`";
    }

    /** Which values the type allows, and what enforces that. */
    String values() {
      return switch (cells.getFirst()) {
        case Cell.Felt _ -> "any";
        case Cell.Bit _ -> "0 or 1";
        case Cell.Checked(_, _, int bits) -> bits + " bits, looked up";
        case Cell.Trusted(_, _, int bits) -> bits(bits) + ", implied";
        case Cell.Fixed(_, _, int bits) -> bits(bits) + ", fixed";
      };
    }

    private static String bits(int bits) {
      return bits == 1 ? "0 or 1" : bits + " bits";
    }
  }

  private final SourceComments comments;
  private final List<Group> groups = new ArrayList<>();
  private final Set<Cell> seen = new HashSet<>();

  private ChipColumns(SourceComments comments) {
    this.comments = comments;
  }

  /** The columns in the order of the row, then those that only mask the table's sum. */
  static List<Group> of(Record row, Table table, SourceComments comments) {
    var columns = new ChipColumns(comments);
    columns.record(row, "");
    List<Cell> rest = table.main().stream().filter(cell -> !columns.seen.contains(cell)).toList();
    if (!rest.isEmpty()) {
      columns.add(rest, "room for a mask in hiding proofs");
    }
    return List.copyOf(columns.groups);
  }

  private void record(Record row, String outer) {
    var documented = comments.of(row.getClass()).parameters();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      String own = documented.getOrDefault(component.getName(), "");
      component(value(row, component), outer, own);
    }
  }

  private void component(Object value, String outer, String own) {
    String meaning = outer.isEmpty() || own.isEmpty() ? outer + own : outer + ": " + own;
    switch (value) {
      case Cell cell -> add(List.of(cell), meaning);
      case Word word -> add(word.limbs().stream().map(Cell.class::cast).toList(), meaning);
      case List<?> list when list.stream().allMatch(Cell.class::isInstance) ->
          add(list.stream().map(Cell.class::cast).toList(), meaning);
      case List<?> list -> list.forEach(element -> component(element, outer, own));
      case Record part -> record(part, isOneThing(part) ? meaning : "");
      default -> {} // what a part knows besides its columns, such as its opcodes
    }
  }

  /** Whether a part's columns share the first word of their names: what it is said of is theirs. */
  private static boolean isOneThing(Record part) {
    return cells(part).map(cell -> cell.name().split("[.0-9]")[0]).distinct().count() == 1;
  }

  private static Stream<Cell> cells(Object value) {
    return switch (value) {
      case Cell cell -> Stream.of(cell);
      case List<?> list -> list.stream().flatMap(ChipColumns::cells);
      case Record part ->
          Stream.of(part.getClass().getRecordComponents())
              .flatMap(component -> cells(value(part, component)));
      default -> Stream.of();
    };
  }

  /** Adds columns; one that two parts of the row share is shown where it comes first. */
  private void add(List<Cell> cells, String meaning) {
    List<Cell> fresh = cells.stream().filter(seen::add).toList();
    List<Cell> group = new ArrayList<>();
    for (Cell cell : fresh) {
      if (!group.isEmpty() && !values(group.getFirst()).equals(values(cell))) {
        groups.add(new Group(List.copyOf(group), meaning));
        group.clear();
      }
      group.add(cell);
    }
    if (!group.isEmpty()) {
      groups.add(new Group(List.copyOf(group), meaning));
    }
  }

  private static String values(Cell cell) {
    return new Group(List.of(cell), "").values();
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
