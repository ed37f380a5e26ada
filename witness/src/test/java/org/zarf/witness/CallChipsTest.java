package org.zarf.witness;

import static org.zarf.witness.ChipTrial.instruction;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.testkit.Trials;

/** {@code HALT}, {@code JOURNAL}, {@code PRINT}. */
class CallChipsTest {

  private static final Instruction ECALL = instruction(Opcode.ECALL, 0);

  private static ChipTrial.Filled<?> halt(long code, long bytes) {
    return ChipTrial.of(Machine.HALT).step(ECALL, Call.HALT.number(), code, bytes, bytes, 0).fill();
  }

  private static ChipTrial.Filled<?> journal(long word, long count, long before) {
    return ChipTrial.of(Machine.JOURNAL)
        .step(ECALL, Call.JOURNAL.number(), word, count, before, ECALL.next())
        .fill();
  }

  @Test
  void haltsHold() {
    for (long code : new long[] {0, 1, 255, 256, 0xffff, 0x1_0000, 0xffff_ffffL}) {
      halt(code, 0).holds();
      halt(code, 0x2_0005).holds();
    }
  }

  /** The bus message is truncated, so the limbs that it leaves out must be zero. */
  @Test
  void exitCodesAreNotTruncated() {
    halt(1L << 32, 0).isRejected();
    halt(1L << 48, 0).isRejected();
    halt(-1, 0).isRejected();
  }

  @Trials(2)
  void everyFlippedCellIsCaught(SplittableRandom random) {
    halt(0x1_0002, 24).everyFlipIsCaught(random);
    journal(random.nextLong(), 8, 16).everyFlipIsCaught(random);
    journal(0x00ff_ffffL, 3, 0xfff8).everyFlipIsCaught(random);
    journal(-1, 8, 0xfff8).everyFlipIsCaught(random);
    ChipTrial.of(Machine.PRINT)
        .step(ECALL, Call.PRINT.number(), 0, 0, 0, ECALL.next())
        .fill()
        .everyFlipIsCaught(random);
  }

  @Trials(20)
  void journalWordsHold(SplittableRandom random) {
    for (int count = 1; count <= 8; count++) {
      long word = (random.nextBoolean() ? -1L : random.nextLong()) >>> (64 - 8 * count);
      for (long before : new long[] {0, 8, 0xfff0, 0xfff8, 0x1_0000, 0xfff_fff8}) {
        journal(word, count, before).holds();
      }
    }
  }

  @Test
  void bytesThatDoNotCountAreZero() {
    for (int count = 1; count < 8; count++) {
      journal(1L << (8 * count), count, 0).isRejected();
      journal(-1, count, 0).isRejected();
      journal(1L << 63, count, 0).isRejected();
    }
  }

  @Test
  void aWordHasOneToEightBytes() {
    for (long count : new long[] {0, 9, 16, -1, 1L << 16, (1L << 16) + 8, (1L << 32) + 1}) {
      journal(0, count, 0).isRejected();
    }
  }

  /** After a word that is not full, no word follows; and a word's index is nothing else's. */
  @Test
  void aWordFollowsFullWordsOnly() {
    for (long before : new long[] {1, 4, 7, 12, 0xffff, 1L << 32}) {
      journal(5, 8, before).isRejected();
    }
  }

  @Test
  void aFreeJournalIndexIsRejected() {
    var row = Machine.JOURNAL.row();
    // The honest run has index 2; another index is neither published nor left in the register.
    for (long index : new long[] {0, 1, 3}) {
      var filled = ChipTrial.of(Machine.JOURNAL);
      filled.step(ECALL, Call.JOURNAL.number(), 7, 8, 16, ECALL.next());
      filled.fill().set(row.bytes().x0(), 0, 8 * index).isRejected();
    }
    // The other carry leaves another value of the register.
    var filled = ChipTrial.of(Machine.JOURNAL);
    filled.step(ECALL, Call.JOURNAL.number(), 7, 8, 0xfff8, ECALL.next());
    filled.fill().set(row.carry(), 0, 0).isRejected();
  }

  /** All four limbs of a7 count. */
  @Test
  void anotherNumberIsAnotherCall() {
    var row = Machine.PRINT.row();
    for (long number : new long[] {65, 64 + (1L << 16), 64 + (1L << 32), 64 + (1L << 48)}) {
      var filled =
          ChipTrial.of(Machine.PRINT)
              .step(ECALL, Call.PRINT.number(), 0, 0, 0, ECALL.next())
              .fill();
      filled.answerRegister(17, Call.PRINT.number(), number).isRejected();
      filled.set(row.form().active(), 0, 1).isRejected();
    }
  }
}
