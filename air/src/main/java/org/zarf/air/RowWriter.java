package org.zarf.air;

import org.zarf.algebra.KoalaBear;

/** Writes integers into the cells of one row of a trace, column-major. */
public final class RowWriter {

  private final int[][] main;
  private int row;

  /** A writer at row 0 of some columns. */
  public RowWriter(int[][] main) {
    this.main = main;
  }

  /** Moves to a row. */
  public void at(int index) {
    row = index;
  }

  /** Which row this writes to. */
  public int row() {
    return row;
  }

  /** Writes an integer, reduced modulo p. */
  public void set(Cell cell, long value) {
    main[cell.column()][row] = KoalaBear.of(value);
  }

  /** Writes 0 or 1. */
  public void set(Cell cell, boolean value) {
    main[cell.column()][row] = value ? KoalaBear.ONE : KoalaBear.ZERO;
  }

  /** Writes a word, limb by limb. */
  public void set(Word word, long value) {
    for (int i = 0; i < Word.LIMBS; i++) {
      set(word.at(i), (value >>> (16 * i)) & 0xffff);
    }
  }
}
