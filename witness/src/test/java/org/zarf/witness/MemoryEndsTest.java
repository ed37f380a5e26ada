package org.zarf.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.air.Cell;
import org.zarf.air.PublicMessage;
import org.zarf.air.RowWriter;
import org.zarf.air.TableTrace;
import org.zarf.air.TraceChecker;
import org.zarf.air.Word;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.Image;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.chips.MemoryChip;
import org.zarf.machine.chips.TouchChip;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.testkit.Trials;

/** The table of all words, and touches: what a prover could do to start memory as it likes. */
class MemoryEndsTest {

  private static final MemoryChip.Row MEMORY = Machine.MEMORY.row();
  private static final TouchChip.Row TOUCH = Machine.TOUCH.row();
  private static final int HEAP = 0x3_0000;
  private static final int INPUT = AddressSpace.INPUT_START_WORD;

  /** What the image table and the run itself put into the buses. */
  private final List<PublicMessage> others = new ArrayList<>();

  private static PublicMessage message(
      org.zarf.air.Bus bus, int times, long[] prefix, long value, long... suffix) {
    long[] limbs = new long[Word.LIMBS];
    for (int i = 0; i < limbs.length; i++) {
      limbs[i] = (value >>> (16 * i)) & 0xffff;
    }
    long[] all =
        java.util.stream.Stream.of(prefix, limbs, suffix).flatMapToLong(Arrays::stream).toArray();
    return PublicMessage.of(bus, times, all);
  }

  private void image(int word, long value) {
    others.add(message(Buses.IMAGE, 1, new long[] {word}, value));
  }

  /** The run finds a word as it starts, and leaves another value. */
  private void uses(int word, long first, long last, int time) {
    others.add(message(Buses.MEMORY, -1, new long[] {Buses.RAM, word}, first, 0));
    others.add(message(Buses.MEMORY, 1, new long[] {Buses.RAM, word}, last, time));
  }

  private static TableTrace memory(TouchedMemory touched, Image image) {
    var rows = MemoryRows.of(touched, image);
    int[][] main = new int[Machine.MEMORY.table().main().size()][16];
    rows.fill(MEMORY, new RowWriter(main));
    return new TableTrace(Machine.MEMORY.slot(), 4, main, new int[0][]);
  }

  /** Two words of the image, one of the heap, two of the input; what the run does to them. */
  private TableTrace honest() {
    var touched = new TouchedMemory();
    touched.access(600, 7, 8, 10);
    touched.access(HEAP, 0, 1, 18);
    touched.access(HEAP, 1, 9, 26);
    touched.access(INPUT, 24, 24, 34);
    touched.access(AddressSpace.END_WORD - 1, -1, 0, 42);
    uses(600, 7, 8, 10);
    uses(HEAP, 0, 9, 26);
    uses(INPUT, 24, 24, 34);
    uses(AddressSpace.END_WORD - 1, -1, 0, 42);
    image(512, 5);
    image(600, 7);
    return memory(touched, new Image(new int[] {512, 600}, new long[] {5, 7}));
  }

  private static TableTrace touches() {
    return new TableTrace(
        Machine.TOUCH.slot(), 4, new int[Machine.TOUCH.table().main().size()][16], new int[0][]);
  }

  private List<TraceChecker.Failure> check(TableTrace trace) {
    var counts = new LookupCounts();
    var table = Machine.circuit().slots().get(trace.slot()).table();
    counts.count(LookupCounts.Lookups.of(table), trace, trace.height() - 1);
    var messages = new ArrayList<>(others);
    messages.addAll(counts.answers());
    return TraceChecker.check(Machine.circuit(), List.of(trace), 1, messages);
  }

  private static void set(TableTrace trace, Cell cell, int row, long value) {
    trace.main()[cell.column()][row] = KoalaBear.of(value);
  }

