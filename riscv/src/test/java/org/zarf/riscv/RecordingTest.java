package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;
import org.zarf.machine.isa.Registers;

/** What the recorder is told is a consistent history, and the same run. */
class RecordingTest {

  /** Checks that every value read is the value written last. */
  private static final class Historian implements Recorder {
    private final GuestProgram program;
    private final InitialMemory initial;
    private final long[] registers = new long[Registers.COUNT];
    private final Map<Integer, Long> memory = new HashMap<>();
    private long pc;
    private long steps;
    private int accesses;
    private int reservations;

    Historian(GuestProgram program, byte[] input) {
      this.program = program;
      this.initial = InitialMemory.of(program, input);
      this.pc = program.entry();
    }

    @Override
    public void access(int word, long before, long after) {
      Long known = memory.put(word, after);
      assertThat(before).isEqualTo(known == null ? initial.word(word) : known);
      accesses++;
    }

    @Override
    public void reservation(long before, long after) {
      assertThat(before).isEqualTo(registers[Registers.RESERVATION]);
      registers[Registers.RESERVATION] = after;
      reservations++;
    }

    @Override
    public void step(int index, long rs1, long rs2, long rdBefore, long rdAfter, long nextPc) {
      Instruction instruction = program.instructions().get(index);
      assertThat(instruction.pc()).isEqualTo(pc);
      Operands operands = instruction.op().operands();
      int bytes = instruction.op().accessBytes();
      if (instruction.op() == Opcode.ECALL) {
        call(rs1, rs2, rdBefore, rdAfter);
      } else {
        assertThat(rs1).isEqualTo(operands.readsRs1() ? registers[instruction.rs1()] : 0);
        assertThat(rs2).isEqualTo(operands.readsRs2() ? registers[instruction.rs2()] : 0);
        assertThat(rdBefore).isEqualTo(operands.writesRd() ? registers[instruction.rd()] : 0);
        if (operands.writesRd()) {
          registers[instruction.rd()] = rdAfter;
        } else {
          assertThat(rdAfter).isZero();
        }
      }
      long place = (rs1 + instruction.imm()) & 7;
      assertThat(accesses).isEqualTo(bytes == 0 ? 0 : place + bytes > 8 ? 2 : 1);
      assertThat(reservations)
          .isEqualTo(
              switch (instruction.op()) {
                case LR_W, LR_D, SC_W, SC_D -> 1;
                default -> 0;
              });
      accesses = 0;
      reservations = 0;
      pc = nextPc;
      steps++;
    }

    private void call(long rs1, long rs2, long rdBefore, long rdAfter) {
      assertThat(rs1).isEqualTo(registers[Registers.A7]);
      long written = registers[Registers.JOURNAL];
      long a0 = registers[Registers.A0];
      List<Long> told = List.of(rs2, rdBefore, rdAfter);
      if (rs1 == Call.HALT.number()) {
        assertThat(told).containsExactly(a0, written, written);
      } else if (rs1 == Call.JOURNAL.number()) {
        assertThat(told).containsExactly(a0, registers[Registers.A1], written);
        registers[Registers.JOURNAL] += registers[Registers.A1];
      } else {
        assertThat(told).containsExactly(0L, 0L, 0L);
      }
    }
  }

  /** Records a program without input and compares with its plain run. */
  static void check(GuestProgram program, Run run) {
    check(program, run, new byte[0]);
  }

  private static void check(GuestProgram program, Run run, byte[] input) {
    Historian historian = new Historian(program, input);
    Run recorded = Executor.record(program, RunOptions.defaults().withInput(input), historian);
    assertThat(recorded.exit()).isEqualTo(run.exit());
    assertThat(recorded.cycles()).isEqualTo(run.cycles()).isEqualTo(historian.steps);
    assertThat(recorded.journal()).isEqualTo(run.journal());
    assertThat(recorded.misalignedAccesses()).isEqualTo(run.misalignedAccesses());
    assertThat(recorded.profile().functions()).isEqualTo(run.profile().functions());
    assertThat(historian.pc).isZero();
  }

  @Test
  void aRunThatReadsItsInputAndPublishes() {
    long pc = 0x10000;
    long input = AddressSpace.INPUT_START;
    List<Instruction> instructions =
        List.of(
            new Instruction(Opcode.ADDI, 5, 0, 0, input, 4, pc),
            new Instruction(Opcode.LD, Registers.A1, 5, 0, 0, 4, pc + 4),
            new Instruction(Opcode.ADDI, Registers.A7, 0, 0, 2049, 4, pc + 8),
            new Instruction(Opcode.LD, Registers.A0, 5, 0, 8, 4, pc + 12),
            new Instruction(Opcode.SW, 0, 5, Registers.A1, 13, 4, pc + 16),
            new Instruction(Opcode.ECALL, 0, 0, 0, 0, 4, pc + 20),
            new Instruction(Opcode.LD, 6, 0, 0, 0x20000, 4, pc + 24),
            new Instruction(Opcode.ADDI, Registers.A7, 0, 0, 93, 4, pc + 28),
            new Instruction(Opcode.ECALL, 0, 0, 0, 0, 4, pc + 32));
    TreeMap<Integer, Long> words = new TreeMap<>(Map.of(0x20000 / 8, 99L));
    GuestProgram program = GuestProgram.of(pc, instructions, MemoryImage.of(words));
    byte[] three = {1, 2, 3};
    Run good = Executor.run(program, RunOptions.defaults().withInput(three));
    assertThat(good.journal()).containsExactly(1, 2, 3);
    assertThat(good.exit()).isEqualTo(new Exit.Halted(0x030201));
    check(program, good, three);
  }
}
