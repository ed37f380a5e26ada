package org.zarf.conformance;

import org.junit.jupiter.api.Test;
import org.zarf.conformance.Operations.Lie;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.Divide;
import org.zarf.machine.chips.DivideChip;
import org.zarf.machine.chips.Multiply;
import org.zarf.machine.chips.MultiplyHigh;
import org.zarf.machine.chips.MultiplyHighChip;
import org.zarf.machine.isa.Opcode;
import org.zarf.stark.ProofRejectedException;

/** False products, quotients and remainders. */
class MultiplyDivideAttackTest {

  private static final long A = 0x1234_5678_1abc_def1L;

  private static final long N = 0x1234_5678_9abc_def1L;

  /** p divides 2^16 times this plus 1: so many carries more are one in the limb. */
  private static final int CARRY = 0x7f00;

  private static final Operations RUN =
      new Operations()
          .with("mul", Opcode.MUL, A, 3)
          .with("mulw", Opcode.MULW, A, 3)
          .with("mulh", Opcode.MULH, -5, 7)
          .with("mulhu", Opcode.MULHU, 7, -5)
          .with("mulhsu", Opcode.MULHSU, 7, -5)
          .with("7 / 0", Opcode.DIVU, 7, 0)
          .with("7 / 2", Opcode.DIVU, 7, 2)
          .with("-7 / 2", Opcode.DIV, -7, 2)
          .with("-2^63 / -1", Opcode.DIV, Long.MIN_VALUE, -1)
          .with("-7 rem 2", Opcode.REM, -7, 2)
          .with("rem", Opcode.REMU, N, -1)
          .with("5 / 2^32", Opcode.DIVU, 5, 1L << 32)
          .with("2^49 / (3 2^48)", Opcode.DIVU, 1L << 49, 3L << 48)
          .with("divw", Opcode.DIVW, 0x8000_0000_0000_0007L, 2)
          .with("divuw", Opcode.DIVUW, 0xffff_fffeL, 1)
          .with("divuw of 35 bits", Opcode.DIVUW, 0x5_ffff_fffeL, 4)
          .with("rem by 0", Opcode.REMW, -7, 0);

  private static final Multiply MULTIPLY = Machine.MULTIPLY.row().gadget();
  private static final MultiplyHighChip.Row HIGH_ROW = Machine.MULTIPLY_HIGH.row();
  private static final MultiplyHigh HIGH = HIGH_ROW.gadget();
  private static final DivideChip.Row DIVIDE_ROW = Machine.DIVIDE.row();
  private static final Divide DIVIDE = DIVIDE_ROW.gadget();

  private static Lie product(String name, long result) {
    return RUN.published(name, Machine.MULTIPLY, result);
  }

  private static Lie high(String name, long result) {
    return RUN.published(name, Machine.MULTIPLY_HIGH, result);
  }

  private static Lie quotient(String name, long result) {
    return RUN.published(name, Machine.DIVIDE, result);
  }

  /** Sets quotient and remainder of the magnitudes, and what follows but for the comparison. */
  private static Lie divided(Lie lie, long q, long d, long r) {
    lie.set(DIVIDE.quotient(), q).set(DIVIDE.remainder(), r);
    for (int i = 0; i < 4; i++) {
      lie.set(DIVIDE.product().a().low().get(i), (q >>> (16 * i)) & 0xff);
      lie.set(DIVIDE.product().b().low().get(i), (d >>> (16 * i)) & 0xff);
    }
    return lie;
  }

  @Test
  void theTrueResultsAreAccepted() throws ProofRejectedException {
    RUN.prove();
  }

  @Test
  void productsAreNotOffByOne() {
    product("mul", 3 * A + 1).falls("multiply: limb 0 of the product");
    product("mulw", (int) (3 * A) + 1).isFlawed("multiply: limb 0 of the product");
    high("mulh", -2).falls("multiply-high: limb 4 of the product");
    high("mulhu", 5).isFlawed("multiply-high: limb 4 of the product");
  }

