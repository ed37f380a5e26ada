package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Operations.word;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.zarf.conformance.Operations.Lie;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.LoadDoubleChip;
import org.zarf.machine.chips.LoadMisalignedChip;
import org.zarf.machine.chips.LoadNarrowChip;
import org.zarf.machine.chips.LoadWordChip;
import org.zarf.machine.chips.StoreMisalignedChip;
import org.zarf.machine.chips.StoreNarrowChip;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/** Loads and stores that move other bytes, or bytes of other addresses. */
class LoadStoreAttackTest {

  private static final long T = 0x30_0040;
  private static final long LOW = T & 0xffff;
  private static final long FIRST = 0x8070_6050_c0b0_a090L;
  private static final long SECOND = 0x0102_0304_0506_0708L;
  private static final long OTHER = 0x1112_1314_1516_1718L;

  private static final Operations RUN =
      new Operations()
          .word(T, FIRST)
          .word(T + 8, SECOND)
          .word(T + 0x20, OTHER)
          .immediate("lb 0", Opcode.LB, T, 0)
          .immediate("lbu 1", Opcode.LBU, T, 1)
          .immediate("lh 0", Opcode.LH, T, 0)
          .immediate("lh 1", Opcode.LH, T, 1)
          .immediate("lhu 0", Opcode.LHU, T, 0)
          .immediate("lw 0", Opcode.LW, T, 0)
          .immediate("lw 1", Opcode.LW, T, 1)
          .immediate("lw 2", Opcode.LW, T, 2)
          .immediate("lwu 0", Opcode.LWU, T, 0)
          .immediate("ld 0", Opcode.LD, T, 0)
          .immediate("ld 1", Opcode.LD, T, 1)
          .immediate("ld 4", Opcode.LD, T, 4)
          .word(T + 0x100, FIRST)
          .word(T + 0x110, FIRST)
          .word(T + 0x120, FIRST)
          .word(T + 0x130, FIRST)
          .word(T + 0x140, FIRST)
          .word(T + 0x150, FIRST)
          .word(T + 0x158, SECOND)
          .store("sb 1", Opcode.SB, T + 0x100, 1, 0x3355)
          .store("sh 2", Opcode.SH, T + 0x110, 2, 0x1234)
          .store("sw 4", Opcode.SW, T + 0x120, 4, 0x1234_5678)
          .store("sd", Opcode.SD, T + 0x130, 0, OTHER)
          .store("sw 1", Opcode.SW, T + 0x140, 1, 0x4433_2211)
          .store("sd 4", Opcode.SD, T + 0x150, 4, OTHER);

  private static final LoadDoubleChip.Row DOUBLE = Machine.LOAD_DOUBLE.row();
  private static final LoadWordChip.Row WORD = Machine.LOAD_WORD.row();
  private static final LoadNarrowChip.Row NARROW = Machine.LOAD_NARROW.row();
  private static final LoadMisalignedChip.Row MISALIGNED = Machine.LOAD_MISALIGNED.row();
  private static final StoreNarrowChip.Row STORE_NARROW = Machine.STORE_NARROW.row();
  private static final StoreMisalignedChip.Row STORE_MISALIGNED = Machine.STORE_MISALIGNED.row();

  @Test
  void theTrueLoadsAndStoresAreAccepted() throws ProofRejectedException {
    RUN.prove();
  }

  @Test
  void aLoadMovesWhatTheMemoryHolds() {
    RUN.published("ld 0", Machine.LOAD_DOUBLE, FIRST + 1).falls("bus memory");
    RUN.published("lw 0", Machine.LOAD_WORD, 0x4050_6070)
        .isFlawed("load-word: x0 is a limb of the word", "load-word: x1 is a limb of the word");
    RUN.published("lbu 1", Machine.LOAD_NARROW, 0xa1).isFlawed("load-narrow: the byte is loaded");
    // The two bytes add up to the limb, but one of them is none.
    RUN.published("lbu 1", Machine.LOAD_NARROW, 0x9f).set(NARROW.other(), 0x190).falls("bus bytes");
  }

