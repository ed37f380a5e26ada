package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertFalls;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.air.Cell;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.MemoryChip;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.stark.ProofRejectedException;

/**
 * How memory starts, if not as the program says: with which values, and how often (page 8 of the
 * design, "Memory ends").
 */
class MemoryEndsAttackTest {

  private static final MemoryChip.Row MEMORY = Machine.MEMORY.row();
  private static final int IMAGE_WORD = 600;
  private static final int HEAP_WORD = 0x1_0000;
  private static final int INPUT_WORD = AddressSpace.INPUT_START_WORD;
  private static final int A0 = Registers.A0;

  /** The steps of the program below. */
  private static final int STORE = 2;

  private static final int LOAD_IMAGE = 4;
  private static final int LOAD_INPUT = 6;
  private static final int LOAD_HEAP = 7;

  /** The rows of the words in an honest table of the memory. */
  private static final int IMAGE_ROW = 0;

  private static final int HEAP_ROW = 1;
  private static final int INPUT_ROW = 2;

  private static Assembly code(long imageValue) {
    return new Assembly()
        .word(IMAGE_WORD, imageValue)
        .set(5, 8L * HEAP_WORD)
        .set(6, 7)
        .op(Opcode.SD, 0, 5, 6, 0)
        .set(7, 8L * IMAGE_WORD)
        .op(Opcode.LD, 8, 7, 0, 0)
        .set(9, AddressSpace.INPUT_START)
        .op(Opcode.LD, 12, 9, 0, 0)
        .op(Opcode.LD, A0, 5, 0, 0)
        .halt();
  }

  private static final Forge FORGE = new Forge(code(42).program());

  private static FalseRun run() {
    return FalseRun.of(code(42).program(), (byte) 1, (byte) 2);
  }

  private static int time(int step) {
    return Clock.FIRST + step * Clock.STEP + Clock.FIRST_WORD;
  }

  private static void word(Attempt attempt, int row, int low, long high, long gap) {
    attempt.set(Machine.MEMORY, MEMORY.active(), row, 1);
    attempt.set(Machine.MEMORY, MEMORY.low(), row, low);
    attempt.set(Machine.MEMORY, MEMORY.high(), row, high);
    attempt.set(Machine.MEMORY, MEMORY.gapLow(), row, gap & 0xffff);
    attempt.set(Machine.MEMORY, MEMORY.gapHigh(), row, gap >> 16);
  }

  /** Makes room for rows before the one of the input. */
  private static void insert(TableTrace memory, int rows) {
    for (int[] column : memory.main()) {
      column[INPUT_ROW + rows] = column[INPUT_ROW];
      for (int i = 0; i < rows; i++) {
        column[INPUT_ROW + i] = 0;
      }
    }
  }

  /**
   * A run in which the heap is read as zero although 7 was stored, and a table in which its word
   * ends with the store: it remains to initialise it a second time.
   */
  private static Attempt forgetful() {
    Attempt attempt = FORGE.of(run().result(LOAD_HEAP, 0));
    var load = Machine.LOAD_DOUBLE.row().load().memory();
    attempt.set(Machine.LOAD_DOUBLE, load.before(), 2, 0);
    attempt.set(Machine.LOAD_DOUBLE, load.time(), 2, 0);
    attempt.set(Machine.MEMORY, MEMORY.last(), HEAP_ROW, 7);
    attempt.set(Machine.MEMORY, MEMORY.time(), HEAP_ROW, time(STORE));
    assertThat(attempt.exitCode()).isEqualTo(0);
    return attempt;
  }

