package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.testkit.Trials;

/** Compiled code does what the interpreter does, instruction by instruction. */
class CompiledCodeTest {
  private static final long PC = 0x10000;
  private static final long DATA = 0x20000;

  /** Compiles all that was executed, at once and then again and again. */
  private static final Tiers EAGER = new Tiers(40, 40, 1);

  private static final Path GUESTS =
      Path.of(System.getProperty("zarf.root", "..")).resolve("bench/guests");

  /** What a run shows, and what it leaves. */
  private record Outcome(
      Exit exit,
      long cycles,
      String journal,
      String printed,
      List<Long> executions,
      List<Long> registers,
      long memory,
      long memoryBytes,
      long misalignedAccesses) {

    static Outcome of(GuestProgram program, RunOptions options, Tiers tiers) {
      var printed = new ByteArrayOutputStream();
      Executor executor = new Executor(program, options.withPrint(printed));
      Run run = executor.run(tiers);
      int count = program.instructions().size();
      Interpreter machine = executor.machine();
      return new Outcome(
          run.exit(),
          run.cycles(),
          Arrays.toString(run.journal()),
          printed.toString(),
          IntStream.range(0, count).mapToObj(run.profile()::executions).toList(),
          // x0 takes no writes, and what takes them in its place is read by nobody.
          IntStream.range(0, Registers.SINK).mapToObj(machine::register).toList(),
          IntStream.range(0, 1 << 18).mapToLong(machine.memory()::word).reduce(0, Outcome::fold),
          run.memoryBytes(),
          run.misalignedAccesses());
    }

    private static long fold(long hash, long word) {
      return (hash ^ word) * 0x100000001b3L;
    }
  }

  private static Outcome compare(GuestProgram program, RunOptions options, Tiers tiers) {
    Outcome expected = Outcome.of(program, options, Tiers.INTERPRETED);
    assertThat(Outcome.of(program, options, tiers)).isEqualTo(expected);
    return expected;
  }

  /**
   * Programs of any instructions that jump anywhere; they end in a trap or at a limit, in the
   * middle of whatever they did.
   */
  @Trials(2000)
  void randomPrograms(SplittableRandom random) {
    List<Instruction> instructions = new ArrayList<>();
    int count = random.nextInt(5, 120);
    instructions.add(new Instruction(Opcode.ADDI, 5, 0, 0, DATA, 4, PC));
    while (instructions.size() < count) {
      instructions.add(random(random, instructions.size(), count));
    }
    instructions.add(
        new Instruction(
            Opcode.JAL, Registers.SINK, 0, 0, -4L * random.nextInt(count), 4, PC + 4L * count));
    var data = new TreeMap<Integer, Long>();
    for (int word = -300; word < 300; word++) {
      data.put((int) (DATA / 8) + word, random.nextLong());
    }
    GuestProgram program = GuestProgram.of(PC, instructions, MemoryImage.of(data));
    RunOptions options =
        RunOptions.defaults()
            .withMaxCycles(random.nextInt(20_000))
            .withMaxMemory((2 + random.nextInt(4)) << 16);
    compare(program, options, EAGER);
  }

  /** Register 5 holds a place in the data. Some loops move it until something happens. */
  private static Instruction random(SplittableRandom random, int index, int count) {
    long pc = PC + 4L * index;
    int target = random.nextInt(count);
    int rd = 6 + random.nextInt(10);
    int rs1 = random.nextInt(20) == 0 ? 0 : 5 + random.nextInt(11);
    int rs2 = random.nextInt(8) == 0 ? 0 : 6 + random.nextInt(10);
    if (random.nextInt(40) == 0) {
      return new Instruction(Opcode.ADDI, 5, 5, 0, random.nextLong(-2048, 2048), 4, pc);
    }
    if (random.nextInt(4) == 0) {
      return new Instruction(Opcode.ADDI, rd, 0, 0, value(random), 4, pc);
    }
    Opcode op = Opcode.all().get(random.nextInt(Opcode.all().size()));
    long offset = 4L * (target - index);
    boolean isJump =
        op.instructionClass() == InstructionClass.BRANCH || op == Opcode.JAL || op == Opcode.JALR;
    if (isJump && random.nextInt(3) != 0) {
      return random(random, index, count);
    }
    boolean isMemory = op.accessBytes() != 0;
    int base = isMemory && random.nextInt(30) != 0 ? 5 : rs1;
    return switch (op.operands()) {
      case REGISTERS -> new Instruction(op, rd, rs1, rs2, 0, 4, pc);
      case IMMEDIATE ->
          op == Opcode.JALR
              ? new Instruction(op, rd, 0, 0, PC + 4L * target, 4, pc)
              : new Instruction(op, rd, base, 0, random.nextLong(-2048, 2048), 4, pc);
      case STORE -> new Instruction(op, 0, base, rs2, random.nextLong(-2048, 2048), 4, pc);
      case ADDRESS -> new Instruction(op, rd, base, 0, 0, 4, pc);
      case ATOMIC -> new Instruction(op, rd, base, rs2, 0, 4, pc);
      case BRANCH -> new Instruction(op, 0, rs1, rs2, offset, 4, pc);
      case JUMP -> new Instruction(op, rd, 0, 0, offset, 4, pc);
      // Traps end programs too soon.
      case NONE -> new Instruction(Opcode.XORI, rd, rs1, 0, random.nextLong(-2048, 2048), 4, pc);
    };
  }

  private static long value(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong(-4, 5);
      case 1 -> Integer.MIN_VALUE;
      case 2 -> random.nextInt(-2048, 2048);
      default -> DATA + random.nextInt(3 << 16);
    };
  }

  /** The same for real ones, with calls and deep loops. */
  @ParameterizedTest
  @ValueSource(
      strings = {"interpreter", "matching", "matrix", "modexp", "quicksort", "sha256", "words"})
  void programsOfTheSuite(String name) throws Exception {
    GuestProgram program = GuestProgram.load(Files.readAllBytes(GUESTS.resolve(name + ".elf")));
    byte[] size = {20, 0, 0, 0};
    RunOptions options = RunOptions.defaults().withInput(size);
    Outcome whole = compare(program, options, new Tiers(1000, 5000, 100));
    assertThat(whole.exit()).isEqualTo(new Exit.Halted(0));
    SplittableRandom random = new SplittableRandom(name.hashCode());
    for (int i = 0; i < 10; i++) {
      compare(program, options.withMaxCycles(random.nextLong(whole.cycles())), EAGER);
    }
  }

  @Test
  void theLimitIsKept() {
    List<Instruction> loop =
        List.of(
            new Instruction(Opcode.ADDI, 5, 5, 0, 1, 4, PC),
            new Instruction(Opcode.JAL, Registers.SINK, 0, 0, -4, 4, PC + 4));
    Executor executor =
        new Executor(
            GuestProgram.of(PC, loop, MemoryImage.empty()),
            RunOptions.defaults().withMaxCycles(1_000_001));
    executor.run(EAGER);
    assertThat(executor.machine().register(5)).isEqualTo(500_001);
  }
}
