package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The gadget product = a b mod 2^64, or the sign-extended low 32 bits of it.
 *
 * @param product limb 1 is range-checked without its sign where that is extended
 * @param carries what each limb carries to the next; the last one is dropped
 * @param negative the sign of a product of 32 bits
 */
public record Multiply(
    ByteProduct bytes, Word product, List<Cell.Checked> carries, Cell.Bit negative) {

  /** Lays out the columns. */
  public static Multiply of(Columns c) {
    return new Multiply(
        ByteProduct.of(c, "a", "b"),
        signedWord(c, "product"),
        c.list("carry", Word.LIMBS, name -> c.checked(name, ByteProduct.CARRY_BITS)),
        c.bit("negative"));
  }

  /** A word whose limb 1 the gadget checks itself, with or without its highest bit. */
  static Word signedWord(Columns c, String name) {
    return new Word(
        c.checked(name + ".x0", 16),
        c.trusted(name + ".x1", 16),
        c.checked(name + ".x2", 16),
        c.checked(name + ".x3", 16));
  }

  /**
   * {@code product} is that of x and y.
   *
   * @param of64 whether all 64 bits are wanted
   * @param of32 whether the low 32 bits are wanted; not both
   */
  void prove(Constraints must, Expr of64, Expr of32, Limbs x, Limbs y) {
    List<Expr> sums = bytes.prove(must, of64.plus(of32), x, y);
    Expr carry = Expr.Constant.ZERO;
    for (int i = 0; i < Word.LIMBS; i++) {
      Constraints where = i < 2 ? must : must.when(of64);
      Expr limb = product.at(i).plus(carries.get(i).times(1 << 16));
      where.zeroInteger("limb " + i + " of the product", sums.get(i).plus(carry).minus(limb));
      carry = carries.get(i);
    }
    extendSign(must, of64.plus(of32), of32, product, negative);
    must.when(of32).zero("products of 32 bits carry no further", carries.get(2));
    must.when(of32).zero("products of 32 bits carry no further", carries.get(3));
  }

  /**
   * The upper half of {@code word} extends the sign of its lower half wherever {@code of32} is set;
   * and limb 1 has 16 bits.
   */
  static void extendSign(Constraints must, Expr active, Expr of32, Word word, Cell.Bit negative) {
    must.when(negative).zero("only results of 32 bits are extended", of32.not());
    must.when(of32).zero("the sign in limb 2", word.x2().minus(negative.times(0xffff)));
    must.when(of32).zero("the sign in limb 3", word.x3().minus(negative.times(0xffff)));
    must.range(active, Expr.of(16).minus(of32), word.x1().minus(negative.times(1 << 15)));
  }
}