  @Test
  void aCarryIsNoMultipleOfP() {
    // The limb is larger by one, its carry by p - 1 in units of the limb, and the next limb by
    // that.
    long result = 3 * A + 1 + ((long) CARRY << 16);
    product("mul", result).add(MULTIPLY.carries().getFirst(), CARRY).falls("bus range");
    // The same where the last carry is dropped.
    product("mul", 3 * A + (1L << 48)).add(MULTIPLY.carries().getLast(), CARRY).falls("bus range");
    product("mulw", (int) (3 * A) + (1 << 16))
        .add(MULTIPLY.carries().get(1), CARRY)
        .isFlawed("bus range");
    high("mulhu", 6 + (1L << 48)).add(HIGH.carries().getLast(), CARRY).falls("bus range");
    high("mulhu", 6 + (1L << 32) + ((long) CARRY << 48))
        .add(HIGH.carries().get(6), CARRY)
        .isFlawed("bus range");
  }

  @Test
  void factorsAreSplitIntoBytes() {
    // 256 more in the low byte, and one less in the high one: the product is the same.
    RUN.kept("mul", Machine.MULTIPLY)
        .add(MULTIPLY.bytes().a().low().get(0), 256)
        .falls("bus bytes");
    RUN.kept("mulhu", Machine.MULTIPLY_HIGH)
        .add(HIGH.bytes().a().low().get(0), 256)
        .isFlawed("bus bytes", "multiply-high: limb ..");
  }

  @Test
  void wordsHaveTheirSigns() {
    // -5 as 2^64 - 5: the product of unsigned words.
    high("mulh", 6)
        .set(HIGH.negativeA(), 0)
        .set(HIGH.carries().get(4), 4)
        .set(HIGH.carries().get(5), 4)
        .set(HIGH.carries().get(6), 4)
        .set(HIGH.carries().get(7), 4)
        .falls("bus range");
    // 2^64 - 5 as -5.
    signed(high("mulhu", -1)).falls("multiply-high: unsigned words are not negative");
    signed(high("mulhsu", -1)).isFlawed("multiply-high: unsigned words are not negative");
    RUN.replaced("mulhu", Machine.MULTIPLY_HIGH, Opcode.MULH).isFlawed("bus program");
    RUN.replaced("mulh", Machine.MULTIPLY_HIGH, Opcode.MULHU)
        .set(HIGH_ROW.isMulh(), 1)
        .isFlawed("bus range");
  }

  /** Makes the second factor negative: -1 in each upper limb, with the carries of that. */
  private static Lie signed(Lie lie) {
    lie.set(HIGH.negativeB(), 1);
    for (int i = 4; i < 8; i++) {
      lie.set(HIGH.carries().get(i), 3);
    }
    return lie;
  }

  @Test
  void twoOpcodesAreNotAThird() {
    // With both flags the code is that of MULHU again, and the second factor is signed once.
    signed(high("mulhu", -1))
        .set(HIGH_ROW.isMulh(), 1)
        .set(HIGH_ROW.isMulhsu(), 1)
        .falls("multiply-high: at most one opcode, and none without an instruction");
    // Twice signed is as far from DIVU as no remainder is: a quotient as a remainder.
    quotient("7 / 2", 1)
        .set(DIVIDE_ROW.remainder(), 1)
        .set(DIVIDE_ROW.signed(), 2)
        .set(DIVIDE.chosen(), 1)
        .falls("divide: signed is a bit");
  }

  @Test
  void aProductOf32BitsIsExtendedWithItsSign() {
    long low = (int) (3 * A) & 0xffff_ffffL;
    product("mulw", 0xffff_ffffL << 32 | low).set(MULTIPLY.negative(), 1).falls("bus range");
    product("mulw", 3 * A & 0xffff_ffff_ffffL).falls("multiply: the sign in limb 2");
    product("mul", 0xffff_ffffL << 32 | low)
        .set(MULTIPLY.negative(), 1)
        .isFlawed(
            "bus range", "multiply: limb ..", "multiply: only results of 32 bits are extended");
    RUN.replaced("mulw", Machine.MULTIPLY, Opcode.MUL).isFlawed("bus program");
  }

