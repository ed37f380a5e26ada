package org.zarf.air;

import static org.zarf.air.Expr.Constant.ONE;

/**
 * Where a chip says what must hold. Every constraint carries the sentence that a failure prints.
 */
public interface Constraints {

  /** From here on, only where {@code condition} is not zero. Interactions are not affected. */
  Constraints when(Expr condition);

  /** From here on, only on the first row. */
  Constraints onFirstRow();

  /**
   * {@code expr} is zero on every regular row; or, where it reads the next row, on every regular
   * row but the last.
   */
  void zero(String why, Expr expr);

  /**
   * {@code expr} is zero as an integer, not only modulo p: its bounds, which follow from the
   * columns' types, must stay between -p and p (a test reads them).
   */
  void zeroInteger(String why, Expr expr);

  /**
   * {@code excess} is 2^logRadix times an integer from min to max, over the integers, and that
   * integer is returned. {@code max - min} is at most 2.
   */
  Expr carry(String why, Expr excess, int logRadix, int min, int max);

  /** Takes a message out of a bus, {@code times} over. */
  void receive(Bus bus, Expr times, Limbs... message);

  /** Puts a message into a bus, {@code times} over. */
  void send(Bus bus, Expr times, Limbs... message);

  /** The two sides are equal, limb by limb. */
  default void equal(String why, Limbs left, Limbs right) {
    if (left.limbs().size() != right.limbs().size()) {
      throw new IllegalArgumentException(why + ": sides of different size");
    }
    for (int i = 0; i < left.limbs().size(); i++) {
      zero(why, left.limbs().get(i).minus(right.limbs().get(i)));
    }
  }

  /** {@code expr} is 0 or 1. */
  default void bit(String why, Expr expr) {
    zero(why, expr.times(expr.minus(ONE)));
  }

  /** Looks {@code value} up in the range table: it is an integer below 2^bits. */
  default void range(Expr times, Expr bits, Expr value) {
    send(Bus.RANGE, times, bits, value);
  }

  /** Looks {@code value} up in the range table: it is an integer below 2^bits. */
  default void range(Expr times, int bits, Expr value) {
    range(times, Expr.of(bits), value);
  }

  /** The cell in the same column of the next row. */
  default Expr next(Cell cell) {
    if (cell instanceof Cell.Fixed) {
      throw new IllegalArgumentException("fixed columns are not opened at the next row");
    }
    return new Leaf.Next(cell);
  }
}
