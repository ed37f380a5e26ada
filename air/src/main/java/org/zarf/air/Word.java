package org.zarf.air;

import java.util.List;

/** A 64-bit word as four columns of 16 bits, least significant first. */
public record Word(Cell x0, Cell x1, Cell x2, Cell x3) implements Limbs {

  /** How many limbs a word has. */
  public static final int LIMBS = 4;

  @Override
  public List<Expr> limbs() {
    return List.of(x0, x1, x2, x3);
  }

  /** The limb of weight 2^(16 i). */
  public Cell at(int i) {
    return switch (i) {
      case 0 -> x0;
      case 1 -> x1;
      case 2 -> x2;
      case 3 -> x3;
      default -> throw new IndexOutOfBoundsException(i);
    };
  }
}
