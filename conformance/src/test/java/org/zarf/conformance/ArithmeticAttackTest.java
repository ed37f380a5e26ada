package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zarf.conformance.Operations.Lie;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.BitwiseChip;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.stark.ProofRejectedException;

/** False sums, differences, constants and bitwise results. */
class ArithmeticAttackTest {

  private static final long A = 0x1234_5678_9abc_def0L;
  private static final long B = 0x00ff_ff00_0ff0_f00fL;
  private static final long LIMB = 1 << 16;

  private static final Operations RUN =
      new Operations()
          .with("add", Opcode.ADD, 0x1_ffff, 1)
          .with("sub", Opcode.SUB, 0x1_0000, 1)
          .immediate("addi", Opcode.ADDI, 0x1_ffff, 1)
          .with("addw negative", Opcode.ADDW, 0x7fff_ffff, 1)
          .with("addw positive", Opcode.ADDW, 0x3_7fff_0000L, 0x1234)
          .with("addw of 33 bits", Opcode.ADDW, 0xffff_0000L, 0x7fff_0000L)
          .with("subw", Opcode.SUBW, 0, 1)
          .immediate("addiw", Opcode.ADDIW, 0x1_ffff, 1)
          .constant("lui", 0x1234_5000)
          .with("and", Opcode.AND, A, B)
          .with("or", Opcode.OR, A, B)
          .with("xor", Opcode.XOR, A, B)
          .immediate("andi", Opcode.ANDI, 0x1234_5678, 0x0f0);

  private static final BitwiseChip.Row BITWISE = Machine.BITWISE.row();

  @Test
  void theTrueResultsAreAccepted() throws ProofRejectedException {
    RUN.prove();
  }

  @Test
  void noResultIsOffByOne() {
    // One more than the result, in the highest limb that is computed.
    RUN.published("add", Machine.ADD, 0x2_0000 + (1L << 48)).falls("add: carry out of limb 3");
    RUN.published("sub", Machine.SUB, 0xffff + (1L << 48)).isFlawed("sub: carry out of limb 3");
    RUN.published("addi", Machine.ADD_IMMEDIATE, 0x2_0000 + (1L << 48))
        .isFlawed("add-immediate: carry out of limb 3");
    RUN.published("addw negative", Machine.ADD_WORD, -0x7fff_0000)
        .falls("add-word: carry out of limb 1");
    RUN.published("subw", Machine.SUB_WORD, -0x1_0001).isFlawed("sub-word: carry out of limb 1");
    RUN.published("addiw", Machine.ADD_WORD_IMMEDIATE, 0x3_0000)
        .isFlawed("add-word-immediate: carry out of limb 1");
  }

  @Test
  void aCarryIsPassedOn() {
    // 0x1ffff + 1 = 0x10000: what limb 0 carries is dropped, and the forged limb carries fractions.
    RUN.published("add", Machine.ADD, 0x1_0000).falls("add: carry out of limb ..");
    RUN.published("sub", Machine.SUB, 0x1_ffff).isFlawed("sub: carry out of limb ..");
  }

  @Test
  void aLimbIsBelow2To16() {
    // The carry out of limb 0 is denied: the limb is 2^16, and limb 1 has nothing to add.
    RUN.kept("add", Machine.ADD)
        .set(Machine.ADD.row().sum().x0(), LIMB)
        .set(Machine.ADD.row().sum().x1(), 1)
        .keep(0, LIMB)
        .keep(1, 1)
        .falls("bus range");
    RUN.kept("addi", Machine.ADD_IMMEDIATE)
        .set(Machine.ADD_IMMEDIATE.row().sum().x0(), LIMB)
        .set(Machine.ADD_IMMEDIATE.row().sum().x1(), 1)
        .keep(0, LIMB)
        .keep(1, 1)
        .isFlawed("bus range");
    RUN.kept("addiw", Machine.ADD_WORD_IMMEDIATE)
        .set(Machine.ADD_WORD_IMMEDIATE.row().sum().x0(), LIMB)
        .set(Machine.ADD_WORD_IMMEDIATE.row().sum().x1(), 1)
        .keep(0, LIMB)
        .keep(1, 1)
        .isFlawed("bus range");
  }

