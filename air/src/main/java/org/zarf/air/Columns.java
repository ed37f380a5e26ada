package org.zarf.air;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Hands out the columns of one table, in order. */
public final class Columns {

  private final List<Cell> main = new ArrayList<>();
  private final List<Cell> fixed = new ArrayList<>();

  /** No columns yet. */
  public Columns() {}

  /** A column of any field element. */
  public Cell.Felt felt(String name) {
    return add(main, new Cell.Felt(main.size(), name));
  }

  /** A column of 0 or 1. */
  public Cell.Bit bit(String name) {
    return add(main, new Cell.Bit(main.size(), name));
  }

  /** A column of 0 to 2^bits - 1, looked up in the range table. */
  public Cell.Checked checked(String name, int bits) {
    return add(main, new Cell.Checked(main.size(), name, bits));
  }

  /** A column of 0 to 2^bits - 1, guaranteed by a bus that the chip names. */
  public Cell.Trusted trusted(String name, int bits) {
    return add(main, new Cell.Trusted(main.size(), name, bits));
  }

  /** A preprocessed column of 0 to 2^bits - 1. */
  public Cell.Fixed fixed(String name, int bits) {
    return add(fixed, new Cell.Fixed(fixed.size(), name, bits));
  }

  /** A word whose limbs the range table checks. */
  public Word checkedWord(String name) {
    return word(i -> checked(name + ".x" + i, 16));
  }

  /** A word whose limbs a bus guarantees. */
  public Word trustedWord(String name) {
    return word(i -> trusted(name + ".x" + i, 16));
  }

  /** A preprocessed word. */
  public Word fixedWord(String name) {
    return word(i -> fixed(name + ".x" + i, 16));
  }

  /** {@code count} columns of one type, called name0, name1, .. */
  public <T> List<T> list(String name, int count, java.util.function.Function<String, T> column) {
    return IntStream.range(0, count).mapToObj(i -> column.apply(name + i)).toList();
  }

  List<Cell> main() {
    return List.copyOf(main);
  }

  List<Cell> fixed() {
    return List.copyOf(fixed);
  }

  private static Word word(IntFunction<Cell> limb) {
    return new Word(limb.apply(0), limb.apply(1), limb.apply(2), limb.apply(3));
  }

  private static <T extends Cell> T add(List<Cell> columns, T cell) {
    if (columns.stream().anyMatch(c -> c.name().equals(cell.name()))) {
      throw new IllegalArgumentException("two columns are called " + cell.name());
    }
    columns.add(cell);
    return cell;
  }
}
