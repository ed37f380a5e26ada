package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;

/**
 * The low six bits of a shift's second operand, of which shifts of 32-bit words ignore the highest:
 * t + 16 times a number of whole limbs.
 *
 * @param t the bits to shift by after whole limbs
 * @param power 2^t; with t and {@code complement} an entry of the fixed table of powers
 * @param complement 2^(16-t)
 * @param limbs a flag for each number of limbs from 1 to 3, in shifts of 64 bits
 * @param limbOfWord whether to shift by one limb, in shifts of 32 bits
 * @param ignored the bit of weight 32, in shifts of 32 bits
 */
public record ShiftAmount(
    Cell.Trusted t,
    Cell.Trusted power,
    Cell.Trusted complement,
    List<Cell.Bit> limbs,
    Cell.Bit limbOfWord,
    Cell.Bit ignored) {

  /** Lays out the columns. */
  public static ShiftAmount of(Columns c) {
    return new ShiftAmount(
        c.trusted("shift.t", 4),
        c.trusted("shift.power", 16),
        c.trusted("shift.complement", 17),
        c.list("shift.limbs", 3, c::bit),
        c.bit("shift.limbOfWord"),
        c.bit("shift.ignored"));
  }

  /**
   * Which shifts a row makes; bits, of which at most one is set.
   *
   * @param of64 whether all 64 bits are shifted
   * @param of32 whether the low 32 bits are shifted
   */
  record Width(Expr of64, Expr of32) {
    Expr active() {
      return of64.plus(of32);
    }
  }

  /** This is the amount in the lowest limb of the second operand. */
  void prove(Constraints must, Width width, Expr operand) {
    must.send(Buses.POWER, width.active(), t, power, complement);
    must.bit("one number of limbs, of 64 bits", byLimbs(width).getFirst());
    must.bit("one number of limbs, of 32 bits", byLimbsOfWord(width).getFirst());
    must.when(ignored).zero("shifts of 64 bits ignore nothing", width.of32.not());
    Expr amount =
        t.plus(limbs.get(0).plus(limbOfWord).times(16))
            .plus(limbs.get(1).plus(ignored).times(32))
            .plus(limbs.get(2).times(48));
    // operand = 64 k + amount with k < 2^10 and amount < 64, so both are what they should be.
    must.range(width.active(), 10, operand.minus(amount).over(64));
  }

  /** For each number of limbs, whether 64 bits are shifted by so many. */
  List<Expr> byLimbs(Width width) {
    Expr none = width.of64.minus(limbs.get(0)).minus(limbs.get(1)).minus(limbs.get(2));
    return List.of(none, limbs.get(0), limbs.get(1), limbs.get(2));
  }

  /** For each number of limbs, whether 32 bits are shifted by so many. */
  List<Expr> byLimbsOfWord(Width width) {
    return List.of(width.of32.minus(limbOfWord), limbOfWord);
  }
}
