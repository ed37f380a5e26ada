package org.zarf.witness;

import static org.zarf.witness.ChipTrial.instruction;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.testkit.Trials;

/** {@code ADD}, {@code SUB}, {@code ADDI}. */
class AddChipsTest {

  private static final Instruction ADD = instruction(Opcode.ADD, 0);
  private static final Instruction SUB = instruction(Opcode.SUB, 0);

  @Trials(50)
  void sumsHold(SplittableRandom random) {
    var add = ChipTrial.of(Machine.ADD);
    var sub = ChipTrial.of(Machine.SUB);
    var addImmediate = ChipTrial.of(Machine.ADD_IMMEDIATE);
    for (int i = 0; i < 5; i++) {
      long a = Operand.any(random);
      long b = Operand.any(random);
      add.step(ADD, a, b, a + b);
      sub.step(SUB, a, b, a - b);
      long imm = Operand.immediate(random);
      addImmediate.step(instruction(Opcode.ADDI, imm), a, 0, a + imm);
    }
    add.fill().holds();
    sub.fill().holds();
    addImmediate.fill().holds();
  }

  @Test
  void constantsAndSharedRegistersHold() {
    // LUI and AUIPC reach the ends of 32 bits and one beyond.
    for (long imm : new long[] {-(1L << 31), (1L << 31) - 4096, -4096, (1L << 30) - 4, 1 << 12}) {
      ChipTrial.of(Machine.ADD_IMMEDIATE)
          .step(instruction(Opcode.ADDI, 5, 0, 0, imm), 0, 0, imm)
          .fill()
          .holds();
    }
    // x0 as a source, the sink as a destination, one register for all.
    ChipTrial.of(Machine.ADD)
        .step(instruction(Opcode.ADD, Registers.SINK, 0, 0, 0), 0, 0, 99, 0, 0x10004)
        .step(instruction(Opcode.ADD, 5, 5, 5, 0), 7, 7, 7, 14, 0x10004)
        .fill()
        .holds();
  }

  @Trials(3)
  void everyFlippedCellIsCaught(SplittableRandom random) {
    long a = Operand.any(random);
    long b = Operand.any(random);
    ChipTrial.of(Machine.ADD)
        .step(ADD, a, b, a + b)
        .step(ADD, -1, 1, 0)
        .fill()
        .everyFlipIsCaught(random);
    ChipTrial.of(Machine.SUB)
        .step(SUB, a, b, a - b)
        .step(SUB, 0, 1, -1)
        .fill()
        .everyFlipIsCaught(random);
    ChipTrial.of(Machine.ADD_IMMEDIATE)
        .step(instruction(Opcode.ADDI, -1), a, 0, a - 1)
        .step(instruction(Opcode.ADDI, 2047), -1, 0, 2046)
        .fill()
        .everyFlipIsCaught(random);
  }

  @Trials(50)
  void wrongSumsAreRejected(SplittableRandom random) {
    long a = Operand.any(random);
    long b = Operand.any(random);
    for (long wrong : new long[] {1, -1, 1L << 16, 1L << 32, 1L << 48, 0x7f00_0001L, b, -b}) {
      if (wrong != 0) {
        ChipTrial.of(Machine.ADD).step(ADD, a, b, a + b + wrong).fill().isRejected();
        ChipTrial.of(Machine.SUB).step(SUB, a, b, a - b + wrong).fill().isRejected();
      }
    }
  }

  /** r + 2^16 c = S has a second solution modulo p with r and c of 16 bits: S + p. */
  @Test
  void aSumPlusPIsRejected() {
    // Limb 0: 1 + 0 = 1, or 2 (= 1 + p mod 2^16) with a carry of 0x7f00.
    ChipTrial.of(Machine.ADD).step(ADD, 1, 0, 2 + (0x7f00L << 16)).fill().isRejected();
  }
}
