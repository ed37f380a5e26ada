package org.zarf.machine.chips;

import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The gadget sum = a + b mod 2^64, for limbs of 16 bits. Subtraction is the same read backwards.
 */
final class Addition {

  private Addition() {}

  static void of(Constraints must, Limbs a, Limbs b, Limbs sum) {
    low(must, Word.LIMBS, a, b, sum);
  }

  /** The same of the low limbs only: sum = a + b mod 2^(16 limbs). */
  static void low(Constraints must, int limbs, Limbs a, Limbs b, Limbs sum) {
    Expr carry = Expr.Constant.ZERO;
    for (int i = 0; i < limbs; i++) {
      Expr excess = a.limbs().get(i).plus(b.limbs().get(i)).plus(carry).minus(sum.limbs().get(i));
      carry = must.carry("carry out of limb " + i, excess, 16, 0, 1);
    }
  }
}
