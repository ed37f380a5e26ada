package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertFalls;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.JournalChip;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/**
 * Journals that the guest did not write (page 8 of the design, "Journal": the index is a
 * pseudo-register, every word but the last is full, unused bytes are zero).
 */
class JournalAttackTest {

  private static final JournalChip.Row ROW = Machine.JOURNAL.row();
  private static final int A0 = Registers.A0;
  private static final int A1 = Registers.A1;
  private static final long FIRST = 0x1122_3344;
  private static final long SECOND = 0x5566_7788;

  /** Publishes two words and five bytes of a third, of which the last is zero. */
  private static final Assembly CODE =
      new Assembly()
          .set(A1, 8)
          .set(Registers.A7, Call.JOURNAL.number())
          .set(A0, FIRST)
          .op(Opcode.ECALL, 0, 0, 0)
          .set(A0, SECOND)
          .op(Opcode.ECALL, 0, 0, 0)
          .set(A1, 5)
          .set(A0, 0x0304_0506)
          .op(Opcode.ECALL, 0, 0, 0)
          .set(A0, 0)
          .halt();

  private static final int FIRST_CALL = 3;
  private static final int SECOND_CALL = 5;

  private static final Forge FORGE = new Forge(CODE.program(), Forge.REVEALING);

  private static FalseRun run() {
    return FalseRun.of(CODE.program());
  }

  private static int counted(int step) {
    return Clock.FIRST + step * Clock.STEP + Clock.RD;
  }

