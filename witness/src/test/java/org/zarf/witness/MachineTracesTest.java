package org.zarf.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zarf.air.PublicMessage;
import org.zarf.air.TableTrace;
import org.zarf.air.TraceChecker;
import org.zarf.algebra.ArrayPool;
import org.zarf.machine.FixedTable;
import org.zarf.machine.Image;
import org.zarf.machine.Machine;
import org.zarf.machine.PublicTerms;
import org.zarf.machine.TableHeights;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.MemoryImage;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;

class MachineTracesTest {

  private static final long ENTRY = 0x10000;
  private static final TableHeights OPEN = new TableHeights(1, 1, 22);
  private static final TableHeights HIDING = new TableHeights(524, 11, 23);

  /** Lines up instructions from the entry on. */
  private static final class Assembler {
    private final List<Instruction> instructions = new ArrayList<>();

    Assembler add(Opcode op, int rd, int rs1, int rs2, long imm) {
      long pc = ENTRY + 4L * instructions.size();
      instructions.add(new Instruction(op, rd, rs1, rs2, imm, 4, pc));
      return this;
    }

    Assembler set(int rd, long value) {
      return add(Opcode.ADDI, rd, 0, 0, value);
    }

    Assembler call(Call call) {
      return set(Registers.A7, call.number()).add(Opcode.ECALL, 0, 0, 0, 0);
    }
  }

  private record Recorded(Run run, List<TableTrace> traces, List<PublicMessage> messages) {

    static Recorded of(List<Instruction> instructions, TableHeights heights) {
      return of(instructions, heights, new byte[0]);
    }

    static Recorded of(List<Instruction> instructions, TableHeights heights, byte[] input) {
      var words = new TreeMap<>(Map.of(512, 0x0123_4567_89ab_cdefL, 8192, -1L));
      var program = GuestProgram.of(ENTRY, instructions, MemoryImage.of(words));
      var image =
          new Image(
              words.keySet().stream().mapToInt(i -> i).toArray(),
              words.values().stream().mapToLong(i -> i).toArray());
      var recorder = new RunRecorder(program.instructions(), image);
      Run run = Executor.record(program, RunOptions.defaults().withInput(input), recorder);
      var fixed = new ArrayList<>(FixedTable.ofMachine(heights));
      fixed.addAll(FixedTable.ofProgram(program.instructions(), image, heights));
      List<TableTrace> traces = MachineTraces.of(recorder, fixed, heights).tables();
      assertThat(run.exit()).isInstanceOf(Exit.Halted.class);
      long code = ((Exit.Halted) run.exit()).code();
      return new Recorded(run, traces, PublicTerms.of(ENTRY, code, run.journal()));
    }
  }

  /** Counts down, calls a function that subtracts, publishes twelve bytes, and halts. */
  private static List<Instruction> program(int turns) {
    int counter = 5;
    return new Assembler()
        .set(counter, turns)
        .add(Opcode.ADDI, counter, counter, 0, -1)
        .add(Opcode.BNE, 0, counter, 0, -4)
        .add(Opcode.JAL, Registers.RA, 0, 0, 8)
        .add(Opcode.JAL, Registers.SINK, 0, 0, 24)
        .set(6, 0x1234_5678)
        .add(Opcode.SUB, Registers.A0, counter, 6, 0)
        .add(Opcode.ADDW, 7, 6, 6, 0)
        .add(Opcode.SUBW, 7, 0, 7, 0)
        .add(Opcode.JALR, Registers.SINK, Registers.RA, 0, 1)
        .call(Call.PRINT)
        .set(Registers.A1, 8)
        .call(Call.JOURNAL)
        .set(Registers.A0, 0x7fff_ffff)
        .set(Registers.A1, 4)
        .call(Call.JOURNAL)
        .add(Opcode.BEQ, 0, counter, 0, 8)
        .set(Registers.A0, 1)
        .set(Registers.A0, 0x3_0000)
        .add(Opcode.ADDIW, Registers.A0, Registers.A0, 0, 2)
        .add(Opcode.ADD, Registers.A0, Registers.A0, counter, 0)
        .call(Call.HALT)
        .instructions;
  }

