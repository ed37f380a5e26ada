package org.zarf.air;

/**
 * What a table is made of and what must hold of it. How its rows are filled is said elsewhere: a
 * verifier has no use for it.
 *
 * @param <R> the row, a record of {@link Cell}s and of records of cells
 */
public interface Chip<R extends Record> {

  /** The table's name, unique in its circuit. */
  String name();

  /** Lays out the columns. */
  R row(Columns columns);

  /** Says what must hold of every regular row. Called once, on symbols. */
  void constrain(R row, Constraints must);

  /**
   * Whether the messages and multiplicities of all its rows are public, so that its sum needs no
   * mask.
   */
  default boolean isPublic() {
    return false;
  }
}
