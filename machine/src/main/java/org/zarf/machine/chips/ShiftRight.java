package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The gadget of right shifts, of 64 bits or of the low 32 bits with a sign-extended result.
 *
 * @param parts the limbs of the first operand, cut where the bits leave for the limb below
 * @param shifted each limb is high + 2^(16-t) low with high &lt; 2^(16-t), low &lt; 2^t: below 2^16
 * @param top the limb whose highest bit is a sign
 * @param fill the bit that moves in from above, which is the sign in arithmetic shifts
 * @param negative the sign of the result in logical shifts of 32 bits, where only a shift by
 *     nothing can leave one
 */
public record ShiftRight(
    ShiftAmount amount,
    LimbSplits parts,
    Word shifted,
    Cell.Felt top,
    Cell.Bit fill,
    Cell.Bit negative) {

  /** Which shift a row makes; bits, of which at most one is set. */
  record Flags(Expr srl, Expr sra, Expr srlw, Expr sraw) {
    ShiftAmount.Width width() {
      return new ShiftAmount.Width(srl.plus(sra), srlw.plus(sraw));
    }
  }

  /** Lays out the columns. */
  public static ShiftRight of(Columns c) {
    return new ShiftRight(
        ShiftAmount.of(c),
        LimbSplits.of(c),
        c.trustedWord("shifted"),
        c.felt("top"),
        c.bit("fill"),
        c.bit("negative"));
  }

  /** The result: {@code shifted}, sign-extended from 32 bits where logical shifts ask for it. */
  Limbs result() {
    Expr extension = negative.times(0xffff);
    return Limbs.of(
        shifted.x0(), shifted.x1(), shifted.x2().plus(extension), shifted.x3().plus(extension));
  }

  /** The result is that of {@code a} shifted by the low bits of {@code b}. */
  void prove(Constraints must, Flags flags, Limbs a, Limbs b) {
    ShiftAmount.Width width = flags.width();
    amount.prove(must, width, b.limbs().getFirst());
    parts.prove(must, width.active(), a, amount.t(), amount.power());
    signs(must, flags, a);
    List<Expr> by64 = amount.byLimbs(width);
    List<Expr> by32 = amount.byLimbsOfWord(width);
    Expr above = fill.times(0xffff);
    List<Expr> of64 = List.of(between(0), between(1), between(2), highest(3), above, above, above);
    List<Expr> of32 = List.of(between(0), highest(1), above, above, above);
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr limb = Expr.Constant.ZERO;
      for (int j = 0; j < by64.size(); j++) {
        limb = limb.plus(by64.get(j).times(of64.get(i + j)));
      }
      for (int j = 0; j < by32.size(); j++) {
        limb = limb.plus(by32.get(j).times(of32.get(i + j)));
      }
      must.zero("limb " + i + " of the shifted word", shifted.at(i).minus(limb));
    }
  }

  private void signs(Constraints must, Flags flags, Limbs a) {
    Expr arithmetic = flags.sra.plus(flags.sraw);
    must.when(fill).zero("logical shifts fill with zeros", arithmetic.not());
    must.when(negative).zero("only logical shifts of 32 bits are extended", flags.srlw.not());
    Expr sign =
        flags
            .sra
            .times(a.limbs().get(3))
            .plus(flags.sraw.times(a.limbs().get(1)))
            .plus(flags.srlw.times(shifted.x1()));
    must.zero("the limb with the sign", top.minus(sign));
    must.range(arithmetic.plus(flags.srlw), 15, top.minus(fill.plus(negative).times(1 << 15)));
  }

  /** Limb i after the shift by t bits, if there is one above it. */
  private Expr between(int i) {
    return parts.high().get(i).plus(amount.complement().times(parts.low().get(i + 1)));
  }

  /** Limb i after the shift by t bits, if the fill is above it: 2^16 - 2^(16-t) if that is ones. */
  private Expr highest(int i) {
    Expr ones = Expr.of(1 << 16).minus(amount.complement());
    return parts.high().get(i).plus(fill.times(ones));
  }
}
