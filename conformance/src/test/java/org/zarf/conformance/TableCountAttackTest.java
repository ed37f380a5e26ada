package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertRejected;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.air.Cell;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.MemoryChip;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;

/**
 * Tables that are missing or there twice. No row and no bus is wrong in these attempts, only how
 * many tables there are (page 2 of the design: "the cardinality is in the verifying key"), or what
 * their fixed columns hold.
 */
class TableCountAttackTest {

  private static final MemoryChip.Row MEMORY = Machine.MEMORY.row();
  private static final int A0 = Registers.A0;
  private static final int IMAGE_WORD = 600;
  private static final int HEAP_WORD = 0x1_0000;

  /** The steps of the program below. */
  private static final int STORE = 2;

  private static final int LOAD_IMAGE = 4;
  private static final int LOAD_HEAP = 5;

  /** Ends with 7, from the heap; with 0 if the heap forgets what was stored. */
  private static final Assembly CODE =
      new Assembly()
          .word(IMAGE_WORD, 42)
          .set(5, 8L * HEAP_WORD)
          .set(6, 7)
          .op(Opcode.SD, 0, 5, 6, 0)
          .set(7, 8L * IMAGE_WORD)
          .op(Opcode.LD, 8, 7, 0, 0)
          .op(Opcode.LD, A0, 5, 0, 0)
          .halt();

  private static final Forge FORGE = new Forge(CODE.program(), Forge.REVEALING);

  private static FalseRun run() {
    return FalseRun.of(CODE.program());
  }

  private static int time(int step, int offset) {
    return Clock.FIRST + step * Clock.STEP + offset;
  }

  private static void refused(Attempt attempt, String why) {
    assertThat(FORGE.flaws(attempt)).isEmpty();
    assertRejected(FORGE, attempt, new Rejection.BadInstances(why));
  }

  @Test
  void theTrueStoryIsAccepted() throws ProofRejectedException {
    Attempt attempt = FORGE.of(run());
    assertThat(attempt.exitCode()).isEqualTo(7);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  /** "Exactly one: memory": a second one starts the word of the heap a second time, as zero. */
  @Test
  void thereIsOneTableOfTheMemory() {
    Attempt attempt = FORGE.of(run().result(LOAD_HEAP, 0));
    assertThat(attempt.exitCode()).isZero();
    var load = Machine.LOAD_DOUBLE.row().load().memory();
    attempt.set(Machine.LOAD_DOUBLE, load.before(), 1, 0);
    attempt.set(Machine.LOAD_DOUBLE, load.time(), 1, 0);
    attempt.set(Machine.LOAD_DOUBLE, load.gapHigh(), 1, 0);
    attempt.set(Machine.MEMORY, MEMORY.last(), 1, 7);
    attempt.set(Machine.MEMORY, MEMORY.time(), 1, time(STORE, Clock.FIRST_WORD));
    Attempt second = attempt.only(attempt.another(Machine.MEMORY));
    second.set(Machine.MEMORY, MEMORY.active(), 0, 1);
    second.set(Machine.MEMORY, MEMORY.low(), 0, HEAP_WORD & 0xffff);
    second.set(Machine.MEMORY, MEMORY.high(), 0, HEAP_WORD >> 16);
    second.set(Machine.MEMORY, MEMORY.gapLow(), 0, HEAP_WORD - 512);
    second.set(Machine.MEMORY, MEMORY.time(), 0, time(LOAD_HEAP, Clock.FIRST_WORD));
    refused(attempt, "table memory appears 2 times");
  }

  /** "Exactly one: memory": without it a program that needs none would go without its image. */
  @Test
  void thereIsATableOfTheMemory() {
    var forge = new Forge(new Assembly().halt().program(), Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(new Assembly().halt().program()));
    attempt.without(Machine.MEMORY);
    assertThat(forge.flaws(attempt)).isEmpty();
    assertRejected(forge, attempt, new Rejection.BadInstances("table memory appears 0 times"));
  }

  /** "No image table starts the program from zeros." */
  @Test
  void thereIsATableOfTheImage() {
    FalseRun zeros = run().result(LOAD_IMAGE, 0).access(LOAD_IMAGE, 0, IMAGE_WORD, 0, 0);
    Attempt attempt = FORGE.of(zeros).without(Machine.IMAGE);
    attempt.set(Machine.MEMORY, MEMORY.image(), 0, 0);
    refused(attempt, "table image appears 0 times");
  }

  /** "Exactly one: image": with two, a word would be initialised twice. */
  @Test
  void thereIsOneTableOfTheImage() {
    Attempt attempt = FORGE.of(run());
    attempt.tables().add(attempt.table(Machine.IMAGE));
    assertThat(FORGE.flaws(attempt)).containsExactly("bus image");
    assertRejected(FORGE, attempt, new Rejection.BadInstances("table image appears 2 times"));
  }

  /** "Exactly one: registers": a second one starts a0 a second time, as zero. */
  @Test
  void thereIsOneTableOfTheRegisters() {
    Attempt attempt = FORGE.of(run());
    var row = Machine.REGISTERS.row();
    TableTrace first = attempt.table(Machine.REGISTERS);
    int[][] main = new int[first.main().length][first.height()];
    var second = new TableTrace(first.slot(), first.logHeight(), main, first.fixed());
    attempt
        .only(second)
        .set(Machine.REGISTERS, row.time(), A0, attempt.get(Machine.REGISTERS, row.time(), A0));
    attempt.set(Machine.REGISTERS, row.time(), A0, time(LOAD_HEAP, Clock.RD));
    attempt.set(Machine.HALT, Machine.HALT.row().code().x0(), 0, 0);
    attempt.set(Machine.HALT, Machine.HALT.row().code().time(), 0, 0);
    attempt.tables().add(second);
    refused(attempt.claiming(new byte[0], 0), "table registers appears 2 times");
  }

  /** "Exactly one: registers": without it, registers are not even zero at the start. */
  @Test
  void thereIsATableOfTheRegisters() {
    Attempt attempt = FORGE.of(run()).without(Machine.REGISTERS);
    assertThat(FORGE.flaws(attempt)).containsExactly("bus memory");
    assertRejected(FORGE, attempt, new Rejection.BadInstances("table registers appears 0 times"));
  }

  /** "At most one: halt": a run has one end. */
  @Test
  void thereIsOneTableOfHalts() {
    Attempt attempt = FORGE.of(run());
    attempt.another(Machine.HALT);
    refused(attempt, "table halt appears 2 times");
  }

  /** The answers to lookups are one table each, with its spill: none is left out. */
  @Test
  void noTableOfAnswersIsLeftOut() {
    for (Machine.Part<?> part : List.of(Machine.RANGE_SPILL, Machine.POWER, Machine.PROGRAM)) {
      Attempt attempt = FORGE.of(run()).without(part);
      String name = part.table().name();
      var why = new Rejection.BadInstances("table " + name + " appears 0 times");
      assertRejected(FORGE, attempt, why);
    }
  }

  /** "Preprocessed": what the image holds is in the key; 43 for 42 balances all buses. */
  @Test
  void theImageIsThatOfTheKey() {
    Attempt attempt =
        FORGE.of(run().result(LOAD_IMAGE, 43).access(LOAD_IMAGE, 0, IMAGE_WORD, 43, 43));
    TableTrace own = attempt.withOwnFixed(Machine.IMAGE);
    Cell low = (Cell) Machine.IMAGE.row().value().x0();
    own.fixed()[low.column()][0] = KoalaBear.of(43);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    assertRejected(FORGE, attempt, Attacks.violated(own));
  }
}