  private static void set(TableTrace trace, Word word, int row, long value) {
    for (int i = 0; i < Word.LIMBS; i++) {
      set(trace, word.at(i), row, (value >>> (16 * i)) & 0xffff);
    }
  }

  /** Fills a row with a word that starts as zero, whatever the row before it is. */
  private static void row(TableTrace trace, int row, long low, long high, long gap) {
    set(trace, MEMORY.active(), row, 1);
    set(trace, MEMORY.low(), row, low);
    set(trace, MEMORY.high(), row, high);
    set(trace, MEMORY.input(), row, (high >> 11) & 1);
    set(trace, MEMORY.gapLow(), row, gap & 0xffff);
    set(trace, MEMORY.gapHigh(), row, gap >> 16);
  }

  @Test
  void honestEndsHold() {
    assertThat(check(honest())).isEmpty();
  }

  @Trials(2)
  void everyFlippedCellIsCaught(SplittableRandom random) {
    others.clear();
    TableTrace trace = honest();
    for (Cell cell : Machine.MEMORY.table().main()) {
      for (int row = 0; row < 5; row++) {
        int[] column = trace.main()[cell.column()];
        int was = column[row];
        for (long delta : new long[] {1, -1, 1 << 16, random.nextInt(2, KoalaBear.P - 1)}) {
          column[row] = KoalaBear.add(was, KoalaBear.of(delta));
          assertThat(check(trace)).as(cell.name() + " of row " + row).isNotEmpty();
        }
        column[row] = was;
      }
    }
  }

  @Test
  void aWordIsNotInitialisedTwice() {
    // HEAP again right after itself: the gap would be -1.
    for (long[] gap : new long[][] {{-1, 0}, {0xffff, -1}, {0, 0}, {0xffff, 0xfff}}) {
      others.clear();
      TableTrace trace = twice();
      set(trace, MEMORY.gapLow(), 1, gap[0]);
      set(trace, MEMORY.gapHigh(), 1, gap[1]);
      assertThat(check(trace)).isNotEmpty();
    }
  }

  /** A table of HEAP twice, and a run that finds zero there twice. */
  private TableTrace twice() {
    uses(HEAP, 0, 0, 0);
    uses(HEAP, 0, 0, 0);
    var touched = new TouchedMemory();
    TableTrace trace = memory(touched, new Image(new int[0], new long[0]));
    row(trace, 0, HEAP & 0xffff, HEAP >> 16, HEAP - 512);
    row(trace, 1, HEAP & 0xffff, HEAP >> 16, 0);
    return trace;
  }

  /** An inactive row does not restart the order. */
  @Test
  void activeRowsHaveNoHole() {
    uses(HEAP, 0, 0, 0);
    uses(HEAP, 0, 0, 0);
    TableTrace trace = memory(new TouchedMemory(), new Image(new int[0], new long[0]));
    row(trace, 0, HEAP & 0xffff, HEAP >> 16, HEAP - 512);
    row(trace, 2, HEAP & 0xffff, HEAP >> 16, 0);
    for (long hole : new long[] {511, HEAP - 1, 0}) {
      set(trace, MEMORY.low(), 1, hole & 0xffff);
      set(trace, MEMORY.high(), 1, hole >> 16);
      long gap = HEAP - hole - 1;
      set(trace, MEMORY.gapLow(), 2, gap & 0xffff);
      set(trace, MEMORY.gapHigh(), 2, gap >> 16);
      assertThat(check(trace)).extracting(f -> f.why()).contains("active rows come first");
    }
  }