  @Test
  void theQuotientByZeroIsMinusOne() {
    divided(quotient("7 / 0", 0), 0, 0, 7).set(DIVIDE.chosen(), 0).falls("divide: the quotient ..");
    // Not by zero, it says, and 7 < 0.
    divided(quotient("7 / 0", 5), 5, 0, 7)
        .set(DIVIDE.chosen(), 5)
        .set(DIVIDE.byZero(), 0)
        .set(DIVIDE.smaller().less(), 1)
        .set(DIVIDE.smaller().gap(), -8)
        .falls("bus range");
    quotient("rem by 0", 0)
        .set(DIVIDE.remainder(), 0)
        .set(DIVIDE.chosen(), 0)
        .isFlawed("divide: limb 0 of Q D + R", "divide: the larger limb is larger");
  }

  @Test
  void onlyZeroIsZero() {
    // By zero, it says: so the remainder need not be smaller, and the quotient is -1.
    divided(quotient("-7 / 2", -1), 1, 2, 5)
        .set(DIVIDE.chosen(), 1)
        .set(DIVIDE.byZero(), 1)
        .set(DIVIDE.smaller().less(), 0)
        .set(DIVIDE.smaller().gap(), 2)
        .falls("divide: the divisor is zero, limb 0");
  }

  @Test
  void theRemainderIsSmallerThanTheDivisor() {
    // 7 = 2 2 + 3.
    Lie lie = divided(quotient("7 / 2", 2), 2, 2, 3).set(DIVIDE.chosen(), 2);
    lie.set(DIVIDE.smaller().less(), 1).set(DIVIDE.smaller().gap(), -2).falls("bus range");
    lie.set(DIVIDE.smaller().less(), 0)
        .set(DIVIDE.smaller().gap(), 0)
        .falls("divide: the remainder is smaller than the divisor, except by zero");
  }

  @Test
  void theRemainderIsNotNegative() {
    // 7 = 4 2 - 1.
    divided(quotient("7 / 2", 4), 4, 2, 0)
        .set(DIVIDE.chosen(), 4)
        .set(DIVIDE.remainder().x0(), -1)
        .set(DIVIDE.smaller().gap(), 2)
        .falls("bus range");
  }

  @Test
  void theLeastNumberByMinusOneIsItself() {
    // The divisor is 2^64 - 1, it says, so the quotient is 0 and the dividend remains.
    divided(quotient("-2^63 / -1", 0), 0, -1, Long.MIN_VALUE)
        .set(DIVIDE.chosen(), 0)
        .set(DIVIDE.divisor().magnitude(), -1)
        .set(DIVIDE.divisor().negation().of64(), 0)
        .set(DIVIDE.sign().of64(), 1)
        .set(DIVIDE.smaller().decides().get(0), 0)
        .set(DIVIDE.smaller().decides().get(3), 1)
        .set(DIVIDE.smaller().gap(), 0x7ffe)
        .falls("bus range");
    // The quotient is 2^63 - 1, which is the largest there is, and 1 remains.
    divided(quotient("-2^63 / -1", Long.MAX_VALUE), Long.MAX_VALUE, 1, 1)
        .set(DIVIDE.chosen(), Long.MAX_VALUE)
        .set(DIVIDE.smaller().decides().get(0), 1)
        .set(DIVIDE.smaller().less(), 1)
        .set(DIVIDE.smaller().gap(), -1)
        .set(DIVIDE.carries().get(0), 1)
        .set(DIVIDE.carries().get(1), 1)
        .set(DIVIDE.carries().get(2), 1)
        .falls("bus range");
  }

