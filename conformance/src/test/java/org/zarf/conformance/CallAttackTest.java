package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertFalls;

import org.junit.jupiter.api.Test;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/**
 * Calls that are not what the guest asked for, and exit codes that are not all of a0 (page 8 of the
 * design: "one chip per call, each comparing all four limbs of a7", "halt publishes all of a0").
 */
class CallAttackTest {

  private static final int A0 = Registers.A0;
  private static final int A7 = Registers.A7;
  private static final byte[] NOTHING = {};
  private static final int PRINT = Call.PRINT.number();
  private static final int JOURNAL = Call.JOURNAL.number();
  private static final int HALT = Call.HALT.number();

  /** Ends with this exit code. */
  private static GuestProgram exit(long code) {
    return new Assembly().set(A0, code).halt().program();
  }

  /** Makes a call with this number, then ends with 1. */
  private static GuestProgram calls(long number) {
    return new Assembly()
        .set(Registers.A1, 8)
        .set(A7, number)
        .op(Opcode.ECALL, 0, 0, 0)
        .set(A0, 1)
        .halt()
        .program();
  }

  /** The run of such a program up to its call, which is taken for another. */
  private static FalseRun mistaken(GuestProgram program, Call call) {
    int place = program.instructions().size() - 4;
    return FalseRun.of(program).cut(place).then(place, call);
  }

  /** The same, and on to the end. */
  private static FalseRun mistakenAndOn(GuestProgram program, Call call) {
    int place = program.instructions().size() - 4;
    FalseRun run = mistaken(program, call).then(place + 1, 1);
    return run.then(place + 2, HALT).then(place + 3, Call.HALT);
  }