  @Test
  void theTrueStoryIsAccepted() throws ProofRejectedException {
    Attempt attempt = FORGE.of(run());
    assertThat(attempt.exitCode()).isEqualTo(7);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  /** "Initialises a word twice": a load that takes a start of the heap that no row gives. */
  @Test
  void memoryIsInitialisedOnceAtMost() {
    assertFalls(FORGE, forgetful(), "bus memory");
  }

  /** "next.w - w - 1 (16 + 12)": the word of the heap has two rows, with a gap of 0 or -1. */
  @Test
  void noWordHasTwoRows() {
    Attempt attempt = forgetful();
    insert(attempt.table(Machine.MEMORY), 1);
    word(attempt, HEAP_ROW + 1, HEAP_WORD & 0xffff, HEAP_WORD >> 16, 0);
    attempt.set(Machine.MEMORY, MEMORY.time(), HEAP_ROW + 1, time(LOAD_HEAP));
    assertFalls(FORGE, attempt, "memory: words ascend");
    attempt.set(Machine.MEMORY, MEMORY.gapLow(), HEAP_ROW + 1, -1);
    assertFalls(FORGE, attempt, "bus range");
  }

  /** "A gap of inactive rows restarts the order": the second row of a word follows one. */
  @Test
  void noHoleRestartsTheOrder() {
    Attempt attempt = forgetful();
    insert(attempt.table(Machine.MEMORY), 2);
    attempt.set(Machine.MEMORY, MEMORY.low(), HEAP_ROW + 1, 511);
    word(attempt, HEAP_ROW + 2, HEAP_WORD & 0xffff, HEAP_WORD >> 16, HEAP_WORD - 512);
    attempt.set(Machine.MEMORY, MEMORY.time(), HEAP_ROW + 2, time(LOAD_HEAP));
    assertFalls(FORGE, attempt, "memory: active rows come first");
  }

  /** "Unchecked w restarts the order": rows that go up to p, and around it to the word again. */
  @Test
  void noWordHasMoreThan28Bits() {
    Attempt attempt = forgetful();
    long goal = HEAP_WORD + (long) KoalaBear.P;
    long word = INPUT_WORD;
    int row = INPUT_ROW;
    while (word < goal) {
      long gap = Math.min((1 << 28) - 1, goal - word - 1);
      word += gap + 1;
      row++;
      word(attempt, row, (int) (word & 0xffff), word >> 16, gap);
      attempt.set(Machine.MEMORY, MEMORY.input(), row, (word >> 27) & 1);
    }
    attempt.set(Machine.MEMORY, MEMORY.input(), row, 0);
    attempt.set(Machine.MEMORY, MEMORY.time(), row, time(LOAD_HEAP));
    assertFalls(FORGE, attempt, "bus range");
  }

  /** "A word of the image that never appears": it is an ordinary word here, and starts as zero. */
  @Test
  void noWordOfTheImageIsLeftOut() {
    // It starts as zero.
    Attempt attempt = FORGE.of(run().result(LOAD_IMAGE, 0).access(LOAD_IMAGE, 0, IMAGE_WORD, 0, 0));
    attempt.set(Machine.MEMORY, MEMORY.image(), IMAGE_ROW, 0);
    assertFalls(FORGE, attempt, "bus image");
  }

  /** "Sends each of its words exactly once": the image of another program, with 43 for 42. */
  @Test
  void theImageIsTheProgramsOwn() {
    FalseRun other = FalseRun.of(code(43).program(), (byte) 1, (byte) 2);
    assertFalls(FORGE, FORGE.of(other), "bus image");
  }

  /** "Or starts at zero": a word of the image that starts as 43 without being taken from it. */
  @Test
  void theImageIsNoFreeValue() {
    Attempt attempt =
        FORGE.of(run().result(LOAD_IMAGE, 43).access(LOAD_IMAGE, 0, IMAGE_WORD, 43, 43));
    attempt.set(Machine.MEMORY, MEMORY.image(), IMAGE_ROW, 0);
    assertFalls(FORGE, attempt, "bus image", "memory: other words start as zero");
  }

  /**
   * "A free flag lets the heap start as the prover likes": it starts as 1000 where the program
   * loads before it stores.
   */
  @Test
  void theHeapStartsAsZero() {
    Assembly code = new Assembly().set(5, 8L * HEAP_WORD).op(Opcode.LD, A0, 5, 0, 0).halt();
    var forge = new Forge(code.program());
    FalseRun run = FalseRun.of(code.program()).result(1, 1000).access(1, 0, HEAP_WORD, 1000, 1000);
    Attempt attempt = forge.of(run);
    assertThat(attempt.exitCode()).isEqualTo(1000);
    assertFalls(forge, attempt, "memory: other words start as zero");
    // If it could be called input, or part of the image.
    attempt.set(Machine.MEMORY, MEMORY.input(), 0, 1);
    assertFalls(forge, attempt, "bus range");
    attempt.set(Machine.MEMORY, MEMORY.input(), 0, 0);
    attempt.set(Machine.MEMORY, MEMORY.image(), 0, 1);
    assertFalls(forge, attempt, "bus image");
  }

  /** "image + input <= 1": a word of the input that is taken from the image. */
  @Test
  void aWordIsNotBothImageAndInput() {
    Attempt attempt = FORGE.of(run());
    attempt.set(Machine.MEMORY, MEMORY.image(), INPUT_ROW, 1);
    assertFalls(
        FORGE,
        attempt,
        "bus image",
        "memory: other words start as zero",
        "memory: the image is not in the input window");
  }

  /** "Or appears as zero": the word is taken from the image, but as zero. */
  @Test
  void theImageIsTakenAsItIs() {
    Attempt attempt = FORGE.of(run().result(LOAD_IMAGE, 0).access(LOAD_IMAGE, 0, IMAGE_WORD, 0, 0));
    assertThat(attempt.get(Machine.MEMORY, MEMORY.image(), IMAGE_ROW)).isEqualTo(1);
    assertFalls(FORGE, attempt, "bus image");
  }

  /** The same word taken twice from an image that sends it once. */
  @Test
  void theImageIsTakenOnce() {
    Attempt attempt = FORGE.of(run());
    insert(attempt.table(Machine.MEMORY), 1);
    word(attempt, HEAP_ROW + 1, IMAGE_WORD, 0, IMAGE_WORD - HEAP_WORD - 1);
    attempt.set(Machine.MEMORY, MEMORY.image(), HEAP_ROW + 1, 1);
    for (var value : List.of(MEMORY.first(), MEMORY.last())) {
      attempt.set(Machine.MEMORY, value, HEAP_ROW + 1, 42);
    }
    long gap = INPUT_WORD - IMAGE_WORD - 1;
    attempt.set(Machine.MEMORY, MEMORY.gapLow(), HEAP_ROW + 2, gap & 0xffff);
    attempt.set(Machine.MEMORY, MEMORY.gapHigh(), HEAP_ROW + 2, gap >> 16);
    assertFalls(FORGE, attempt, "bus image", "bus range");
  }

  /** What a word holds at the end is what its last access left, at the time of that access. */
  @Test
  void aWordEndsAsItWasLeft() {
    Attempt other = FORGE.of(run());
    other.set(Machine.MEMORY, MEMORY.last(), HEAP_ROW, 8);
    assertFalls(FORGE, other, "bus memory");
    Attempt early = FORGE.of(run());
    early.set(Machine.MEMORY, MEMORY.time(), HEAP_ROW, time(STORE));
    assertFalls(FORGE, early, "bus memory");
  }

  /** A row that is not active takes a word of the image, so that it starts as zero elsewhere. */
  @Test
  void onlyActiveRowsTakeTheImage() {
    Attempt attempt = FORGE.of(run().result(LOAD_IMAGE, 0).access(LOAD_IMAGE, 0, IMAGE_WORD, 0, 0));
    attempt.set(Machine.MEMORY, MEMORY.image(), IMAGE_ROW, 0);
    int unused = INPUT_ROW + 1;
    attempt.set(Machine.MEMORY, MEMORY.image(), unused, 1);
    attempt.set(Machine.MEMORY, MEMORY.low(), unused, IMAGE_WORD);
    attempt.set(Machine.MEMORY, MEMORY.first(), unused, 42);
    assertFalls(FORGE, attempt, "memory: a word of the image is initialised");
  }

  /** "Any 16-bit limbs do (range-checked there)": a word of the input with a limb of 17 bits. */
  @Test
  void inputHasLimbsOf16Bits() {
    Attempt attempt = FORGE.of(run());
    var load = Machine.LOAD_DOUBLE.row().load().memory();
    Cell last = Machine.REGISTERS.row().last().x0();
    attempt.set(Machine.LOAD_DOUBLE, load.before().x0(), 1, 0x1_0000);
    attempt.set(Machine.MEMORY, MEMORY.first().x0(), INPUT_ROW, 0x1_0000);
    attempt.set(Machine.MEMORY, MEMORY.last().x0(), INPUT_ROW, 0x1_0000);
    attempt.set(Machine.REGISTERS, last, 12, 0x1_0000);
    assertThat(LOAD_INPUT).isGreaterThan(LOAD_IMAGE);
    assertFalls(FORGE, attempt, "bus range");
  }

  /** The order starts beyond the guard page: a load of word 1, which traps in a real run. */
  @Test
  void noWordLiesInTheGuardPage() {
    Assembly code = new Assembly().set(5, 8).op(Opcode.LD, A0, 5, 0, 0).halt();
    var forge = new Forge(code.program());
    FalseRun run = FalseRun.of(code.program()).then(1, 0, 1, 0, 0).then(2, 93);
    Attempt attempt = forge.of(run.then(3, Call.HALT));
    word(attempt, 0, 1, 0, 0);
    assertFalls(forge, attempt, "memory: the first word lies beyond the guard page");
    attempt.set(Machine.MEMORY, MEMORY.gapLow(), 0, 1 - 512);
    assertFalls(forge, attempt, "bus range");
    // Or after a first row that says nothing.
    int[][] main = attempt.table(Machine.MEMORY).main();
    for (int[] column : main) {
      column[1] = column[0];
      column[0] = 0;
    }
    word(attempt, 1, 1, 0, 0);
    assertFalls(forge, attempt, "memory: active rows come first");
  }
}