  @Test
  void aLimbIsNoNegativeNumber() {
    // Limb 1 carries although it has nothing to carry: it is p less 65534.
    RUN.kept("add", Machine.ADD)
        .set(Machine.ADD.row().sum().x1(), 2 - LIMB)
        .set(Machine.ADD.row().sum().x2(), 1)
        .keep(1, 2 - LIMB)
        .keep(2, 1)
        .falls("bus range");
    // The borrow of limb 0 is denied: the limb is -1.
    RUN.kept("sub", Machine.SUB)
        .set(Machine.SUB.row().difference().x0(), -1)
        .set(Machine.SUB.row().difference().x1(), 1)
        .keep(0, -1)
        .keep(1, 1)
        .falls("bus range");
  }

  @Test
  void aWordIsExtendedWithItsSign() {
    // 2^31 stays positive, and a positive sum becomes negative.
    RUN.published("addw negative", Machine.ADD_WORD, 0x8000_0000L)
        .set(Machine.ADD_WORD.row().sum().sign(), 0)
        .falls("bus range");
    RUN.published("addw positive", Machine.ADD_WORD, 0xffff_ffff_7fff_1234L)
        .set(Machine.ADD_WORD.row().sum().sign(), 1)
        .falls("bus range");
    RUN.published("subw", Machine.SUB_WORD, 0xffff_ffffL)
        .set(Machine.SUB_WORD.row().difference().sign(), 0)
        .isFlawed("bus range");
    RUN.published("addiw", Machine.ADD_WORD_IMMEDIATE, 0xffff_ffff_0002_0000L)
        .set(Machine.ADD_WORD_IMMEDIATE.row().sum().sign(), 1)
        .isFlawed("bus range");
  }

  @Test
  void aSignIsABit() {
    // Limb 1 keeps its carry, 2^16, which the lookup takes away again for a sign of 2.
    RUN.kept("addw of 33 bits", Machine.ADD_WORD)
        .set(Machine.ADD_WORD.row().sum().x1(), 0x1_7ffe)
        .set(Machine.ADD_WORD.row().sum().sign(), 2)
        .keep(1, 0x1_7ffe)
        .keep(2, 0x1_fffe)
        .keep(3, 0x1_fffe)
        .falls("add-word: sum.sign is a bit");
  }

  @Test
  void theUpperLimbsOfAWordAreNotFree() {
    // The journal reads limbs 2 and 3 that the addition of words never wrote.
    RUN.published("addw positive", Machine.ADD_WORD, 0x3_7fff_1234L).falls("bus memory");
  }

  @Test
  void aConstantIsTheProgramsOwn() {
    var imm = Machine.ADD_IMMEDIATE.row().form().imm();
    // LUI of another constant, and of the same one with a sign.
    RUN.published("lui", Machine.ADD_IMMEDIATE, 0x1234_6000)
        .set(imm.x0(), 0x6000)
        .falls("bus program");
    RUN.published("lui", Machine.ADD_IMMEDIATE, 0xffff_ffff_1234_5000L)
        .set(imm.sign(), 1)
        .isFlawed("bus program");
  }

  @Test
  void aConstantIsAddedToZero() {
    // Register 0 holds 1.
    RUN.published("lui", Machine.ADD_IMMEDIATE, 0x1234_5001)
        .set(Machine.ADD_IMMEDIATE.row().form().a().value().x0(), 1)
        .falls("bus memory");
  }

  @Test
  void aBitwiseResultFollowsFromTheBytes() {
    RUN.published("and", Machine.BITWISE, (A & B) + 1)
        .falls("bitwise: limb 0 of the bitwise result");
    // The conjunction of two bytes is what suits the result.
    RUN.published("and", Machine.BITWISE, (A & B) + 1)
        .add(BITWISE.gadget().and().getFirst(), 1)
        .falls("bus and");
    RUN.published("or", Machine.BITWISE, (A | B) - 1)
        .add(BITWISE.gadget().and().getFirst(), 1)
        .isFlawed("bus and");
    RUN.published("xor", Machine.BITWISE, (A ^ B) - 2)
        .add(BITWISE.gadget().and().getFirst(), 1)
        .isFlawed("bus and");
  }

