package org.zarf.conformance;

import org.junit.jupiter.api.Test;
import org.zarf.conformance.Operations.Lie;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.LimbSplits;
import org.zarf.machine.chips.ShiftAmount;
import org.zarf.machine.chips.ShiftLeft;
import org.zarf.machine.chips.ShiftRight;
import org.zarf.machine.chips.ShiftRightChip;
import org.zarf.machine.isa.Opcode;
import org.zarf.stark.ProofRejectedException;

/** False shifts. */
class ShiftAttackTest {

  private static final long A = 0x8123_4567_1abc_def1L;
  private static final int LIMB = 1 << 16;

  private static final Operations RUN =
      new Operations()
          .with("sll 64", Opcode.SLL, A, 64)
          .with("sll 4", Opcode.SLL, A, 4)
          .with("sll 32", Opcode.SLL, A, 32)
          .immediate("slli 4", Opcode.SLLI, A, 4)
          .with("srl 64", Opcode.SRL, A, 64)
          .with("srl 4", Opcode.SRL, A, 4)
          .with("srl 48", Opcode.SRL, A, 48)
          .with("sra 4", Opcode.SRA, A, 4)
          .with("sra 4 of a positive word", Opcode.SRA, A >>> 1, 4)
          .with("sllw 35", Opcode.SLLW, 0x0000_0001_0000_0001L, 35)
          .with("sllw 4", Opcode.SLLW, 0x0abc_def1, 4)
          .with("srlw 35", Opcode.SRLW, 0x8765_4321L, 35)
          .with("srlw 32", Opcode.SRLW, 0x8765_4321L, 32)
          .with("sraw 32", Opcode.SRAW, 0x8000_0000_1234_5678L, 32)
          .with("sraw 4", Opcode.SRAW, 0x8765_4321L, 4);

  private static final ShiftLeft LEFT = Machine.SHIFT_LEFT.row().gadget();
  private static final ShiftRightChip.Row RIGHT_ROW = Machine.SHIFT_RIGHT.row();
  private static final ShiftRight RIGHT = RIGHT_ROW.gadget();

  /** Sets the amount of a shift of 64 bits. */
  private static Lie by(Lie lie, ShiftAmount amount, int limbs, int t) {
    lie.set(amount.t(), t).set(amount.power(), 1L << t).set(amount.complement(), 1L << (16 - t));
    for (int i = 1; i <= 3; i++) {
      lie.set(amount.limbs().get(i - 1), limbs == i ? 1 : 0);
    }
    return lie;
  }

  /** Splits the limbs of a word after so many bits. */
  private static Lie split(Lie lie, LimbSplits parts, long word, int bits) {
    for (int i = 0; i < 4; i++) {
      long limb = (word >>> (16 * i)) & 0xffff;
      lie.set(parts.low().get(i), limb & ((1 << bits) - 1)).set(parts.high().get(i), limb >>> bits);
    }
    return lie;
  }

  @Test
  void theTrueResultsAreAccepted() throws ProofRejectedException {
    RUN.prove();
  }

  @Test
  void aShiftBy64IsNone() {
    // 64 as three limbs and 16 bits, which shifts everything out.
    Lie left = by(RUN.published("sll 64", Machine.SHIFT_LEFT, 0), LEFT.amount(), 3, 16);
    split(left, LEFT.parts(), A, 0).falls("bus power");
    Lie right = by(RUN.published("srl 64", Machine.SHIFT_RIGHT, 0), RIGHT.amount(), 3, 16);
    split(right, RIGHT.parts(), A, 16).falls("bus power");
  }

  @Test
  void thePowerIsThatOfTheAmount() {
    // Shifts by 5, and says that 2^4 is 2^5.
    Lie left = by(RUN.published("sll 4", Machine.SHIFT_LEFT, A << 5), LEFT.amount(), 0, 5);
    left.set(LEFT.amount().t(), 4);
    split(left, LEFT.parts(), A, 11).falls("bus power", "bus range");
    // The parts have 12 and 4 bits, as they should, but the limbs are put together otherwise.
    RUN.published("slli 4", Machine.SHIFT_LEFT, A << 4)
        .set(LEFT.amount().power(), 32)
        .isFlawed("bus power", "shift-left: limb ..");
  }

