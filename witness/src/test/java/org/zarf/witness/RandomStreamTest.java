package org.zarf.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.zarf.air.TraceChecker;
import org.zarf.machine.FixedTable;
import org.zarf.machine.Image;
import org.zarf.machine.Machine;
import org.zarf.machine.PublicTerms;
import org.zarf.machine.TableHeights;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.Executor;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.MemoryImage;
import org.zarf.riscv.RunOptions;
import org.zarf.testkit.Trials;

/**
 * Random instructions that work on each other's results, through the whole machine: the executor
 * agrees with {@link Semantics}, and all tables together hold.
 */
class RandomStreamTest {

  private static final long ENTRY = 0x10000;
  private static final int LENGTH = 600;
  private static final TableHeights HEIGHTS = new TableHeights(1, 1, 22);

  private static final List<Opcode> ARITHMETIC =
      Opcode.all().stream()
          .filter(
              op ->
                  switch (op.instructionClass()) {
                    case BITWISE, COMPARE, SHIFT, MULTIPLY, DIVIDE -> true;
                    case BRANCH -> op != Opcode.BEQ && op != Opcode.BNE;
                    default -> false;
                  })
          .toList();

  private final List<Instruction> program = new ArrayList<>();

  private void add(Opcode op, int rd, int rs1, int rs2, long imm) {
    program.add(new Instruction(op, rd, rs1, rs2, imm, 4, ENTRY + 4L * program.size()));
  }

  /** Few registers, so that they are often the same; x0 and the sink among them. */
  private static int source(SplittableRandom random) {
    return random.nextInt(6) == 0 ? Registers.ZERO : random.nextInt(1, 9);
  }

  private void addRandom(SplittableRandom random) {
    int rd = random.nextInt(12) == 0 ? Registers.SINK : random.nextInt(1, 9);
    if (random.nextInt(5) == 0) {
      // Results of divisions and comparisons are small: keep words of all sizes in play.
      add(Opcode.ADDI, rd, Registers.ZERO, 0, random.nextInt());
      return;
    }
    Opcode op = ARITHMETIC.get(random.nextInt(ARITHMETIC.size()));
    int rs1 = source(random);
    int rs2 = source(random);
    if (op.operands() == Operands.BRANCH) {
      add(op, 0, rs1, rs2, random.nextBoolean() ? 8 : 4);
    } else if (op.operands() == Operands.IMMEDIATE) {
      add(op, rd, rs1, 0, Semantics.immediate(op, random.nextLong()));
    } else {
      add(op, rd, rs1, rs2, 0);
    }
  }

  /** The registers at the end, by the tests' own semantics. */
  private long[] registers() {
    long[] x = new long[Registers.COUNT];
    int at = 0;
    while (program.get(at).op() != Opcode.ECALL) {
      Instruction i = program.get(at);
      long second = i.op().operands() == Operands.IMMEDIATE ? i.imm() : x[i.rs2()];
      if (i.op().operands() == Operands.BRANCH) {
        at += (int) (Semantics.taken(i.op(), x[i.rs1()], second) ? i.imm() / 4 : 1);
      } else {
        long sum = x[i.rs1()] + second;
        x[i.rd()] = i.op() == Opcode.ADDI ? sum : Semantics.result(i.op(), x[i.rs1()], second);
        at++;
      }
    }
    return x;
  }

  @Trials(4)
  void aRandomProgramHolds(SplittableRandom random) {
    program.clear();
    for (int i = 0; i < LENGTH; i++) {
      addRandom(random);
    }
    add(Opcode.ADDI, Registers.A0, Registers.ZERO, 0, 0);
    add(Opcode.ADDI, Registers.A0, Registers.ZERO, 0, 0);
    add(Opcode.ADDI, Registers.A7, Registers.ZERO, 0, Call.HALT.number());
    add(Opcode.ECALL, 0, 0, 0, 0);
    var guest = GuestProgram.of(ENTRY, program, MemoryImage.of(new TreeMap<>()));
    var image = new Image(new int[0], new long[0]);
    var recorder = new RunRecorder(guest.instructions(), image);
    var run = Executor.record(guest, RunOptions.defaults(), recorder);
    long[] expected = registers();
    for (int i = 0; i < Registers.COUNT; i++) {
      assertThat(recorder.register(i)).as(Registers.name(i)).isEqualTo(expected[i]);
    }
    var fixed = new ArrayList<>(FixedTable.ofMachine(HEIGHTS));
    fixed.addAll(FixedTable.ofProgram(guest.instructions(), image, HEIGHTS));
    var traces = MachineTraces.of(recorder, fixed, HEIGHTS).tables();
    var messages = PublicTerms.of(ENTRY, 0, run.journal());
    assertThat(TraceChecker.check(Machine.circuit(), traces, 1, messages)).isEmpty();
  }
}
