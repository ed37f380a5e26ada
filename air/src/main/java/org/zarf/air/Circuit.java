package org.zarf.air;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables that exchange messages. A proof instantiates each table as often as its cardinality
 * allows.
 *
 * @param name what the circuit is called
 * @param slots the tables, in their canonical order
 */
public record Circuit(String name, List<Slot> slots) {

  /** How often a table appears in a proof. */
  public enum Cardinality {
    /** In every proof, once: what a missing or second instance could forge. */
    EXACTLY_ONE,
    /** Once or not at all. */
    AT_MOST_ONE,
    /** Any number of times. */
    ANY
  }

  /**
   * A table's place in the circuit.
   *
   * @param group the preprocessed commitment that holds the table's fixed columns, or "" if it has
   *     none
   */
  public record Slot(Table table, Cardinality cardinality, String group) {
    /** Checks that fixed columns have a commitment. */
    public Slot {
      if (table.fixed().isEmpty() != group.isEmpty()) {
        throw new IllegalArgumentException(table.name() + ": fixed columns and group disagree");
      }
      if (!group.isEmpty() && cardinality == Cardinality.ANY) {
        throw new IllegalArgumentException(table.name() + ": fixed columns exist once");
      }
    }
  }

  /**
   * Checks that names and bus ids are unique, and that all messages of a bus have one length: a
   * shorter one would pass for a longer one that ends in zeros.
   */
  public Circuit {
    slots = List.copyOf(slots);
    Set<String> names = new HashSet<>();
    Map<Integer, Bus> buses = new HashMap<>();
    Map<Bus, Integer> lengths = new HashMap<>();
    for (Slot slot : slots) {
      if (!names.add(slot.table().name())) {
        throw new IllegalArgumentException("two tables are called " + slot.table().name());
      }
      for (var interaction : slot.table().interactions()) {
        Bus bus = interaction.bus();
        Bus other = buses.putIfAbsent(bus.id(), bus);
        if (other != null && !other.equals(bus)) {
          throw new IllegalArgumentException(bus + " and " + other + " share an id");
        }
        int length = interaction.message().size();
        if (lengths.merge(bus, length, (known, ignored) -> known) != length) {
          throw new IllegalArgumentException("messages of different lengths on " + bus);
        }
      }
    }
  }

  /** The same circuit with the table that a hiding proof needs beside the others. */
  public Circuit hiding() {
    var all = new ArrayList<>(slots);
    all.add(new Slot(Table.of(new MaskChip()).table(), Cardinality.EXACTLY_ONE, ""));
    return new Circuit(name, all);
  }

  /** The preprocessed commitments, in the order of their first tables. */
  public List<String> groups() {
    return slots.stream().map(Slot::group).filter(g -> !g.isEmpty()).distinct().toList();
  }

  /**
   * The slot of a table.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int indexOf(String table) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).table().name().equals(table)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no table is called " + table);
  }
}
