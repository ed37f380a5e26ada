package org.zarf.conformance.docs;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zarf.air.Bus;
import org.zarf.air.Circuit;
import org.zarf.air.MaskChip;
import org.zarf.air.Table;
import org.zarf.conformance.docs.ChipPage.Described;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.Buses;

/** The pages of all chips and their index, as files of the folder docs/chips. */
final class ChipPages {

  private static final String FORMULAS =
      """
      Formulas are those of the field: `x / 2^16` is the element that times 2^16 gives x. `next(x)` \
      is the column x of the next row. `t1, t2, ..` are parts of a page's formulas. The constraints \
      that make bits bits are listed; those that define the bus columns follow from the messages \
      ([the protocol](../protocol.md)) and are only counted. Values that are "looked up" are \
      checked by a message to the range bus; "implied" ones need none, because only \
      right ones find an answer on a bus or solve an equation. Bus columns are those of hiding \
      proofs, elements of E.
      """;

  private ChipPages() {}

  /** File names and contents. */
  static SortedMap<String, String> of(SourceComments comments) {
    SortedMap<String, String> pages = new TreeMap<>();
    List<Described> chips = chips();
    for (Described chip : chips) {
      pages.put(chip.table().name() + ".md", ChipPage.of(chip, comments));
    }
    pages.put("README.md", index(chips, comments));
    return pages;
  }

  /** All chips, in the order of their first tables. */
  static List<Described> chips() {
    Map<Class<?>, Described> chips = new LinkedHashMap<>();
    for (Field field : Machine.class.getFields()) {
      if (field.getType() == Machine.Part.class) {
        Machine.Part<?> part = part(field);
        Class<?> type = part.row().getClass().getEnclosingClass();
        List<Circuit.Slot> slots = new ArrayList<>();
        if (chips.containsKey(type)) {
          slots.addAll(chips.get(type).slots());
        }
        slots.add(Machine.circuit().slots().get(part.slot()));
        Record row = chips.containsKey(type) ? chips.get(type).row() : part.row();
        chips.put(type, new Described(type, row, List.copyOf(slots)));
      }
    }
    Circuit.Slot mask = Machine.circuit().hiding().slots().getLast();
    Record row = Table.of(new MaskChip()).row();
    chips.put(MaskChip.class, new Described(MaskChip.class, row, List.of(mask)));
    return List.copyOf(chips.values());
  }

  private static Machine.Part<?> part(Field field) {
    try {
      return (Machine.Part<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String index(List<Described> chips, SourceComments comments) {
    var page = new StringBuilder("# The chips\n\nGenerated from the definitions.\n\n");
    page.append("| chip | opcodes | main | fixed | bus | interactions | constraints | degree |\n");
    page.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (Described chip : chips) {
      Table table = chip.table();
      page.append(
          "| [%s](%s.md) | %s | %d | %d | %d | %d | %d | %d |\n"
              .formatted(
                  table.name(),
                  table.name(),
                  chip.opcodes(),
                  table.main().size(),
                  table.fixed().size(),
                  chip.logUp().batches().size(),
                  table.interactions().size(),
                  table.constraints().size() + chip.logUp().constraints().size(),
                  chip.degree()));
    }
    page.append('\n').append(FORMULAS).append("\n## Buses\n\n| bus | id | messages |\n");
    page.append("| --- | --- | --- |\n");
    for (Class<?> owner : List.of(Bus.class, Buses.class)) {
      for (Field field : owner.getFields()) {
        if (field.getType() == Bus.class) {
          Bus bus = bus(field);
          String meaning = comments.of(owner, field.getName()).description().replace('\n', ' ');
          page.append("| %s | %d | %s |\n".formatted(bus.name(), bus.id(), meaning));
        }
      }
    }
    return page.toString();
  }

  private static Bus bus(Field field) {
    try {
      return (Bus) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
