package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertFalls;

import org.junit.jupiter.api.Test;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.ImmediateForm;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/**
 * The register that is always zero, read or written as another one, and results that go to another
 * register (page 8 of the design: "registers are the same argument in another address space: 32, a
 * sink for x0, and the pseudo-registers; zero at the start as constants").
 */
class ZeroRegisterAttackTest {

  private static final int A0 = Registers.A0;
  private static final ImmediateForm ADDI = Machine.ADD_IMMEDIATE.row().form();

  /** Writes 5 to a register, then ends with what another one holds; reads x0 nowhere else. */
  private static GuestProgram program(int written, int read) {
    return new Assembly()
        .op(Opcode.ADDI, written, 1, 0, 5)
        .op(Opcode.ADD, A0, read, 2, 0)
        .op(Opcode.ADDI, Registers.A7, 1, 0, Call.HALT.number())
        .op(Opcode.ECALL, 0, 0, 0)
        .program();
  }

  /** The decoder writes the sink instead of x0. */
  private static final Forge FORGE =
      new Forge(program(Registers.SINK, Registers.ZERO), Forge.REVEALING);

  private static FalseRun run() {
    return FalseRun.of(program(Registers.SINK, Registers.ZERO));
  }

  /** Another register, which stands in for one that no instruction could name. */
  private static final int OTHER = 3;

  /** What was written to and read from another register was so to and from this one. */
  private static Attempt five(int register) {
    Attempt attempt = FORGE.of(FalseRun.of(program(OTHER, OTHER)));
    assertThat(attempt.exitCode()).isEqualTo(5);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.rd(), 0, register);
    attempt.set(Machine.ADD, Machine.ADD.row().form().rs1(), 0, register);
    var row = Machine.REGISTERS.row();
    int time = attempt.get(Machine.REGISTERS, row.time(), OTHER);
    end(attempt, register, 5, time);
    end(attempt, OTHER, 0, 0);
    return attempt;
  }

  private static void end(Attempt attempt, int register, long value, int time) {
    attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().last(), register, value);
    attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().time(), register, time);
  }

  @Test
  void theTrueStoryIsAccepted() throws ProofRejectedException {
    Attempt attempt = FORGE.of(run());
    assertThat(attempt.exitCode()).isZero();
    var last = Machine.REGISTERS.row().last();
    assertThat(attempt.get(Machine.REGISTERS, last.x0(), Registers.SINK)).isEqualTo(5);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  /** "A sink for x0": the write goes to x0 itself, and is read back. */
  @Test
  void zeroIsNotWritten() {
    assertFalls(FORGE, five(Registers.ZERO), "bus program");
  }

  /** "A sink for x0": the write goes to the sink, which is read in place of x0. */
  @Test
  void theSinkIsNotRead() {
    assertFalls(FORGE, five(Registers.SINK), "bus program");
  }

  /** The result goes to another register, which no instruction of the program writes. */
  @Test
  void resultsGoToTheirRegister() {
    Attempt attempt = FORGE.of(FalseRun.of(program(A0, Registers.ZERO)).result(1, 0));
    assertFalls(FORGE, attempt, "bus program");
  }

  /** The result goes to the pseudo-register that counts the bytes of the journal. */
  @Test
  void noInstructionWritesTheLengthOfTheJournal() {
    Attempt honest = FORGE.of(FalseRun.of(program(OTHER, Registers.ZERO)));
    Attempt attempt = honest.claiming(new byte[5], 0);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.rd(), 0, Registers.JOURNAL);
    end(attempt, OTHER, 0, 0);
    var bytes = Machine.HALT.row().bytes();
    attempt.set(Machine.HALT, bytes.x0(), 0, 5);
    attempt.set(Machine.HALT, bytes.time(), 0, Clock.FIRST + Clock.RD);
    attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().last(), Registers.JOURNAL, 5);
    assertFalls(FORGE, attempt, "bus journal", "bus program");
  }

  /** "Zero at the start as constants": x0 is read as 5, and remains it. */
  @Test
  void zeroIsNotReadAsAnother() {
    Attempt attempt = FORGE.of(run().result(1, 5));
    assertThat(attempt.exitCode()).isEqualTo(5);
    attempt.set(Machine.ADD, Machine.ADD.row().form().a().value(), 0, 5);
    assertFalls(FORGE, attempt, "bus memory");
    // The table of the registers starts all of them as zero: only the end is the prover's to say.
    attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().last(), Registers.ZERO, 5);
    assertFalls(FORGE, attempt, "bus memory");
  }

  /** "A Word is four 16-bit limbs": the integer is zero, but the limbs are not. */
  @Test
  void zeroHasZeroLimbs() {
    Attempt attempt = FORGE.of(run());
    var limbs = Machine.ADD.row().form().a().value();
    attempt.set(Machine.ADD, limbs.x0(), 0, 1 << 16);
    attempt.set(Machine.ADD, limbs.x1(), 0, -1);
    assertFalls(FORGE, attempt, "bus memory");
  }

  /** The row that reads x1 reads x0 instead, so that x0 changes where nothing is written. */
  @Test
  void aReadIsNoWrite() {
    Attempt attempt = FORGE.of(run().result(1, 5));
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.rs1(), 0, Registers.ZERO);
    attempt.set(Machine.ADD, Machine.ADD.row().form().a().value(), 0, 5);
    attempt.set(Machine.ADD, Machine.ADD.row().form().a().time(), 0, Clock.FIRST + Clock.RS1);
    assertFalls(FORGE, attempt, "bus memory", "bus program");
  }
}
