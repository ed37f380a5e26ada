package org.zarf.witness;

import static org.zarf.witness.ChipTrial.instruction;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.testkit.Trials;

/** {@code ADDW}, {@code SUBW}, {@code ADDIW}. */
class WordAddChipsTest {

  private static final Instruction ADDW = instruction(Opcode.ADDW, 0);
  private static final Instruction SUBW = instruction(Opcode.SUBW, 0);

  @Trials(50)
  void sumsHold(SplittableRandom random) {
    var add = ChipTrial.of(Machine.ADD_WORD);
    var sub = ChipTrial.of(Machine.SUB_WORD);
    var addImmediate = ChipTrial.of(Machine.ADD_WORD_IMMEDIATE);
    for (int i = 0; i < 5; i++) {
      long a = Operand.any(random);
      long b = Operand.any(random);
      add.step(ADDW, a, b, (int) (a + b));
      sub.step(SUBW, a, b, (int) (a - b));
      long imm = Operand.immediate(random);
      addImmediate.step(instruction(Opcode.ADDIW, imm), a, 0, (int) (a + imm));
    }
    add.fill().holds();
    sub.fill().holds();
    addImmediate.fill().holds();
  }

  @Trials(3)
  void everyFlippedCellIsCaught(SplittableRandom random) {
    long a = Operand.any(random);
    long b = Operand.any(random);
    ChipTrial.of(Machine.ADD_WORD)
        .step(ADDW, a, b, (int) (a + b))
        .step(ADDW, Integer.MAX_VALUE, 1, Integer.MIN_VALUE)
        .fill()
        .everyFlipIsCaught(random);
    ChipTrial.of(Machine.SUB_WORD)
        .step(SUBW, a, b, (int) (a - b))
        .step(SUBW, 0, 1, -1)
        .fill()
        .everyFlipIsCaught(random);
    ChipTrial.of(Machine.ADD_WORD_IMMEDIATE)
        .step(instruction(Opcode.ADDIW, -1), a, 0, (int) (a - 1))
        .step(instruction(Opcode.ADDIW, 0), 0x8000_0000L, 0, Integer.MIN_VALUE)
        .fill()
        .everyFlipIsCaught(random);
  }

  /** The result of the 64-bit instruction, and that without the sign. */
  @Test
  void resultsThatAreNotSignExtendedAreRejected() {
    long a = 0x7fff_ffffL;
    for (int sign = 0; sign <= 1; sign++) {
      var filled = ChipTrial.of(Machine.ADD_WORD).step(ADDW, a, 1, a + 1).fill();
      filled.set(Machine.ADD_WORD.row().sum().sign(), 0, sign).isRejected();
    }
    ChipTrial.of(Machine.SUB_WORD).step(SUBW, 0, 1, 0xffff_ffffL).fill().isRejected();
    ChipTrial.of(Machine.ADD_WORD).step(ADDW, 1L << 32, 1, (1L << 32) + 1).fill().isRejected();
  }

  /** A sign of 1 with x1 below 2^15: the lookup of x1 - 2^15 has no answer. */
  @Test
  void aFreeSignIsRejected() {
    ChipTrial.of(Machine.ADD_WORD)
        .step(ADDW, 1, 1, 2 | (-1L << 32))
        .fill()
        .set(Machine.ADD_WORD.row().sum().sign(), 0, 1)
        .isRejected();
  }
}