  /** Byte 0 in place of byte 1. */
  private static Lie otherByte() {
    return RUN.published("lbu 1", Machine.LOAD_NARROW, 0x90)
        .set(NARROW.offset().odd(), 0)
        .set(NARROW.other(), 0xa0);
  }

  @Test
  void theOffsetIsThatOfTheAddress() {
    // The address less the offset is no multiple of 8, and its eighth is no word of the memory.
    otherByte().falls("bus memory", "bus range");
    otherByte().set(NARROW.load().address().x0(), LOW).falls("load-narrow: the address, limb ..");
    // The upper half of the word in place of the lower one.
    RUN.published("lwu 0", Machine.LOAD_WORD, FIRST >>> 32)
        .set(WORD.upper(), 1)
        .isFlawed("bus memory", "bus range");
  }

  @Test
  void anOffsetIsBelow8() {
    // Four times limb 1 is an offset of 8 more, and the word before, which is zero.
    RUN.changed(
            "lbu 1",
            Machine.LOAD_NARROW,
            (run, step) -> run.result(step, 0).access(step, 0, word(T) - 1, 0, 0))
        .set(NARROW.offset().limb1(), 4)
        .falls("load-narrow: offset.limb1 is a bit", "load-narrow: the access starts in one limb");
    RUN.changed(
            "lbu 1",
            Machine.LOAD_NARROW,
            (run, step) -> run.result(step, 0).access(step, 0, word(T) - 1, 0, 0))
        .set(NARROW.offset().limb1(), 1)
        .set(NARROW.offset().limb3(), 1)
        .isFlawed("load-narrow: the access starts in one limb");
  }

  @Test
  void loadsAreExtendedWithTheirSign() {
    RUN.published("lb 0", Machine.LOAD_NARROW, 0x90).falls("bus range");
    RUN.published("lbu 1", Machine.LOAD_NARROW, -0x60)
        .falls("load-narrow: only LB extends a byte with ones");
    RUN.published("lh 0", Machine.LOAD_NARROW, 0xa090).isFlawed("bus range");
    RUN.published("lhu 0", Machine.LOAD_NARROW, (short) 0xa090)
        .isFlawed("load-narrow: only LH extends a limb with ones");
    RUN.published("lw 0", Machine.LOAD_WORD, 0xc0b0_a090L).isFlawed("bus range");
    RUN.published("lwu 0", Machine.LOAD_WORD, 0xc0b0_a090)
        .isFlawed("load-word: only LW extends with ones");
    RUN.published("lh 1", Machine.LOAD_MISALIGNED, 0xb0a0).falls("bus range");
    RUN.published("lw 1", Machine.LOAD_MISALIGNED, 0xffff_ffff_50c0_b0a0L).isFlawed("bus range");
  }

  @Test
  void twoOpcodesAreNotAThird() {
    // The codes of LBU and LH add up to that of LHU, which then has a sign.
    RUN.published("lhu 0", Machine.LOAD_NARROW, (short) 0xa090)
        .set(NARROW.opcode().others().get(0), 1)
        .set(NARROW.opcode().others().get(1), 1)
        .set(NARROW.opcode().others().get(2), 0)
        .falls("load-narrow: one opcode where the row is active");
  }

  /** A load with another immediate. */
  private static UnaryOperator<Instruction> at(long imm) {
    return x -> new Instruction(x.op(), x.rd(), x.rs1(), x.rs2(), imm, x.length(), x.pc());
  }