  @Test
  void bytesAreBelow256() {
    // The limb is split into low + 256 and high - 1, and so is the limb of the result.
    var gadget = BITWISE.gadget();
    RUN.kept("xor", Machine.BITWISE).add(gadget.a().low().getFirst(), 256).falls("bus and");
    RUN.kept("or", Machine.BITWISE).add(gadget.b().low().getLast(), 256).isFlawed("bus and");
    RUN.kept("and", Machine.BITWISE)
        .add(gadget.and().get(0), 256)
        .add(gadget.and().get(1), -1)
        .falls("bus and");
    // The high byte is a fraction.
    RUN.kept("and", Machine.BITWISE).add(gadget.a().low().get(2), 1).isFlawed("bus and");
  }

  @Test
  void aChipProvesTheOpcodeOfTheProgram() {
    RUN.replaced("and", Machine.BITWISE, Opcode.OR).falls("bus program");
    RUN.replaced("add", Machine.SUB, Opcode.SUB).isFlawed("bus program");
    RUN.replaced("addw positive", Machine.ADD, Opcode.ADD).isFlawed("bus program");
    // The flag is that of AND again, the result that of OR.
    Lie lie = RUN.replaced("and", Machine.BITWISE, Opcode.OR).set(BITWISE.isOr(), 0);
    lie.isFlawed("bitwise: limb ..");
    for (int i = 0; i < 8; i++) {
      lie.set(BITWISE.gadget().and().get(i), ((A | B) >>> (8 * i)) & 0xff);
    }
    lie.falls("bus and");
  }

  @Test
  void twoOpcodesAreNotAThird() {
    // The codes of OR and XOR add up to that of ANDI, and twice the sum of the operands, the second
    // of which is x0, is what both make of them.
    long result = 2 * 0x1234_5678;
    RUN.replaced(
            "andi",
            Machine.BITWISE,
            x -> new Instruction(Opcode.OR, x.rd(), x.rs1(), 0, 0, x.length(), x.pc()),
            result)
        .set(BITWISE.isXor(), 1)
        .set(BITWISE.imm().x0(), 0x0f0)
        .falls("bitwise: at most one opcode, and none without an instruction");
  }

  @Test
  void aRowWithoutAnInstructionHasNoOpcode() {
    RUN.kept("add", Machine.ADD)
        .set(Machine.ADD.row().form().active(), 0)
        .falls("bus memory", "bus state");
    // The row takes no part in the run, but its flag is set.
    RUN.kept("or", Machine.BITWISE)
        .set(BITWISE.form().form().active(), 0)
        .isFlawed(
            "bitwise: at most one opcode, and none without an instruction",
            "bitwise: limb ..",
            "bus memory",
            "bus state");
  }

  @Test
  void aRowWithoutAnInstructionTakesNoAccessBack() {
    // A row that has an immediate and is not active accesses a register -1 times: the last access
    // of a1 is undone, and what it held is carried into the past.
    var attempt = RUN.forge().of(FalseRun.of(RUN.program()));
    var time = Machine.REGISTERS.row().time();
    int last = attempt.get(Machine.REGISTERS, time, Registers.A1);
    int row = attempt.table(Machine.BITWISE).height() / 2;
    var form = BITWISE.form().form();
    assertThat(attempt.get(Machine.BITWISE, form.active(), row)).isZero();
    attempt.set(Machine.BITWISE, BITWISE.form().immediate(), row, 1);
    attempt.set(Machine.BITWISE, BITWISE.imm().x0(), row, 8);
    attempt.set(Machine.BITWISE, form.rs2(), row, Registers.A1);
    attempt.set(Machine.BITWISE, form.b().value(), row, 8);
    attempt.set(Machine.BITWISE, form.b().time(), row, 5);
    attempt.set(Machine.BITWISE, form.cycle().clock(), row, last - 1);
    attempt.set(Machine.REGISTERS, time, Registers.A1, 5);
    Attacks.assertFalls(RUN.forge(), attempt, "bitwise: only active rows have immediates");
  }
}
