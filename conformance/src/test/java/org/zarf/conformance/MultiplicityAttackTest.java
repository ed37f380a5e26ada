package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertFalls;
import static org.zarf.conformance.Attacks.assertRejected;

import org.junit.jupiter.api.Test;
import org.zarf.air.Cell;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.hash.Digests;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.RangeChip;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.prover.ProverOptions;
import org.zarf.prover.Randomness;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;

/**
 * Rows that count more or less than once, rows where no rows count, and answers that are given more
 * or less often than asked for (page 8 of the design: "a row with active = 0 that still sends;
 * multiplicity 2"; page 2: "free multiplicities on blinding rows must never reach the sum").
 */
class MultiplicityAttackTest {

  private static final int A0 = Registers.A0;
  private static final int A = 5;
  private static final int B = 6;
  private static final int UNREAD = 7;

  private static final Assembly CODE =
      new Assembly()
          .set(A, 3)
          .set(B, 4)
          .op(Opcode.ADD, UNREAD, A, B)
          .op(Opcode.ADDI, A0, 8, 0, 1)
          .halt();

  private static final Forge FORGE = new Forge(CODE.program());

  private static Attempt honest() {
    return FORGE.of(FalseRun.of(CODE.program()));
  }

  private static final Cell.Bit ACTIVE = Machine.ADD.row().form().active();

  /** The row of the addition, copied to another row. */
  private static void copy(Attempt attempt, int to) {
    for (int[] column : attempt.table(Machine.ADD).main()) {
      column[to] = column[0];
    }
  }

  private static final Rejection UNBALANCED = new Rejection.BusUnbalanced();