  /** Indices that ascend around p and reach a word again: they leave 28 bits on the way. */
  @Test
  void indicesDoNotGoAroundP() {
    uses(HEAP, 0, 0, 0);
    uses(HEAP, 0, 0, 0);
    TableTrace trace = memory(new TouchedMemory(), new Image(new int[0], new long[0]));
    row(trace, 0, HEAP & 0xffff, HEAP >> 16, HEAP - 512);
    long index = HEAP;
    int i = 1;
    while (index < HEAP + (long) KoalaBear.P) {
      long gap = Math.min((1L << 28) - 1, HEAP + (long) KoalaBear.P - index - 1);
      index += gap + 1;
      row(trace, i, index & 0xffff, index >> 16, gap);
      long field = index % KoalaBear.P;
      if (field != HEAP) {
        uses((int) field, 0, 0, 0);
      }
      i++;
    }
    assertThat(check(trace)).isNotEmpty();
    // The last row as the field element that it is: all words and gaps of it are in range.
    set(trace, MEMORY.low(), i - 1, HEAP & 0xffff);
    set(trace, MEMORY.high(), i - 1, HEAP >> 16);
    assertThat(check(trace)).isNotEmpty();
  }

  @Test
  void theHeapDoesNotStartAsTheProverLikes() {
    uses(HEAP, 1, 1, 0);
    TableTrace trace = memory(new TouchedMemory(), new Image(new int[0], new long[0]));
    row(trace, 0, HEAP & 0xffff, HEAP >> 16, HEAP - 512);
    set(trace, MEMORY.first(), 0, 1);
    set(trace, MEMORY.last(), 0, 1);
    assertThat(check(trace)).extracting(f -> f.why()).contains("other words start as zero");
    // With a free flag the heap would be input.
    set(trace, MEMORY.input(), 0, 1);
    assertThat(check(trace)).isNotEmpty();
    set(trace, MEMORY.high(), 0, (HEAP >> 16) + (1 << 11));
    assertThat(check(trace)).isNotEmpty();
    // Or a word of an image that does not have it.
    set(trace, MEMORY.high(), 0, HEAP >> 16);
    set(trace, MEMORY.input(), 0, 0);
    set(trace, MEMORY.image(), 0, 1);
    assertThat(check(trace)).isNotEmpty();
  }

  @Test
  void inputLimbsAreLimbs() {
    TableTrace trace = honest();
    // The same word with a limb beyond 16 bits.
    set(trace, MEMORY.first().x0(), 3, 24 + 0x1_0000);
    set(trace, MEMORY.first().x1(), 3, -1);
    others.removeIf(m -> m.message().contains(KoalaBear.of(INPUT)));
    int[] cells = trace.main()[MEMORY.first().x0().column()];
    assertThat(cells[3]).isEqualTo(KoalaBear.of(24 + 0x1_0000));
    others.add(PublicMessage.of(Buses.MEMORY, -1, Buses.RAM, INPUT, 24 + 0x1_0000, -1, 0, 0, 0));
    others.add(PublicMessage.of(Buses.MEMORY, 1, Buses.RAM, INPUT, 24, 0, 0, 0, 34));
    assertThat(check(trace)).allMatch(f -> f.why().contains("bus range")).isNotEmpty();
  }

  @Test
  void theImageIsTakenAsItIs() {
    // A word of it that is missing.
    image(700, 3);
    assertThat(check(honest())).isNotEmpty();
    // A word of it that starts as zero.
    others.clear();
    TableTrace zero = honest();
    set(zero, MEMORY.image(), 0, 0);
    set(zero, MEMORY.first(), 0, 0);
    set(zero, MEMORY.last(), 0, 0);
    assertThat(check(zero)).isNotEmpty();
    // A word of it that a row takes without initialising it.
    others.clear();
    TableTrace taken = honest();
    image(700, 3);
    set(taken, MEMORY.image(), 7, 1);
    set(taken, MEMORY.low(), 7, 700);
    set(taken, MEMORY.first(), 7, 3);
    assertThat(check(taken))
        .extracting(f -> f.why())
        .containsExactly("a word of the image is initialised");
    // Input where the image is.
    others.clear();
    TableTrace both = honest();
    image(INPUT, 24);
    set(both, MEMORY.image(), 3, 1);
    assertThat(check(both))
        .extracting(f -> f.why())
        .contains("the image is not in the input window");
  }