  @Test
  void aRunHolds() {
    for (TableHeights heights : List.of(OPEN, HIDING)) {
      Recorded recorded = Recorded.of(program(3), heights);
      assertThat(recorded.run.exit()).isEqualTo(new Exit.Halted(0x3_0002));
      assertThat(recorded.run.journal()).hasSize(12);
      assertThat(
              TraceChecker.check(
                  Machine.circuit(), recorded.traces, heights.blindingRows(), recorded.messages))
          .isEmpty();
    }
  }

  /** Arrays go from run to run; what they hold does not. */
  @Test
  void tracesDoNotDependOnTheMemoryThatTheyGet() {
    List<Instruction> program = program(3000);
    List<TableTrace> first = Recorded.of(program, HIDING).traces;
    leaveBehind();
    List<TableTrace> second = Recorded.of(program, HIDING).traces;
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).main()).isDeepEqualTo(first.get(i).main());
    }
  }

  private static void leaveBehind() {
    for (int i = 0; i < 200; i++) {
      int[] column = new int[1 << (12 + i % 2)];
      Arrays.fill(column, -1);
      ArrayPool.INTS.give(column);
      long[] page = new long[Event.stride(i % 3) << 12];
      Arrays.fill(page, -1);
      ArrayPool.LONGS.give(page);
    }
  }

  /** The image, the heap and the input, aligned and across words, to the last word of all. */
  @Test
  void memoryHolds() {
    int base = 5;
    List<Instruction> program =
        new Assembler()
            .set(base, 4096)
            .add(Opcode.LD, 6, base, 0, 0)
            .add(Opcode.SD, 0, base, 6, 5)
            .add(Opcode.LW, 7, base, 0, 6)
            .add(Opcode.SB, 0, base, 7, 2047)
            .set(base, 1 << 30)
            .add(Opcode.LD, 8, base, 0, 0)
            .add(Opcode.LHU, 9, base, 0, 15)
            .add(Opcode.SH, 0, base, 9, 31)
            .add(Opcode.ADD, base, base, base, 0)
            .add(Opcode.SD, 0, base, 8, -8)
            .add(Opcode.LBU, Registers.A0, base, 0, -8)
            .call(Call.HALT)
            .instructions;
    byte[] input = "private input".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Recorded recorded = Recorded.of(program, OPEN, input);
    assertThat(recorded.run.exit()).isEqualTo(new Exit.Halted(input.length));
    assertThat(TraceChecker.check(Machine.circuit(), recorded.traces, 1, recorded.messages))
        .isEmpty();
  }

  @Test
  void registersThatRestLongAreTouched() {
    Recorded recorded = Recorded.of(program(9000), OPEN);
    assertThat(recorded.traces).anyMatch(t -> t.slot() == Machine.TOUCH.slot());
    assertThat(TraceChecker.check(Machine.circuit(), recorded.traces, 1, recorded.messages))
        .isEmpty();
  }

  @Test
  void instancesAreInCanonicalOrder() {
    var low = new TableHeights(1, 1, 13);
    Recorded recorded = Recorded.of(program(20_000), low);
    assertThat(recorded.traces).extracting(TableTrace::slot).isSorted();
    assertThat(recorded.traces.stream().filter(t -> t.slot() == Machine.ADD_IMMEDIATE.slot()))
        .extracting(TableTrace::logHeight)
        .containsExactly(13, 13, 12);
    assertThat(TraceChecker.check(Machine.circuit(), recorded.traces, 1, recorded.messages))
        .isEmpty();
  }

  @Test
  void anotherStatementIsRejected() {
    Recorded recorded = Recorded.of(program(3), OPEN);
    byte[] journal = recorded.run.journal();
    byte[] changed = journal.clone();
    changed[9]++;
    byte[] longer = java.util.Arrays.copyOf(journal, 13);
    byte[] shorter = java.util.Arrays.copyOf(journal, 8);
    for (var messages :
        List.of(
            PublicTerms.of(ENTRY + 4, 0x3_0002, journal),
            PublicTerms.of(ENTRY, 2, journal),
            PublicTerms.of(ENTRY, 0, journal),
            PublicTerms.of(ENTRY, 0x3_0002, changed),
            PublicTerms.of(ENTRY, 0x3_0002, longer),
            PublicTerms.of(ENTRY, 0x3_0002, shorter))) {
      assertThat(TraceChecker.check(Machine.circuit(), recorded.traces, 1, messages)).isNotEmpty();
    }
  }
}