  @Test
  void theAmountIsThatOfTheOperand() {
    // The operand minus the amount is no multiple of 64.
    Lie left = by(RUN.published("sll 4", Machine.SHIFT_LEFT, A << 5), LEFT.amount(), 0, 5);
    split(left, LEFT.parts(), A, 11).falls("bus range");
    Lie limbs = by(RUN.published("sll 32", Machine.SHIFT_LEFT, A << 16), LEFT.amount(), 1, 0);
    split(limbs, LEFT.parts(), A, 16).isFlawed("bus range");
    // An immediate of 68 shifts by 4, too, but it is not in the program.
    RUN.kept("slli 4", Machine.SHIFT_LEFT)
        .set(Machine.SHIFT_LEFT.row().imm(), 68)
        .set(Machine.SHIFT_LEFT.row().form().form().b().value(), 68)
        .isFlawed("bus program");
  }

  @Test
  void theOperandIsNotBelowTheAmount() {
    // 4 is 48 + 16 + 4 less 64: with -1 in the place of the bits above, 4 shifts by 68.
    Lie lie = by(RUN.published("srl 4", Machine.SHIFT_RIGHT, 0), RIGHT.amount(), 3, 4);
    lie.set(RIGHT.amount().limbs().get(0), 1);
    lie.isFlawed(
        "bus range", "shift-right: limb ..", "shift-right: one number of limbs, of 64 bits");
  }

  @Test
  void onlyOneNumberOfLimbsIsShifted() {
    // 48 as 16 + 32: the word moves by one limb and by two, less what does not move.
    Lie lie = RUN.kept("srl 48", Machine.SHIFT_RIGHT);
    lie.set(RIGHT.amount().limbs().get(0), 1)
        .set(RIGHT.amount().limbs().get(1), 1)
        .set(RIGHT.amount().limbs().get(2), 0);
    long[] limbs = {0xdef1, 0x1abc, 0x4567, 0x8123, 0, 0};
    for (int i = 0; i < 4; i++) {
      long limb = limbs[i + 1] + limbs[i + 2 < 6 ? i + 2 : 5] - limbs[i];
      lie.set(RIGHT.shifted().at(i), limb).keep(i, limb);
    }
    lie.falls("shift-right: one number of limbs, of 64 bits");
  }

  @Test
  void aNumberOfLimbsIsABit() {
    // 32 as two times 16: the word moves by one limb, twice, less what does not move.
    Lie lie = RUN.kept("sll 32", Machine.SHIFT_LEFT);
    lie.set(LEFT.amount().limbs().get(0), 2).set(LEFT.amount().limbs().get(1), 0);
    long[] limbs = {0xdef1, 0x1abc, 0x4567, 0x8123};
    for (int i = 0; i < 4; i++) {
      long limb = (i == 0 ? 0 : 2 * limbs[i - 1]) - limbs[i];
      lie.set(LEFT.result().at(i), limb).keep(i, limb);
    }
    lie.falls("shift-left: one number of limbs, of 64 bits", "shift-left: shift.limbs0 is a bit");
  }

  @Test
  void shiftsOf64BitsIgnoreNoBit() {
    // 32 as the bit that shifts of 32 bits ignore: nothing moves.
    RUN.published("sll 32", Machine.SHIFT_LEFT, A)
        .set(LEFT.amount().limbs().get(1), 0)
        .set(LEFT.amount().ignored(), 1)
        .set(LEFT.result(), A)
        .falls("shift-left: shifts of 64 bits ignore nothing");
  }

  @Test
  void shiftsOf32BitsIgnoreABit() {
    // 35 as two limbs and 3 bits: everything is shifted out, if a shift of 32 bits can be one of 64
    // by two limbs, less one by none, which cancels where both halves are alike.
    RUN.published("sllw 35", Machine.SHIFT_LEFT, 0)
        .set(LEFT.amount().ignored(), 0)
        .set(LEFT.amount().limbs().get(1), 1)
        .falls("shift-left: one number of limbs, of 64 bits");
    RUN.published("srlw 32", Machine.SHIFT_RIGHT, 0)
        .set(RIGHT.amount().ignored(), 0)
        .set(RIGHT.amount().limbs().get(1), 1)
        .falls("shift-right: one number of limbs, of 64 bits");
  }

