package org.zarf.air;

/**
 * A column of a table, read on the current row. Its type says which values it may hold, and what
 * enforces that.
 */
public sealed interface Cell extends Leaf {

  /** The column's place among the main columns, or among the fixed ones if it is {@link Fixed}. */
  int column();

  /** The column's name, such as {@code sum.x0}. */
  String name();

  /** A column that may hold any field element. */
  record Felt(int column, String name) implements Cell {}

  /** A column that holds 0 or 1: a constraint on every regular row comes with the type. */
  record Bit(int column, String name) implements Cell {}

  /**
   * A column that holds 0 to 2^bits - 1: a lookup in the range table from every regular row comes
   * with the type.
   */
  record Checked(int column, String name, int bits) implements Cell {}

  /**
   * A column that holds 0 to 2^bits - 1 because a message that it is part of can only be answered
   * by such values: the type brings no check, the chip says which bus does.
   */
  record Trusted(int column, String name, int bits) implements Cell {}

  /** A preprocessed column, part of the verifying key, that holds 0 to 2^bits - 1. */
  record Fixed(int column, String name, int bits) implements Cell {}
}