  @Test
  void theTrueStoryIsAccepted() throws ProofRejectedException {
    Attempt attempt = FORGE.of(run());
    assertThat(attempt.journal()).hasSize(21).startsWith(0x44, 0x33, 0x22, 0x11, 0).endsWith(3, 0);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  /**
   * "A free index cell permits reordering": the second call publishes the first word, and all
   * accesses of the index agree but for their order in time.
   */
  @Test
  void wordsHaveAnOrder() {
    Attempt honest = FORGE.of(run());
    byte[] journal = honest.journal().clone();
    System.arraycopy(honest.journal(), 0, journal, 8, 8);
    System.arraycopy(honest.journal(), 8, journal, 0, 8);
    Attempt attempt = honest.claiming(journal, 0);
    attempt.set(Machine.JOURNAL, ROW.bytes().x0(), 1, 0);
    attempt.set(Machine.JOURNAL, ROW.bytes().time(), 1, 0);
    attempt.set(Machine.JOURNAL, ROW.bytes().x0(), 0, 8);
    attempt.set(Machine.JOURNAL, ROW.bytes().time(), 0, counted(SECOND_CALL));
    attempt.set(Machine.JOURNAL, ROW.bytes().time(), 2, counted(FIRST_CALL));
    assertFalls(FORGE, attempt, "bus range");
  }

  /** "Read as k and written as k + 1": an index that is not that of the register. */
  @Test
  void theIndexIsARegister() {
    Attempt honest = FORGE.of(run());
    byte[] journal = honest.journal().clone();
    System.arraycopy(honest.journal(), 0, journal, 8, 8);
    System.arraycopy(honest.journal(), 8, journal, 0, 8);
    Attempt attempt = honest.claiming(journal, 0);
    attempt.set(Machine.JOURNAL, ROW.bytes().x0(), 1, 0);
    attempt.set(Machine.JOURNAL, ROW.bytes().x0(), 0, 8);
    assertFalls(FORGE, attempt, "bus memory");
  }

  /** A word that is left out, and the journal without it. */
  @Test
  void noWordIsDropped() {
    Attempt attempt = FORGE.of(run().without(SECOND_CALL));
    assertThat(attempt.journal()).hasSize(13);
    assertFalls(FORGE, attempt, "bus state");
    // Or left out of the claim only.
    Attempt claim = FORGE.of(run());
    assertFalls(
        FORGE, claim.claiming(Arrays.copyOf(claim.journal(), 16), 0), "bus halt", "bus journal");
  }

  /** A word that is published twice by one instruction, and the journal with it. */
  @Test
  void noWordIsDoubled() {
    FalseRun run = run().cut(FIRST_CALL).then(FIRST_CALL, Call.JOURNAL);
    run.then(FIRST_CALL, Call.JOURNAL).then(4, SECOND).then(SECOND_CALL, Call.JOURNAL);
    run.then(9, 0).then(10, Call.HALT.number()).then(11, Call.HALT);
    Attempt attempt = FORGE.of(run);
    assertThat(attempt.journal()).hasSize(24);
    assertFalls(FORGE, attempt, "bus state");
  }

  /** "How many bytes count follows from the length": one zero byte more or less. */
  @Test
  void theLengthIsThatOfTheWords() {
    for (int length : new int[] {20, 22}) {
      Attempt honest = FORGE.of(run());
      Attempt attempt = honest.claiming(Arrays.copyOf(honest.journal(), length), 0);
      assertFalls(FORGE, attempt, "bus halt");
      // And if the halting row says so, too.
      attempt.set(Machine.HALT, Machine.HALT.row().bytes().x0(), 0, length);
      attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().last(), Registers.JOURNAL, length);
      assertFalls(FORGE, attempt, "bus memory");
      // And if the call counts so many: then it has not read a1.
      attempt.set(Machine.JOURNAL, ROW.count().get(4), 2, 0);
      attempt.set(Machine.JOURNAL, ROW.count().get(length - 17), 2, 1);
      attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().last(), A1, length - 16);
      assertFalls(FORGE, attempt, "bus memory");
    }
  }

  /** A word that the run never wrote, at the end of the claim. */
  @Test
  void noWordIsAdded() {
    Attempt honest = FORGE.of(run());
    byte[] journal = Arrays.copyOf(honest.journal(), 32);
    journal[31] = 1;
    assertFalls(FORGE, honest.claiming(journal, 0), "bus halt", "bus journal");
  }

  private static final long SIX_BYTES = 0x0607_0809_0a0bL;

  /** Publishes five bytes of a word of six. */
  private static final GuestProgram OVERFULL =
      new Assembly()
          .set(A1, 5)
          .set(Registers.A7, Call.JOURNAL.number())
          .set(A0, SIX_BYTES)
          .op(Opcode.ECALL, 0, 0, 0)
          .set(A0, 0)
          .halt()
          .program();

  private static Attempt overfull(Forge forge) {
    FalseRun run = FalseRun.of(OVERFULL).cut(5).then(5, Call.JOURNAL).then(6, 0);
    return forge.of(run.then(7, Call.HALT.number()).then(8, Call.HALT));
  }

  /** "Unused bytes are zero in the circuit." */
  @Test
  void bytesThatDoNotCountAreZero() {
    var forge = new Forge(OVERFULL, Forge.REVEALING);
    Attempt attempt = overfull(forge);
    assertThat(attempt.journal()).hasSize(5);
    assertFalls(forge, attempt, "bus journal", "bus range");
    // If the row publishes the word without them, it is not what a0 holds.
    long five = SIX_BYTES & 0xff_ffff_ffffL;
    attempt.set(Machine.JOURNAL, ROW.word().value(), 0, five);
    var out = Machine.ADD_IMMEDIATE.row().form().out().before();
    int last = 4;
    assertThat(attempt.get(Machine.ADD_IMMEDIATE, out.x2(), last)).isEqualTo(0x0607);
    attempt.set(Machine.ADD_IMMEDIATE, out, last, five);
    assertFalls(forge, attempt, "bus memory");
  }

  /** "Every word but the last is full": else bytes would have two places. */
  @Test
  void noWordFollowsAPartialOne() {
    GuestProgram program =
        new Assembly()
            .set(A1, 5)
            .call(Call.JOURNAL)
            .set(A1, 3)
            .op(Opcode.ECALL, 0, 0, 0)
            .halt()
            .program();
    FalseRun run = FalseRun.of(program).cut(4).then(4, Call.JOURNAL);
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = forge.of(run.then(5, Call.HALT.number()).then(6, Call.HALT));
    assertThat(attempt.journal()).hasSize(8);
    assertFalls(forge, attempt, "bus journal", "bus range");
  }

  /** A word of no bytes would publish a zero at an index that the next word takes again. */
  @Test
  void noWordIsEmpty() {
    GuestProgram program = new Assembly().call(Call.JOURNAL).halt().program();
    FalseRun run = FalseRun.of(program).cut(1).then(1, Call.JOURNAL);
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = forge.of(run.then(2, Call.HALT.number()).then(3, Call.HALT));
    assertThat(attempt.journal()).isEmpty();
    assertFalls(forge, attempt, "bus journal", "journal: the word has 1 to 8 bytes");
  }

  /** Two numbers of bytes at once, with the right sum. */
  @Test
  void aWordHasOneNumberOfBytes() {
    Attempt attempt = FORGE.of(run());
    attempt.set(Machine.JOURNAL, ROW.count().get(7), 0, 0);
    attempt.set(Machine.JOURNAL, ROW.count().get(2), 0, 1);
    attempt.set(Machine.JOURNAL, ROW.count().get(4), 0, 1);
    assertFalls(FORGE, attempt, "bus range", "journal: the word has 1 to 8 bytes");
  }

  /** The same integer in limbs of which one has 17 bits and one is negative. */
  @Test
  void wordsHaveLimbsOf16Bits() {
    Attempt attempt = FORGE.of(run());
    attempt.set(Machine.JOURNAL, ROW.word().value().x0(), 1, (SECOND & 0xffff) + (1 << 16));
    attempt.set(Machine.JOURNAL, ROW.word().value().x1(), 1, (SECOND >> 16) - 1);
    assertFalls(FORGE, attempt, "bus journal", "bus memory", "bus range");
  }

  /** A carry into the high limb of the index keeps the index, but not the length. */
  @Test
  void theIndexHasOneForm() {
    Attempt attempt = FORGE.of(run());
    attempt.set(Machine.JOURNAL, ROW.carry(), 1, 1);
    attempt.set(Machine.JOURNAL, ROW.bytes().x0(), 2, 16 - (1 << 16));
    attempt.set(Machine.JOURNAL, ROW.bytes().x1(), 2, 1);
    attempt.set(Machine.JOURNAL, ROW.carry(), 2, -1);
    assertFalls(FORGE, attempt, "bus range", "journal: carry is a bit");
  }
}