  @Test
  void alignedChipsMoveAlignedWords() {
    // At an address that is no multiple of its bytes, each chip moves what lies below.
    RUN.replaced("ld 1", Machine.LOAD_DOUBLE, at(0))
        .set(DOUBLE.load().form().imm().x0(), 1)
        .falls("load-double: the address, limb ..");
    RUN.replaced("ld 1", Machine.LOAD_DOUBLE, at(0))
        .set(DOUBLE.load().form().imm().x0(), 1)
        .set(DOUBLE.load().address().x0(), LOW + 1)
        .falls("bus memory", "bus range");
    RUN.replaced("lw 2", Machine.LOAD_WORD, at(0))
        .set(WORD.load().form().imm().x0(), 2)
        .set(WORD.load().address().x0(), LOW + 2)
        .isFlawed("bus memory", "bus range");
    RUN.replaced("lh 1", Machine.LOAD_NARROW, at(0))
        .set(NARROW.load().form().imm().x0(), 1)
        .set(NARROW.load().address().x0(), LOW + 1)
        .set(NARROW.offset().odd(), 1)
        .falls("load-narrow: a limb lies at an even offset");
  }

  @Test
  void alignedChipsStoreAlignedWords() {
    var store = Machine.STORE_WORD.row().store();
    RUN.replacedStore("sw 1", Machine.STORE_WORD, at(0))
        .set(store.imm().x0(), 1)
        .falls("store-word: the address, limb ..");
    RUN.replacedStore("sw 1", Machine.STORE_WORD, at(0))
        .set(store.imm().x0(), 1)
        .add(store.address().x0(), 1)
        .isFlawed("bus memory", "bus range");
    RUN.replacedStore("sd 4", Machine.STORE_DOUBLE, at(0))
        .set(Machine.STORE_DOUBLE.row().store().imm().x0(), 4)
        .add(Machine.STORE_DOUBLE.row().store().address().x0(), 4)
        .isFlawed("bus memory", "bus range");
  }

  @Test
  void theMisalignedChipMovesWhatLiesAtTheAddress() {
    // Aligned, a load could as well be of the bytes one further on.
    RUN.replaced("ld 0", Machine.LOAD_MISALIGNED, at(1))
        .set(MISALIGNED.load().form().imm().x0(), 0)
        .falls("load-misaligned: the address, limb ..");
    RUN.replaced("ld 0", Machine.LOAD_MISALIGNED, at(1))
        .set(MISALIGNED.load().form().imm().x0(), 0)
        .set(MISALIGNED.load().address().x0(), LOW)
        .isFlawed("bus memory", "bus range");
    RUN.published("ld 1", Machine.LOAD_MISALIGNED, (FIRST >>> 8) - 1 + (0x08L << 56))
        .falls("load-misaligned: limb 0 of the result");
    // The low byte of limb 0 takes one from the high one.
    RUN.published("lh 1", Machine.LOAD_MISALIGNED, (short) 0xb09f)
        .add(MISALIGNED.low().getFirst(), 256)
        .falls("bus bytes");
  }

  @Test
  void theSecondWordIsTheNextOne() {
    long joined = FIRST >>> 32 | OTHER << 32;
    RUN.changed(
            "ld 4",
            Machine.LOAD_MISALIGNED,
            (run, step) -> run.result(step, joined).access(step, 1, word(T + 0x20), OTHER, OTHER))
        .falls("bus memory");
  }

  @Test
  void aSecondWordIsReadWhereItIsNeeded() {
    // A word that is not read has any value, here zero.
    RUN.changed(
            "ld 4",
            Machine.LOAD_MISALIGNED,
            (run, step) -> run.result(step, FIRST >>> 32).withoutAccess(step))
        .set(MISALIGNED.straddle().across(), 0)
        .falls("load-misaligned: a second word is accessed where bytes of it are");
  }

  @Test
  void aNarrowStoreKeepsItsNeighbours() {
    // The other byte of the limb becomes zero.
    long after = FIRST & ~0xffffL | 0x5500;
    RUN.stored("sb 1", Machine.STORE_NARROW, after).isFlawed("store-narrow: one byte is replaced");
    RUN.stored("sb 1", Machine.STORE_NARROW, after)
        .set(STORE_NARROW.kept(), 0)
        .falls("store-narrow: the limb before");
    // It has 256 more, and the byte that is replaced had one less.
    RUN.stored("sb 1", Machine.STORE_NARROW, FIRST & ~0xffffL | 0x5690)
        .set(STORE_NARROW.kept(), 0x190)
        .set(STORE_NARROW.replaced(), 0x9f)
        .falls("bus bytes");
    // Another limb becomes zero.
    RUN.stored("sb 1", Machine.STORE_NARROW, FIRST & 0xffff_0000_ffff_00ffL | 0x5500)
        .falls("store-narrow: only the limb changes");
    RUN.stored("sh 2", Machine.STORE_NARROW, FIRST & 0xffff_0000_0000_ffffL | 0x1234_0000)
        .isFlawed("store-narrow: only the limb changes");
    RUN.stored("sw 4", Machine.STORE_WORD, 0x1234_5678L << 32)
        .falls("store-word: one half is replaced, the other stays");
  }

