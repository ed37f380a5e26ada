package org.zarf.witness;

import static org.zarf.witness.ChipTrial.instruction;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.testkit.Trials;

/** {@code BEQ}, {@code BNE}, {@code JAL}, {@code JALR}. */
class JumpChipsTest {

  private static final String[] HINTS = {"factor0", "factor1", "factor2", "factor3"};
  private static final long[] DISTANCES = {-4096, 4094, 8, -2, 0};

  private static long branch(Instruction x, long a, long b) {
    boolean taken = x.op() == Opcode.BEQ ? a == b : a != b;
    return taken ? x.pc() + x.imm() : x.next();
  }

  @Trials(50)
  void branchesHold(SplittableRandom random) {
    var trial = ChipTrial.of(Machine.BRANCH_EQUAL);
    for (Opcode op : new Opcode[] {Opcode.BEQ, Opcode.BNE}) {
      for (long distance : DISTANCES) {
        Instruction x = instruction(op, distance);
        long a = Operand.any(random);
        long b = random.nextBoolean() ? a : Operand.any(random);
        trial.step(x, a, b, 0, 0, branch(x, a, b));
        long near = a ^ (1L << random.nextInt(64));
        trial.step(x, a, near, 0, 0, branch(x, a, near));
      }
    }
    trial.fill().holds();
  }

  @Trials(3)
  void everyFlippedCellOfBranchesIsCaught(SplittableRandom random) {
    long a = Operand.any(random);
    for (Opcode op : new Opcode[] {Opcode.BEQ, Opcode.BNE}) {
      Instruction x = instruction(op, -16);
      ChipTrial.of(Machine.BRANCH_EQUAL)
          .step(x, a, a, 0, 0, branch(x, a, a))
          .step(x, a, a + 1, 0, 0, branch(x, a, a + 1))
          .fill()
          .everyFlipIsCaught(random, HINTS);
    }
  }

  @Trials(20)
  void wrongBranchesAreRejected(SplittableRandom random) {
    var row = Machine.BRANCH_EQUAL.row();
    for (Opcode op : new Opcode[] {Opcode.BEQ, Opcode.BNE}) {
      Instruction x = instruction(op, 64);
      long a = Operand.any(random);
      long b = random.nextBoolean() ? a : a ^ (1L << random.nextInt(64));
      long wrong = x.next() + x.pc() + x.imm() - branch(x, a, b);
      var filled = ChipTrial.of(Machine.BRANCH_EQUAL).step(x, a, b, 0, 0, wrong).fill();
      filled.isRejected();
      for (int equal = 0; equal <= 1; equal++) {
        filled.set(row.equal(), 0, equal).isRejected();
        for (var factor : row.factors()) {
          filled.set(factor, 0, random.nextInt(KoalaBear.P)).isRejected();
        }
      }
    }
  }

  private static Instruction jump(long distance) {
    return instruction(Opcode.JAL, Registers.RA, 0, 0, distance);
  }

  @Test
  void jumpsHold() {
    var trial = ChipTrial.of(Machine.JUMP);
    for (long distance : new long[] {0, 4, -0x1_0000, 0xf_fffe}) {
      Instruction x = jump(distance);
      trial.step(x, 0, 0, 17, x.next(), x.pc() + distance);
    }
    // The link's low limb wraps, and the last instruction of the code range links to 2^30 - 2.
    for (long pc : new long[] {0x1_fffc, 0x1_fffe, AddressSpace.CODE_END - 2}) {
      var x = new Instruction(Opcode.JAL, 1, 0, 0, 8, 4, pc);
      trial.step(x, 0, 0, 17, x.next(), pc + 8);
    }
    trial.fill().holds();
  }

  @Trials(2)
  void everyFlippedCellOfJumpsIsCaught(SplittableRandom random) {
    Instruction jump = jump(-8);
    ChipTrial.of(Machine.JUMP)
        .step(jump, 0, 0, -1, jump.next(), jump.pc() - 8)
        .fill()
        .everyFlipIsCaught(random);
    Instruction x = instruction(Opcode.JALR, -5);
    ChipTrial.of(Machine.JUMP_REGISTER)
        .step(x, 0x2_0006, 0, -1, x.next(), 0x2_0000)
        .step(x, 0x2_0005, 0, -1, x.next(), 0x2_0000)
        .fill()
        .everyFlipIsCaught(random);
  }

  @Trials(50)
  void registerJumpsHold(SplittableRandom random) {
    var trial = ChipTrial.of(Machine.JUMP_REGISTER);
    for (int i = 0; i < 5; i++) {
      long imm = Operand.immediate(random);
      Instruction x = instruction(Opcode.JALR, imm);
      long target = random.nextLong(AddressSpace.RAM_END);
      trial.step(x, target - imm, 0, 3, x.next(), target & ~1L);
    }
    // rd = rs1: the jump goes where rs1 said.
    Instruction x = instruction(Opcode.JALR, 5, 5, 0, 0);
    trial.step(x, 0x2_0000, 0, 0x2_0000, x.next(), 0x2_0000);
    trial.fill().holds();
  }

  /** A target from p on would be the field element of a small pc; from 2^30 on there is no code. */
  @Test
  void targetsBeyondCodeAreRejected() {
    Instruction x = instruction(Opcode.JALR, 0);
    var row = Machine.JUMP_REGISTER.row();
    for (long target :
        new long[] {KoalaBear.P + 0x1_0000L - 1, 1L << 30, 1L << 32, (1L << 48) + 0x1_0000, -2}) {
      long alias = target % KoalaBear.P;
      ChipTrial.of(Machine.JUMP_REGISTER)
          .step(x, target, 0, 3, x.next(), alias)
          .fill()
          .isRejected();
      ChipTrial.of(Machine.JUMP_REGISTER)
          .step(x, target, 0, 3, x.next(), alias)
          .fill()
          .set(row.target1(), 0, (target >>> 16) & 0xffff)
          .isRejected();
    }
  }

  @Test
  void oddTargetsAreRejected() {
    Instruction x = instruction(Opcode.JALR, 0);
    var row = Machine.JUMP_REGISTER.row();
    for (int odd = 0; odd <= 1; odd++) {
      for (long target : new long[] {0x2_0000, 0x2_0001, 0x2_0002}) {
        if (target != (0x2_0001 & ~1L)) {
          ChipTrial.of(Machine.JUMP_REGISTER)
              .step(x, 0x2_0001, 0, 3, x.next(), target)
              .fill()
              .set(row.odd(), 0, odd)
              .isRejected();
        }
      }
    }
  }

  @Test
  void aWrongLinkIsRejected() {
    Instruction x = jump(8);
    ChipTrial.of(Machine.JUMP).step(x, 0, 0, 3, x.next() + 4, x.pc() + 8).fill().isRejected();
    Instruction y = instruction(Opcode.JALR, 0);
    ChipTrial.of(Machine.JUMP_REGISTER)
        .step(y, 0x2_0000, 0, 3, y.pc(), 0x2_0000)
        .fill()
        .isRejected();
  }
}
