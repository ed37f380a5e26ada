package org.zarf.machine.chips;

import java.util.List;
import java.util.stream.IntStream;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The gadget of left shifts, of 64 bits or of the low 32 bits with a sign-extended result.
 *
 * @param parts the limbs of the first operand, cut where the bits leave for the next limb
 * @param result each limb is 2^t low + high with low &lt; 2^(16-t), high &lt; 2^t: below 2^16
 * @param negative the sign of the result, in shifts of 32 bits
 */
public record ShiftLeft(ShiftAmount amount, LimbSplits parts, Word result, Cell.Bit negative) {

  /** Lays out the columns. */
  public static ShiftLeft of(Columns c) {
    return new ShiftLeft(
        ShiftAmount.of(c), LimbSplits.of(c), c.trustedWord("result"), c.bit("negative"));
  }

  /** {@code result} is {@code a} shifted by the low bits of {@code b}. */
  void prove(Constraints must, ShiftAmount.Width width, Limbs a, Limbs b) {
    amount.prove(must, width, b.limbs().getFirst());
    Expr lowBits = Expr.of(16).minus(amount.t());
    parts.prove(must, width.active(), a, lowBits, amount.complement());
    must.when(negative).zero("only results of 32 bits are extended", width.of32().not());
    must.range(width.of32(), 15, result.x1().minus(negative.times(1 << 15)));
    List<Expr> by64 = amount.byLimbs(width);
    List<Expr> by32 = amount.byLimbsOfWord(width);
    List<Expr> byEither = List.of(by64.get(0).plus(by32.get(0)), by64.get(1).plus(by32.get(1)));
    List<Expr> shifted = IntStream.range(0, Word.LIMBS).mapToObj(this::shifted).toList();
    Expr extension = negative.times(0xffff);
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr limb = i < 2 ? Expr.Constant.ZERO : extension;
      for (int j = 0; j <= i; j++) {
        limb = limb.plus((i < 2 ? byEither : by64).get(j).times(shifted.get(i - j)));
      }
      must.zero("limb " + i + " of the shifted word", result.at(i).minus(limb));
    }
  }

  /** Limb i after the shift by t bits. */
  private Expr shifted(int i) {
    Expr own = amount.power().times(parts.low().get(i));
    return i == 0 ? own : own.plus(parts.high().get(i - 1));
  }
}