  @Test
  void theTrueStoryIsAccepted() throws ProofRejectedException {
    Attempt attempt = honest();
    assertThat(attempt.exitCode()).isEqualTo(1);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  /** "A row with active = 0 that still sends": whatever it holds, it does not count. */
  @Test
  void rowsThatAreNotActiveDoNotCount() throws ProofRejectedException {
    Attempt missing = honest();
    missing.set(Machine.ADD, ACTIVE, 0, 0);
    assertFalls(FORGE, missing, "bus memory", "bus state");
    // A second addition that is not active changes nothing.
    Attempt attempt = honest();
    copy(attempt, 1);
    attempt.set(Machine.ADD, ACTIVE, 1, 0);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  /** "Multiplicity 2": what one row takes twice another gives back; on all buses they count 1. */
  @Test
  void rowsCountOnce() {
    long half = (KoalaBear.P + 1L) / 2;
    for (long[] times : new long[][] {{2, -1}, {half, half}}) {
      Attempt attempt = honest();
      copy(attempt, 1);
      attempt.set(Machine.ADD, ACTIVE, 0, times[0]);
      attempt.set(Machine.ADD, ACTIVE, 1, times[1]);
      assertFalls(FORGE, attempt, "add: active is a bit");
    }
    Attempt twice = honest();
    twice.set(Machine.ADD, ACTIVE, 0, 2);
    assertFalls(FORGE, twice, "add: active is a bit", "bus memory", "bus state");
  }

  /** "One spare row serves as the end": an addition there is no addition. */
  @Test
  void theSpareRowDoesNotCount() throws ProofRejectedException {
    var revealing = new Forge(CODE.program(), Forge.REVEALING);
    Attempt attempt = revealing.of(FalseRun.of(CODE.program()));
    int spare = attempt.table(Machine.ADD).height() - 1;
    copy(attempt, spare);
    assertThat(revealing.flaws(attempt)).isEmpty();
    revealing.submit(attempt);
    attempt.set(Machine.ADD, ACTIVE, 0, 0);
    assertFalls(revealing, attempt, "bus memory", "bus state");
  }

  /** "Free multiplicities on blinding rows must never reach the sum", nor on the mask row. */
  @Test
  void blindingRowsDoNotCount() throws ProofRejectedException {
    int height = honest().table(Machine.ADD).height();
    int mask = height - Forge.PARAMETERS.blindingRows();
    for (int row : new int[] {mask, mask + 1, height - 1}) {
      Attempt attempt = honest();
      copy(attempt, row);
      assertThat(FORGE.flaws(attempt)).isEmpty();
      FORGE.verify(attempt, FORGE.prove(attempt, chosen()));
      attempt.set(Machine.ADD, ACTIVE, 0, 0);
      assertThat(FORGE.flaws(attempt)).containsExactly("bus memory", "bus state");
      assertThat(rejection(attempt)).isEqualTo(UNBALANCED);
    }
  }

  private static Rejection rejection(Attempt attempt) {
    try {
      FORGE.verify(attempt, FORGE.prove(attempt, chosen()));
      throw new AssertionError("accepted");
    } catch (ProofRejectedException e) {
      return e.rejection();
    }
  }

  /** Blinding rows of main columns are what the attacker wrote there. */
  private static ProverOptions chosen() {
    Randomness random = Randomness.fresh();
    return ProverOptions.defaults()
        .withRandomness(
            new Randomness() {
              @Override
              public void fill(Stream stream, int[] target, int from, int to) {
                if (stream.purpose() != Purpose.MAIN) {
                  random.fill(stream, target, from, to);
                }
              }

              @Override
              public void salts(int tree, int first, int count, Digests target, int offset) {
                random.salts(tree, first, count, target, offset);
              }
            });
  }

  /**
   * A sum of 7 in limbs of which one is negative, for a register that nothing reads: all that is
   * wrong is one question to the table of range checks.
   */
  private static Attempt negativeLimb() {
    Attempt attempt = honest();
    attempt.set(Machine.ADD, Machine.ADD.row().sum().x0(), 0, 7 - (1 << 16));
    attempt.set(Machine.ADD, Machine.ADD.row().sum().x1(), 0, 1);
    var last = Machine.REGISTERS.row().last();
    attempt.set(Machine.REGISTERS, last.x0(), UNREAD, 7 - (1 << 16));
    attempt.set(Machine.REGISTERS, last.x1(), UNREAD, 1);
    assertFalls(FORGE, attempt, "bus range");
    return attempt;
  }

  private static void answer(Attempt attempt, int value, long more) {
    Cell times = Machine.RANGE.row().times();
    int entry = RangeChip.entry(RangeChip.MAX_BITS, value);
    int given = attempt.get(Machine.RANGE, times, entry);
    attempt.set(Machine.RANGE, times, entry, given + more);
  }

  /** Answers that are given too often or a negative number of times are not other answers. */
  @Test
  void noCountMakesAnAnswer() {
    Attempt over = negativeLimb();
    answer(over, 7, 1);
    assertRejected(FORGE, over, UNBALANCED);
    Attempt under = negativeLimb();
    answer(under, 7, -1);
    assertRejected(FORGE, under, UNBALANCED);
    Attempt both = negativeLimb();
    // -65529 = 3 (7) - 2 (32775), as a combination of entries.
    answer(both, 7, 3);
    answer(both, 32775, -2);
    assertRejected(FORGE, both, UNBALANCED);
    // In the rows that do not count.
    Attempt beyond = negativeLimb();
    int[] times = beyond.table(Machine.RANGE).main()[Machine.RANGE.row().times().column()];
    times[times.length - 1] = KoalaBear.ONE;
    assertThat(rejection(beyond)).isEqualTo(UNBALANCED);
  }

  /** The honest tables, with counts that are wrong. */
  @Test
  void countsAreThoseOfTheQuestions() {
    for (long more : new long[] {1, -1}) {
      Attempt attempt = honest();
      FORGE.flaws(attempt);
      answer(attempt, 7, more);
      assertRejected(FORGE, attempt, UNBALANCED);
    }
    Attempt attempt = honest();
    Cell times = Machine.PROGRAM.row().times();
    attempt.set(Machine.PROGRAM, times, 0, 2);
    assertRejected(FORGE, attempt, UNBALANCED);
  }

  /**
   * "Preprocessed": an entry that the prover adds to the table of range checks is not in the key.
   */
  @Test
  void noEntryIsAdded() {
    Attempt attempt = negativeLimb();
    TableTrace spill = attempt.withOwnFixed(Machine.RANGE_SPILL);
    int row = spill.height() - Forge.PARAMETERS.blindingRows() - 1;
    spill.fixed()[Machine.RANGE.row().bits().column()][row] = KoalaBear.of(16);
    spill.fixed()[Machine.RANGE.row().value().column()][row] = KoalaBear.of(7 - (1 << 16));
    assertThat(FORGE.flaws(attempt)).isEmpty();
    assertRejected(FORGE, attempt, Attacks.violated(spill));
  }
}
