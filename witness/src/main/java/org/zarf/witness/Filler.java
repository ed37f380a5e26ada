package org.zarf.witness;

import org.zarf.air.RowWriter;

/**
 * Fills the rows of a chip.
 *
 * @param <R> the chip's row
 */
@FunctionalInterface
interface Filler<R extends Record> {

  /** Writes the cells of one row that are not zero; thread-safe. */
  void fill(R row, Event event, RowWriter out);
}
