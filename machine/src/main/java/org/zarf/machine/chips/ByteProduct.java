package org.zarf.machine.chips;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The product of two unsigned words, as sums of products of their bytes: products of limbs would
 * not fit into the field.
 */
public record ByteProduct(WordBytes a, WordBytes b) {

  /** How many limbs the product of two words has. */
  static final int LIMBS = 2 * Word.LIMBS;

  /** The bits of what one limb of a product, or of a few more words added, carries to the next. */
  static final int CARRY_BITS = 12;

  /** Lays out the columns. */
  public static ByteProduct of(Columns c, String a, String b) {
    return new ByteProduct(WordBytes.of(c, a), WordBytes.of(c, b));
  }

  /**
   * The product as eight sums of weight 2^(16 k), before any carries: the products a_i b_j with i +
   * j = 2k, and 256 times those with i + j = 2k + 1. None is above 255^2 (7 + 8 * 256), which is
   * below 2^27.
   */
  List<Expr> prove(Constraints must, Expr active, Limbs x, Limbs y) {
    a.check(must, active, x);
    b.check(must, active, y);
    List<Expr> left = bytes(a, x);
    List<Expr> right = bytes(b, y);
    var sums = new ArrayList<Expr>();
    for (int k = 0; k < LIMBS; k++) {
      sums.add(diagonal(left, right, 2 * k).plus(diagonal(left, right, 2 * k + 1).times(256)));
    }
    return sums;
  }

  private static List<Expr> bytes(WordBytes bytes, Limbs word) {
    var list = new ArrayList<Expr>();
    for (int i = 0; i < WordBytes.BYTES; i++) {
      list.add(bytes.at(word, i));
    }
    return list;
  }

  private static Expr diagonal(List<Expr> left, List<Expr> right, int sum) {
    Expr total = Expr.Constant.ZERO;
    for (int i = 0; i < WordBytes.BYTES; i++) {
      int j = sum - i;
      if (j >= 0 && j < WordBytes.BYTES) {
        total = total.plus(left.get(i).times(right.get(j)));
      }
    }
    return total;
  }
}
