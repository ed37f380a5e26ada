package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;

/** What a guest must not do ends its run with the cause and the place, in both ways to run. */
class TrapTest {
  private static final long PC = 0x10000;

  /** Instructions one after the other, four bytes each. */
  private static final class Listing {
    private final List<Instruction> instructions = new ArrayList<>();

    long pc() {
      return PC + 4L * instructions.size();
    }

    Listing set(int register, long value) {
      instructions.add(new Instruction(Opcode.ADDI, register, 0, 0, value, 4, pc()));
      return this;
    }

    Listing load(Opcode op, long offset) {
      instructions.add(new Instruction(op, 7, 5, 0, offset, 4, pc()));
      return this;
    }

    Listing store(Opcode op, long offset) {
      instructions.add(new Instruction(op, 0, 5, 6, offset, 4, pc()));
      return this;
    }

    Listing jump(long offset) {
      instructions.add(new Instruction(Opcode.JAL, Registers.SINK, 0, 0, offset, 4, pc()));
      return this;
    }

    Listing jumpToX5() {
      instructions.add(new Instruction(Opcode.JALR, 5, 5, 0, 0, 4, pc()));
      return this;
    }

    Listing plain(Opcode op) {
      instructions.add(new Instruction(op, 0, 0, 0, 0, 4, pc()));
      return this;
    }

    Listing halt() {
      return set(Registers.A7, 93).plain(Opcode.ECALL);
    }

    GuestProgram program() {
      return GuestProgram.of(PC, instructions, MemoryImage.empty());
    }
  }

  private static Run run(Listing listing, RunOptions options) {
    GuestProgram program = listing.program();
    Run run = Executor.run(program, options);
    long[] steps = new long[1];
    Run recorded =
        Executor.record(
            program,
            options,
            new Recorder() {
              @Override
              public void access(int word, long before, long after) {}

              @Override
              public void reservation(long before, long after) {}

              @Override
              public void step(int i, long rs1, long rs2, long before, long after, long next) {
                steps[0]++;
              }
            });
    assertThat(recorded.exit()).isEqualTo(run.exit());
    assertThat(List.of(recorded.cycles(), steps[0])).containsOnly(run.cycles());
    return run;
  }

  private static Run run(Listing listing) {
    return run(listing, RunOptions.defaults());
  }