  @Test
  void theTrueCallsAreAccepted() throws ProofRejectedException {
    var code = new Assembly().set(Registers.A1, 8).call(Call.PRINT).call(Call.JOURNAL);
    GuestProgram program = code.set(A0, 0xffff_fffeL).halt().program();
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(program));
    assertThat(attempt.exitCode()).isEqualTo(0xffff_fffeL);
    assertThat(attempt.journal()).hasSize(8);
    assertThat(forge.flaws(attempt)).isEmpty();
    forge.submit(attempt);
  }

  /** "exit(256) is not success": neither for the verifier, nor if the halting row says 0. */
  @Test
  void exitCodesAreNotTruncated() {
    for (long code : new long[] {256, 1 << 16}) {
      var forge = new Forge(exit(code), Forge.REVEALING);
      Attempt attempt = forge.of(FalseRun.of(exit(code))).claiming(NOTHING, 0);
      assertFalls(forge, attempt, "bus halt");
      var published = Machine.HALT.row().code();
      attempt.set(Machine.HALT, published.x0(), 0, 0);
      attempt.set(Machine.HALT, published.x1(), 0, 0);
      assertFalls(forge, attempt, "bus memory");
    }
  }

  /** "Halt publishes all of a0": a code beyond 32 bits has no proof, not that of its low half. */
  @Test
  void exitCodesHaveNoUpperHalf() {
    for (long code : new long[] {1L << 32, 1L << 48}) {
      GuestProgram program = exit(code);
      int halt = program.instructions().size() - 1;
      var forge = new Forge(program, Forge.REVEALING);
      Attempt attempt = forge.of(FalseRun.of(program).cut(halt).then(halt, Call.HALT));
      assertThat(attempt.exitCode()).isZero();
      attempt.set(Machine.HALT, Machine.HALT.row().code().x0(), 0, 0);
      attempt.set(Machine.HALT, Machine.HALT.row().code().x1(), 0, 0);
      assertFalls(forge, attempt, "bus memory");
    }
  }

  /** "Halt publishes all of a0": another exit code than that of the run. */
  @Test
  void theExitCodeIsThatOfTheRun() {
    var forge = new Forge(exit(1), Forge.REVEALING);
    assertFalls(forge, forge.of(FalseRun.of(exit(1))).claiming(NOTHING, 0), "bus halt");
    assertFalls(forge, forge.of(FalseRun.of(exit(1))).claiming(NOTHING, 1L << 16), "bus halt");
  }

  /** "All four limbs of a7": a number that agrees with that of the call in its low limb. */
  @Test
  void haltsAreCalledByTheirWholeNumber() {
    for (int limb = 1; limb < 4; limb++) {
      GuestProgram program = calls(HALT + (1L << (16 * limb)));
      var forge = new Forge(program, Forge.REVEALING);
      Attempt attempt = forge.of(mistaken(program, Call.HALT));
      assertThat(attempt.exitCode()).isZero();
      assertFalls(forge, attempt, "bus memory");
    }
  }

  /** "All four limbs of a7": the same for words of the journal and for text. */
  @Test
  void otherCallsAreCalledByTheirWholeNumber() {
    GuestProgram journal = calls(JOURNAL + (1L << 16));
    var forge = new Forge(journal, Forge.REVEALING);
    Attempt attempt = forge.of(mistakenAndOn(journal, Call.JOURNAL));
    assertThat(attempt.journal()).hasSize(8);
    assertFalls(forge, attempt, "bus memory");
    GuestProgram print = calls(PRINT + (1L << 48));
    forge = new Forge(print, Forge.REVEALING);
    assertFalls(forge, forge.of(mistakenAndOn(print, Call.PRINT)), "bus memory");
  }

  /** "Which chip proves an instruction is the prover's choice": no call is taken for another. */
  @Test
  void noCallIsTakenForAnother() {
    GuestProgram print = calls(PRINT);
    var forge = new Forge(print, Forge.REVEALING);
    Attempt halted = forge.of(mistaken(print, Call.HALT));
    assertThat(halted.exitCode()).isZero();
    assertFalls(forge, halted, "bus memory");
    GuestProgram halt = calls(HALT);
    forge = new Forge(halt, Forge.REVEALING);
    Attempt went = forge.of(mistakenAndOn(halt, Call.PRINT));
    assertThat(went.exitCode()).isEqualTo(1);
    assertFalls(forge, went, "bus memory");
    GuestProgram journal = calls(JOURNAL);
    forge = new Forge(journal, Forge.REVEALING);
    Attempt silent = forge.of(mistakenAndOn(journal, Call.PRINT));
    assertThat(silent.journal()).isEmpty();
    assertFalls(forge, silent, "bus memory");
  }

  /** "A row that does nothing": a print does not jump over what comes next. */
  @Test
  void printsDoNotJump() {
    GuestProgram program = calls(PRINT);
    int last = program.instructions().size() - 1;
    FalseRun run = mistaken(program, Call.PRINT).then(last - 1, HALT).then(last, Call.HALT);
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = forge.of(run);
    assertThat(attempt.exitCode()).isZero();
    assertFalls(forge, attempt, "bus state");
    var cycle = Machine.PRINT.row().form().cycle();
    attempt.set(Machine.PRINT, cycle.next(), 0, Assembly.pc(last - 1));
    assertFalls(forge, attempt, "bus program");
  }

  /** "A row that does nothing": a print does not change a7, which its row has as a constant. */
  @Test
  void printsDoNotWriteRegisters() {
    var code = new Assembly().set(A0, 1).call(Call.PRINT).op(Opcode.ADDI, A0, A7, 0, 0).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(code.program()).result(3, HALT));
    attempt.set(Machine.ADD_IMMEDIATE, Machine.ADD_IMMEDIATE.row().form().a().value(), 2, HALT);
    assertThat(attempt.exitCode()).isEqualTo(HALT);
    assertFalls(forge, attempt, "bus memory");
  }

  /** "Consumes the machine state": nothing follows a halt, even one that nobody hears of. */
  @Test
  void aHaltLeavesNoState() {
    GuestProgram program = calls(HALT);
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = forge.of(mistakenAndOn(program, Call.HALT));
    assertThat(attempt.exitCode()).isEqualTo(1);
    assertThat(attempt.get(Machine.HALT, Machine.HALT.row().form().active(), 1)).isEqualTo(1);
    assertFalls(forge, attempt, "bus halt", "bus state");
    // Not even if the first one is an inactive row: then its state is never consumed.
    attempt.set(Machine.HALT, Machine.HALT.row().form().active(), 0, 0);
    assertFalls(forge, attempt, "bus memory", "bus state");
  }
}