  @Test
  void noWordLiesInTheGuardPage() {
    TableTrace trace = memory(new TouchedMemory(), new Image(new int[0], new long[0]));
    uses(511, 0, 0, 0);
    row(trace, 0, 511, 0, 0);
    for (long gap : new long[] {0, -1, (1L << 28) - 1}) {
      set(trace, MEMORY.gapLow(), 0, gap & 0xffff);
      set(trace, MEMORY.gapHigh(), 0, gap >> 16);
      assertThat(check(trace)).isNotEmpty();
    }
    set(trace, MEMORY.gapLow(), 0, -1);
    set(trace, MEMORY.gapHigh(), 0, 0);
    assertThat(check(trace)).isNotEmpty();
  }

  // Touches.

  private static void touch(TableTrace trace, int row, long time, long now) {
    set(trace, TOUCH.active(), row, 1);
    set(trace, TOUCH.index(), row, 5);
    set(trace, TOUCH.value(), row, 77);
    set(trace, TOUCH.time(), row, time);
    set(trace, TOUCH.nowLow(), row, now & 0xffff);
    set(trace, TOUCH.nowHigh(), row, now >> 16);
    set(trace, TOUCH.gapHigh(), row, (now - time - 1) >> 16);
  }

  /** The register holds 77 since one time, and is found with 77 at another. */
  private void register(long from, long to) {
    others.add(message(Buses.MEMORY, 1, new long[] {Buses.REGISTERS, 5}, 77, from));
    others.add(message(Buses.MEMORY, -1, new long[] {Buses.REGISTERS, 5}, 77, to));
  }

  @Trials(2)
  void everyFlippedCellOfTouchesIsCaught(SplittableRandom random) {
    others.clear();
    TableTrace trace = touches();
    touch(trace, 0, 12, 0x2_0000);
    touch(trace, 1, 0x2_0000, (1 << 28) - 1);
    register(12, (1 << 28) - 1);
    assertThat(check(trace)).isEmpty();
    for (Cell cell : Machine.TOUCH.table().main()) {
      for (int row = 0; row < 2; row++) {
        int[] column = trace.main()[cell.column()];
        int was = column[row];
        for (long delta : new long[] {1, -1, 1 << 16, random.nextInt(2, KoalaBear.P - 1)}) {
          column[row] = KoalaBear.add(was, KoalaBear.of(delta));
          assertThat(check(trace)).as(cell.name() + " of row " + row).isNotEmpty();
        }
        column[row] = was;
      }
    }
  }

  @Test
  void aTouchDoesNotGoBack() {
    for (long now : new long[] {12, 11, 0}) {
      others.clear();
      TableTrace trace = touches();
      touch(trace, 0, 12, now);
      register(12, now);
      for (long gapHigh : new long[] {0, -1, 0xfff}) {
        set(trace, TOUCH.gapHigh(), 0, gapHigh);
        assertThat(check(trace)).isNotEmpty();
      }
    }
  }

  /** Eight gaps of 28 bits lead around p into the past: some touch's own time has more bits. */
  @Test
  void touchesDoNotGoAroundP() {
    long now = 1000;
    long goal = 500 + (long) KoalaBear.P;
    TableTrace trace = touches();
    int row = 0;
    while (now < goal) {
      long next = Math.min(goal, now + (1L << 28));
      touch(trace, row, now, next);
      if (next == goal) {
        // As the field element that it is, this time is in range, and so is the gap.
        set(trace, TOUCH.nowLow(), row, 500);
        set(trace, TOUCH.nowHigh(), row, 0);
      }
      now = next;
      row++;
    }
    register(1000, 500);
    assertThat(row).isEqualTo(8);
    assertThat(check(trace)).isNotEmpty().allMatch(f -> f.why().contains("bus range"));
  }
}