  @Test
  void resultsHaveTheirSigns() {
    quotient("-7 rem 2", 1).set(DIVIDE.sign().of64(), 0).falls("divide: the sign of the result");
    quotient("-7 / 2", 3).set(DIVIDE.sign().of64(), 0).isFlawed("divide: the sign of the result");
    // Rounded down: -7 = -4 2 + 1.
    divided(quotient("-7 / 2", -4), 4, 2, 0)
        .set(DIVIDE.chosen(), 4)
        .set(DIVIDE.remainder().x0(), -1)
        .set(DIVIDE.smaller().gap(), 2)
        .isFlawed("bus range");
    // 2^64 - 7 by 2, the dividend being its own magnitude.
    divided(quotient("-7 / 2", 0x7fff_ffff_ffff_fffcL), 0x7fff_ffff_ffff_fffcL, 2, 1)
        .set(DIVIDE.chosen(), 0x7fff_ffff_ffff_fffcL)
        .set(DIVIDE.dividend().magnitude(), -7)
        .set(DIVIDE.dividend().negation().of64(), 0)
        .set(DIVIDE.sign().of64(), 0)
        .set(DIVIDE.carries().get(0), 1)
        .set(DIVIDE.carries().get(1), 1)
        .set(DIVIDE.carries().get(2), 1)
        .falls("bus range");
  }

  @Test
  void theProductOfQuotientAndDivisorDoesNotOverflow() {
    // 5 = 2^32 2^32 + 5 mod 2^64.
    divided(quotient("5 / 2^32", 1L << 32), 1L << 32, 1L << 32, 5)
        .set(DIVIDE.chosen(), 1L << 32)
        .falls("divide: Q D is below 2^64");
    // 2 2^48 = 0x5556 3 2^48 mod 2^64, with a carry out of limb 3.
    divided(quotient("2^49 / (3 2^48)", 0x5556), 0x5556, 3L << 48, 0)
        .set(DIVIDE.chosen(), 0x5556)
        .set(DIVIDE.smaller().gap(), 2)
        .falls("divide: limb 3 of Q D + R");
  }

  @Test
  void aCarryOfTheDivisionIsNoMultipleOfP() {
    // The remainder is less by one in limb 0, and by what is carried in limb 1.
    long r = N - 1 - ((long) CARRY << 16);
    quotient("rem", r)
        .set(DIVIDE.remainder(), r)
        .set(DIVIDE.chosen(), r)
        .add(DIVIDE.carries().get(0), CARRY)
        .falls("bus range");
  }

  @Test
  void halvesOfWordsAreDivided() {
    // The sign of bit 63 in place of that of bit 31.
    divided(quotient("divw", -0x7fff_fffc), 0x7fff_fffc, 2, 1)
        .set(DIVIDE.dividend().top(), 0x8000)
        .set(DIVIDE.dividend().negation().of32(), 1)
        .set(DIVIDE.dividend().magnitude(), 0xffff_fff9L)
        .set(DIVIDE.carries().get(0), 1)
        .set(DIVIDE.chosen(), 0x7fff_fffc)
        .set(DIVIDE.sign().of32(), 1)
        .falls("divide: the limb with the sign");
    // All 64 bits are divided.
    divided(quotient("divuw of 35 bits", 0x7fff_ffff), 0x1_7fff_ffffL, 4, 2)
        .set(DIVIDE.dividend().magnitude(), 0x5_ffff_fffeL)
        .set(DIVIDE.carries().get(0), 3)
        .set(DIVIDE.carries().get(1), 1)
        .set(DIVIDE.chosen(), 0x1_7fff_ffffL)
        .falls("divide: 32 bits have no limb 2");
    // The result is extended with zeros.
    quotient("divuw", 0xffff_fffeL).set(DIVIDE.negative(), 0).falls("bus range");
    RUN.replaced("divuw", Machine.DIVIDE, Opcode.DIVU).isFlawed("bus program");
  }
}