  private static void expect(Listing listing, Cause cause, long pc, long cycles) {
    Run run = run(listing);
    assertThat(run.exit()).isEqualTo(new Exit.Trapped(cause, pc));
    assertThat(run.cycles()).isEqualTo(cycles);
    assertThat(cause.message()).isNotBlank().doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "LB, 0, guard",
    "LB, 4095, guard",
    "LD, 4089, guard",
    "LD, 4095, guard",
    "LB, 4096, ok",
    "LB, 2147483647, ok",
    "LB, 2147483648, out",
    "LH, 2147483646, ok",
    "LH, 2147483647, out",
    "LW, 2147483644, ok",
    "LW, 2147483645, out",
    "LD, 2147483640, ok",
    "LD, 2147483641, out",
    "LD, -1, out",
    "LD, -8, out",
    "LB, -9223372036854775808, out",
    "LWU, 4294967296, out",
    "LHU, 1073741823, ok",
    "LBU, 9223372036854775807, out"
  })
  void loadsAndStoresStayInside(Opcode load, long address, String outcome) {
    Opcode store = Opcode.valueOf("S" + load.name().charAt(1));
    for (Opcode op : List.of(load, store)) {
      Listing listing = new Listing().set(5, address - 3);
      listing = op == load ? listing.load(op, 3) : listing.store(op, 3);
      listing.halt();
      switch (outcome) {
        case "ok" -> assertThat(run(listing).exit()).isEqualTo(new Exit.Halted(0));
        case "guard" -> expect(listing, new Cause.GuardPage(address), PC + 4, 1);
        default ->
            expect(listing, new Cause.AccessOutOfRange(address, op.accessBytes()), PC + 4, 1);
      }
    }
  }

  /** Wherever large frames take the access, and whatever register it is relative to. */
  @ParameterizedTest
  @CsvSource({
    "2, 4088, 0",
    "2, 0, 8",
    "2, -100000, 16",
    "5, -100000, -5",
    "5, 1000, 3000",
    "5, 4088, 9223372036854775000"
  })
  void anAccessOutsideWithTheStackBelowMemoryIsAnOverflow(int base, long sp, long offset) {
    for (Opcode op : List.of(Opcode.LW, Opcode.SD)) {
      var listing = new Listing().set(Registers.SP, sp).set(5, base == 5 ? sp : -1);
      listing.instructions.add(
          new Instruction(
              op, op == Opcode.LW ? 7 : 0, base, op == Opcode.LW ? 0 : 6, offset, 4, listing.pc()));
      expect(listing, new Cause.StackOverflow(sp + offset, sp), PC + 8, 2);
    }
  }

  @ParameterizedTest
  @CsvSource({"4096, 8", "1048576, 0", "0, 8"})
  void aNullPointerIsNoOverflow(long sp, long address) {
    var listing = new Listing().set(Registers.SP, sp).set(5, address).load(Opcode.LD, 0);
    expect(listing, new Cause.GuardPage(address), PC + 8, 2);
    assertThat(new Cause.GuardPage(address).message()).contains("null pointer");
    assertThat(new Cause.StackOverflow(-8, -16).message())
        .startsWith("stack overflow: access at 0xfffffffffffffff8");
  }

  @Test
  void aTrappedStoreChangesNothing() {
    List<Long> written = new ArrayList<>();
    Listing listing = new Listing().set(5, AddressSpace.END - 4).set(6, -1).store(Opcode.SD, 0);
    Executor.record(
        listing.program(),
        RunOptions.defaults(),
        new Recorder() {
          @Override
          public void access(int word, long before, long after) {
            written.add(after);
          }

          @Override
          public void reservation(long before, long after) {}

          @Override
          public void step(int i, long rs1, long rs2, long before, long after, long next) {}
        });
    assertThat(written).isEmpty();
  }

  /** Misaligned loads and stores work, but no misaligned atomics. */
  @ParameterizedTest
  @CsvSource({
    "4096, ok, ok",
    "4100, ok, misaligned",
    "4097, misaligned, misaligned",
    "4102, misaligned, misaligned",
    "8190, misaligned, misaligned",
    "2147483640, ok, ok",
    "2147483644, ok, out",
    "2147483642, misaligned, out",
    "2147483648, out, out",
    "4294971392, out, out",
    "-8, out, out",
    "0, guard, guard",
    "1, guard, guard",
    "4092, guard, guard"
  })
  void atomicsAreAlignedAndInside(long address, String word, String doubleWord) {
    for (Opcode op : Opcode.all()) {
      if (op.instructionClass() != InstructionClass.ATOMIC) {
        continue;
      }
      var listing = new Listing().set(5, address);
      int rs2 = op.operands().readsRs2() ? 6 : 0;
      listing.instructions.add(new Instruction(op, 7, 5, rs2, 0, 4, listing.pc()));
      listing.halt();
      int bytes = op.accessBytes();
      switch (bytes == 4 ? word : doubleWord) {
        case "ok" -> assertThat(run(listing).exit()).isEqualTo(new Exit.Halted(0));
        case "guard" -> expect(listing, new Cause.GuardPage(address), PC + 4, 1);
        case "out" -> expect(listing, new Cause.AccessOutOfRange(address, bytes), PC + 4, 1);
        default -> expect(listing, new Cause.MisalignedAtomic(address, bytes), PC + 4, 1);
      }
    }
    assertThat(new Cause.MisalignedAtomic(4097, 4).message())
        .isEqualTo("misaligned atomic operation of 4 bytes at 0x1001, which is no multiple of 4");
  }

  @Test
  void jumpsOutOfTheCodeAreTheJumpsFault() {
    expect(new Listing().jump(-0x8000), new Cause.JumpOutOfCode(0x8000), PC, 0);
    expect(new Listing().set(5, 0).jumpToX5(), new Cause.JumpOutOfCode(0), PC + 4, 1);
    expect(new Listing().set(5, -1).jumpToX5(), new Cause.JumpOutOfCode(-2), PC + 4, 1);
    long far = (1L << 32) + PC;
    expect(new Listing().set(5, far).jumpToX5(), new Cause.JumpOutOfCode(far), PC + 4, 1);
    long input = AddressSpace.INPUT_START;
    expect(new Listing().set(5, input).jumpToX5(), new Cause.JumpOutOfCode(input), PC + 4, 1);
    expect(new Listing().set(5, 0), new Cause.JumpOutOfCode(PC + 4), PC + 4, 1);
  }

  @Test
  void jumpsBetweenInstructionsAreRefusedThere() {
    Cause cause = new Cause.IllegalInstruction(0, 2);
    expect(new Listing().jump(6).set(5, 1).halt(), cause, PC + 6, 0);
    expect(new Listing().set(5, PC + 7).jumpToX5().halt(), cause, PC + 6, 1);
  }

  @Test
  void breakpointsAndBadCallsTrap() {
    expect(new Listing().plain(Opcode.EBREAK), new Cause.Breakpoint(), PC, 0);
    expect(new Listing().plain(Opcode.ECALL), new Cause.UnknownCall(0), PC, 0);
    long high = (1L << 32) + 93;
    expect(
        new Listing().set(Registers.A7, high).plain(Opcode.ECALL),
        new Cause.UnknownCall(high),
        PC + 4,
        1);
    for (long code : new long[] {1L << 32, -1, Long.MIN_VALUE}) {
      expect(new Listing().set(Registers.A0, code).halt(), new Cause.BadExitCode(code), PC + 8, 2);
    }
    long largest = 0xffffffffL;
    assertThat(run(new Listing().set(Registers.A0, largest).halt()).exit())
        .isEqualTo(new Exit.Halted(largest));
  }

  private static Listing publish(Listing listing, long word, long count) {
    return listing
        .set(Registers.A7, 2049)
        .set(Registers.A0, word)
        .set(Registers.A1, count)
        .plain(Opcode.ECALL);
  }

  @Test
  void journalCallsFollowTheirRules() {
    long[][] bad = {{0, 0}, {0, 9}, {0, -1}, {256, 1}, {1L << 56, 7}, {-1, 7}, {0, 1L << 32}};
    for (long[] call : bad) {
      expect(
          publish(new Listing(), call[0], call[1]),
          new Cause.BadJournalCall(call[0], call[1], 0),
          PC + 12,
          3);
    }
    expect(
        publish(publish(new Listing(), 1, 7), 2, 8), new Cause.BadJournalCall(2, 8, 7), PC + 28, 7);
    Listing good = publish(publish(new Listing(), -1, 8), 0x0201, 3).set(Registers.A0, 0).halt();
    assertThat(run(good).journal()).containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, 1, 2, 0);
  }

  @Test
  void printingProvesNothingAndNeverFails() {
    for (long[] place :
        new long[][] {{0, 5}, {-1, -1}, {1L << 31, 8}, {(1L << 31) - 3, -1}, {4096, 3}}) {
      ByteArrayOutputStream shown = new ByteArrayOutputStream();
      Listing listing =
          new Listing()
              .set(Registers.A7, 64)
              .set(Registers.A1, place[0])
              .set(Registers.A2, place[1])
              .plain(Opcode.ECALL)
              .halt();
      Run run = run(listing, RunOptions.defaults().withPrint(shown));
      assertThat(run.exit()).isEqualTo(new Exit.Halted(0));
      assertThat(shown.size()).isIn(0, 6);
    }
  }

  @Test
  void limitsStopARunExactly() {
    Listing endless = new Listing().set(5, 1).jump(-4);
    Run run = run(endless, RunOptions.defaults().withMaxCycles(1_000_001));
    assertThat(run.exit()).isEqualTo(new Exit.OutOfCycles(1_000_001, PC + 4));
    assertThat(run.cycles()).isEqualTo(1_000_001);
    Run none = run(endless, RunOptions.defaults().withMaxCycles(0));
    assertThat(none.exit()).isEqualTo(new Exit.OutOfCycles(0, PC));
    // Halting in the last allowed cycle is halting.
    Run last = run(new Listing().halt(), RunOptions.defaults().withMaxCycles(2));
    assertThat(last.exit()).isEqualTo(new Exit.Halted(0));
  }

  @Test
  void memoryIsLimitedAndCounted() {
    List<Instruction> instructions =
        List.of(
            new Instruction(Opcode.ADDI, 5, 0, 0, 1 << 16, 4, PC),
            new Instruction(Opcode.SD, 0, 6, 5, 4096, 4, PC + 4),
            new Instruction(Opcode.ADD, 6, 6, 5, 0, 4, PC + 8),
            new Instruction(Opcode.JAL, Registers.SINK, 0, 0, -8, 4, PC + 12));
    GuestProgram program = GuestProgram.of(PC, instructions, MemoryImage.of(new TreeMap<>()));
    Run run = Executor.run(program, RunOptions.defaults().withMaxMemory(10 << 16));
    assertThat(run.exit()).isEqualTo(new Exit.OutOfMemory(10 << 16, PC + 4));
    assertThat(run.memoryBytes()).isEqualTo(10 << 16);
  }

  @Test
  void misalignedAccessesAreCounted() {
    Listing listing = new Listing().set(5, 0x20000 - 2);
    listing.load(Opcode.LD, 0).load(Opcode.LH, 0).load(Opcode.LW, 0).load(Opcode.LB, 1).halt();
    assertThat(run(listing).misalignedAccesses()).isEqualTo(2);
  }

  @Test
  void theInputIsInItsWindow() {
    byte[] input = new byte[70_000];
    input[65_536] = 7;
    InitialMemory memory = InitialMemory.of(new Listing().halt().program(), input);
    assertThat(memory.word(AddressSpace.INPUT_START_WORD)).isEqualTo(70_000);
    assertThat(memory.word(AddressSpace.INPUT_START_WORD + 1 + 65_536 / 8)).isEqualTo(7);
    assertThat(memory.word(AddressSpace.END_WORD - 1)).isZero();
  }

  @Test
  void optionsAreChecked() {
    assertThatThrownBy(() -> RunOptions.defaults().withMaxCycles(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RunOptions.defaults().withMaxMemory(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
