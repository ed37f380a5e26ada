package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;

/** Random programs do here what they do in an independent emulator. */
class EmulatorTest {
  private static final int PROGRAMS = 6;
  private static final int INSTRUCTIONS = 3000;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"rv64im", "rv64imac"})
  void randomProgramsComputeWhatTheyComputeElsewhere(String architecture) throws Exception {
    Toolchain tools = Toolchain.in(directory);
    boolean hasAtomics = architecture.equals("rv64imac");
    SplittableRandom random = new SplittableRandom(architecture.length());
    Set<Opcode> seen = new HashSet<>();
    for (int i = 0; i < PROGRAMS; i++) {
      String source = RandomGuest.write(random, INSTRUCTIONS, hasAtomics);
      byte[] elf =
          tools.compile("random.S", source, "-march=" + architecture, "-Wl,-Ttext=0x10000");
      GuestProgram program = GuestProgram.load(elf);
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      Run run = Executor.run(program, RunOptions.defaults().withPrint(printed));
      assertThat(run.exit()).isEqualTo(new Exit.Halted(0));
      byte[] expected = tools.emulate(elf);
      assertThat(Arrays.mismatch(printed.toByteArray(), expected))
          .as("first different byte of data and registers, program %d", i)
          .isEqualTo(-1);
      assertThat(run.misalignedAccesses()).isPositive();
      for (int k = 0; k < program.instructions().size(); k++) {
        if (run.profile().executions(k) > 0) {
          seen.add(program.instructions().get(k).op());
        }
      }
      checkProfile(program, run);
      RecordingTest.check(program, run);
    }
    assertThat(seen)
        .containsAll(
            Opcode.all().stream()
                .filter(op -> op != Opcode.EBREAK)
                .filter(op -> hasAtomics || op.instructionClass() != InstructionClass.ATOMIC)
                .toList());
  }

  private static void checkProfile(GuestProgram program, Run run) {
    long byClass = 0;
    for (InstructionClass kind : InstructionClass.values()) {
      byClass += run.profile().cycles(kind);
    }
    assertThat(byClass).isEqualTo(run.cycles());
    long byFunction = run.profile().functions().stream().mapToLong(FunctionCycles::cycles).sum();
    assertThat(byFunction).isEqualTo(run.cycles());
    List<Instruction> instructions = program.instructions();
    assertThat(run.profile().executions(program.indexAt(program.entry()))).isEqualTo(1);
    assertThat(instructions).isSortedAccordingTo((a, b) -> Long.compare(a.pc(), b.pc()));
  }
}