  @Test
  void theSignFillsArithmeticShifts() {
    // SRA as SRL, and the other way round.
    Lie lie = RUN.published("sra 4", Machine.SHIFT_RIGHT, A >>> 4);
    lie.set(RIGHT.fill(), 0).falls("bus range");
    long filled = (A >>> 5) | (0xfL << 60);
    RUN.published("sra 4 of a positive word", Machine.SHIFT_RIGHT, filled)
        .set(RIGHT.fill(), 1)
        .falls("bus range");
    RUN.published("sraw 4", Machine.SHIFT_RIGHT, 0x0876_5432)
        .set(RIGHT.fill(), 0)
        .isFlawed("bus range");
    RUN.published("srl 4", Machine.SHIFT_RIGHT, A >> 4)
        .set(RIGHT.fill(), 1)
        .falls("shift-right: logical shifts fill with zeros");
  }

  @Test
  void theSignIsThatOfTheWord() {
    // The sign of bit 63 in place of that of bit 31.
    RUN.published("sraw 32", Machine.SHIFT_RIGHT, 0xffff_ffff_1234_5678L)
        .set(RIGHT.top(), 0x8000)
        .set(RIGHT.fill(), 1)
        .falls("shift-right: the limb with the sign");
  }

  @Test
  void aResultOf32BitsIsExtendedWithItsSign() {
    RUN.published("sllw 4", Machine.SHIFT_LEFT, 0xabcd_ef10L)
        .set(LEFT.negative(), 0)
        .falls("bus range");
    RUN.published("srlw 32", Machine.SHIFT_RIGHT, 0x8765_4321L)
        .set(RIGHT.negative(), 0)
        .falls("bus range");
    RUN.published("srlw 35", Machine.SHIFT_RIGHT, 0xffff_ffff_10ec_a864L)
        .set(RIGHT.negative(), 1)
        .isFlawed("bus range");
    RUN.published("srl 4", Machine.SHIFT_RIGHT, 0xffff_ffff_0000_0000L + (A >>> 4))
        .set(RIGHT.shifted(), A >>> 4)
        .set(RIGHT.negative(), 1)
        .isFlawed("bus memory", "shift-right: only logical shifts of 32 bits are extended");
  }

  @Test
  void thePartsOfALimbHaveTheirBits() {
    // One less of the high part is 2^12 more of the low one; the result has the same sum of limbs.
    RUN.kept("sll 4", Machine.SHIFT_LEFT)
        .add(LEFT.parts().high().get(0), -1)
        .add(LEFT.parts().low().get(0), 1 << 12)
        .add(LEFT.result().x0(), LIMB)
        .add(LEFT.result().x1(), -1)
        .keep(0, (A << 4 & 0xffff) + LIMB)
        .keep(1, (A << 4 >>> 16 & 0xffff) - 1)
        .falls("bus range");
    // The high part is larger than the limb, and the low one is negative.
    RUN.published("srl 4", Machine.SHIFT_RIGHT, (A >>> 4) + 1)
        .add(RIGHT.parts().high().get(0), 1)
        .add(RIGHT.parts().low().get(0), -16)
        .falls("bus range");
    // The high part is a fraction, so that all of the limb may lie in the low one.
    RUN.published("srl 4", Machine.SHIFT_RIGHT, (A >>> 4) + 1)
        .add(RIGHT.parts().high().get(0), 1)
        .isFlawed("shift-right: the parts of limb 0");
  }

  @Test
  void twoOpcodesAreNotAThird() {
    // The codes of SRA and SRLW are as far from that of SRL as that of SRAW: with both flags, the
    // sign comes from the sum of two limbs.
    RUN.published("sraw 32", Machine.SHIFT_RIGHT, 0xffff_ffff_1234_5678L)
        .set(RIGHT_ROW.isSraw(), 0)
        .set(RIGHT_ROW.isSra(), 1)
        .set(RIGHT_ROW.isSrlw(), 1)
        .set(RIGHT.top(), 0x8000 + 0x1234)
        .set(RIGHT.fill(), 1)
        .falls("shift-right: at most one opcode, and none without an instruction");
    RUN.replaced("sra 4", Machine.SHIFT_RIGHT, Opcode.SRL).isFlawed("bus program");
    RUN.replaced("sllw 4", Machine.SHIFT_LEFT, Opcode.SLL).isFlawed("bus program");
  }
}