  @Test
  void aStoreMovesItsValue() {
    RUN.stored("sb 1", Machine.STORE_NARROW, FIRST & ~0xff00L | 0x5600)
        .set(STORE_NARROW.stored(), 0x56)
        .falls("bus bytes");
    RUN.stored("sh 2", Machine.STORE_NARROW, FIRST & ~0xffff_0000L | 0x1235_0000)
        .isFlawed("store-narrow: the limb is replaced");
    RUN.stored("sd", Machine.STORE_DOUBLE, OTHER + 1).falls("bus memory");
  }

  @Test
  void aMisalignedStoreKeepsItsNeighbours() {
    long after = FIRST & 0xffff_ff00_0000_00ffL | 0x44_3322_1100L;
    // The byte below becomes zero.
    RUN.stored("sw 1", Machine.STORE_MISALIGNED, after & ~0xffL)
        .isFlawed("store-misaligned: limb 0 of the window");
    RUN.stored("sw 1", Machine.STORE_MISALIGNED, after & ~0xffL)
        .set(STORE_MISALIGNED.firstLow(), 0)
        .falls("bus bytes");
    // The byte above is one less, and the one that is replaced had 256 more.
    RUN.stored("sw 1", Machine.STORE_MISALIGNED, after - (1L << 40))
        .set(STORE_MISALIGNED.endLow(), 0x150)
        .falls("bus bytes");
    // Another limb becomes zero.
    RUN.stored("sw 1", Machine.STORE_MISALIGNED, after & (-1L >>> 16))
        .falls("store-misaligned: limb 3 of the window");
  }

  @Test
  void aStoreAcrossTwoWordsWritesTheNextOne() {
    RUN.storedOtherwise(
            "sd 4",
            Machine.STORE_MISALIGNED,
            (run, step) -> {
              long after = OTHER & ~0xffff_ffffL | OTHER >>> 32;
              run.access(step, 1, word(T + 0x20), OTHER, after);
            })
        .falls("bus memory");
    // Half of the value is stored nowhere.
    RUN.storedOtherwise("sd 4", Machine.STORE_MISALIGNED, (run, step) -> run.withoutAccess(step))
        .set(STORE_MISALIGNED.straddle().across(), 0)
        .set(STORE_MISALIGNED.window().get(2), 0x1314)
        .set(STORE_MISALIGNED.window().get(3), 0x1112)
        .set(STORE_MISALIGNED.secondAfter(), OTHER >>> 32)
        .falls("store-misaligned: a second word is accessed where bytes of it are");
  }

  /** Loads a word from anywhere, and ends with what it is. */
  private static GuestProgram load(long address) {
    return new Assembly()
        .word(word(T), address)
        .word(word(T + 8), 7)
        .set(5, T)
        .op(Opcode.LD, 5, 5, 0)
        .op(Opcode.LD, Registers.A0, 5, 0)
        .halt()
        .program();
  }

  /** The run of that program up to where it traps. */
  private static FalseRun untilTrap(GuestProgram program) {
    FalseRun run = FalseRun.of(program);
    assertThat(run.size()).isEqualTo(2);
    return run;
  }

  private static FalseRun toTheEnd(FalseRun run) {
    return run.then(3, 93).then(4, Call.HALT);
  }

  @Test
  void addressesAreBelow2To31() {
    // The upper limbs, and the highest bit of limb 1, are left away.
    for (int bit : new int[] {31, 32, 40, 48, 63}) {
      GuestProgram program = load(T + 8 + (1L << bit));
      var forge = new Forge(program);
      FalseRun run = untilTrap(program).then(2, 7, word(T + 8), 7, 7);
      Forge.Attempt attempt = forge.of(toTheEnd(run));
      assertThat(attempt.exitCode()).isEqualTo(7);
      attempt.set(Machine.LOAD_DOUBLE, DOUBLE.load().address().x1(), 1, T >>> 16);
      if (bit == 31 || bit == 32) {
        Attacks.assertFalls(forge, attempt, "load-double: the address, limb ..");
      } else {
        assertThat(forge.flaws(attempt))
            .isNotEmpty()
            .allMatch(x -> x.startsWith("load-double: the address, limb "));
      }
    }
  }

  @Test
  void theMemoryHasAnEnd() {
    // The word after the last one holds 7, like any input.
    GuestProgram program = load(AddressSpace.END);
    var forge = new Forge(program);
    int last = AddressSpace.END_WORD - 1;
    Forge.Attempt attempt = forge.of(toTheEnd(untilTrap(program).then(2, 7, last, 7, 7)));
    oneFurther(attempt, last);
    Attacks.assertFalls(forge, attempt, "bus range");
  }

  @Test
  void noAccessReachesBeyondTheEnd() {
    // Half of the word is the last one's, half lies in the word after it.
    GuestProgram program = load(AddressSpace.END - 4);
    var forge = new Forge(program);
    int last = AddressSpace.END_WORD - 1;
    FalseRun run = untilTrap(program).then(2, 7, last - 1, 7L << 32, 7L << 32).also(last, 0, 0);
    Forge.Attempt attempt = forge.of(toTheEnd(run));
    oneFurther(attempt, last);
    oneFurther(attempt, last - 1);
    attempt.set(Machine.MEMORY, Machine.MEMORY.row().gapLow(), row(attempt, 0, 0x1000), 0);
    Attacks.assertFalls(forge, attempt, "bus range");
  }

  /** The row of a word in the table of the memory. */
  private static int row(Forge.Attempt attempt, int low, int high) {
    var memory = Machine.MEMORY.row();
    int row = 0;
    while (attempt.get(Machine.MEMORY, memory.low(), row) != low
        || attempt.get(Machine.MEMORY, memory.high(), row) != high) {
      row++;
    }
    return row;
  }

  /** Makes a row of the memory table that of the word after its own. */
  private static void oneFurther(Forge.Attempt attempt, int word) {
    var memory = Machine.MEMORY.row();
    int row = row(attempt, word & 0xffff, word >>> 16);
    attempt.set(Machine.MEMORY, memory.low(), row, (word + 1) & 0xffff);
    attempt.set(Machine.MEMORY, memory.high(), row, (word + 1) >>> 16);
    int gap = attempt.get(Machine.MEMORY, memory.gapLow(), row);
    attempt.set(Machine.MEMORY, memory.gapLow(), row, gap + 1);
  }

  @Test
  void theGuardPageIsNoMemory() {
    // A null pointer is written to, and the run goes on.
    GuestProgram program =
        new Assembly().set(5, 0).set(6, 7).op(Opcode.SD, 0, 5, 6, 8).halt().program();
    var forge = new Forge(program);
    FalseRun run = untilTrap(program).then(2, 0, 1, 0, 7);
    Forge.Attempt attempt = forge.of(toTheEnd(run));
    var memory = Machine.MEMORY.row();
    attempt.set(Machine.MEMORY, memory.gapLow(), 0, 1 - AddressSpace.RAM_START_WORD);
    attempt.set(Machine.MEMORY, memory.gapHigh(), 0, 0);
    Attacks.assertFalls(forge, attempt, "bus range");
    attempt.set(Machine.MEMORY, memory.gapLow(), 0, 0);
    Attacks.assertFalls(forge, attempt, "memory: the first word lies beyond the guard page");
  }
}
