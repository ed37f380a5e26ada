package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertFalls;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zarf.air.Cell;
import org.zarf.algebra.KoalaBear;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/** Runs that start, go on or end where the program does not. */
class RunAttackTest {

  private static final int A0 = Registers.A0;
  private static final byte[] NOTHING = {};

  /** Ends with 7; with 0 if it could be cut short or led astray. */
  private static final Assembly SEVEN =
      new Assembly()
          .set(5, 3)
          .set(6, 4)
          .op(Opcode.ADD, A0, 5, 6)
          .set(Registers.A7, Call.HALT.number())
          .op(Opcode.ECALL, 0, 0, 0)
          .set(A0, 0)
          .set(Registers.A7, Call.HALT.number())
          .op(Opcode.ECALL, 0, 0, 0);

  private static final Forge FORGE = new Forge(SEVEN.program());

  private static FalseRun run() {
    return FalseRun.of(SEVEN.program());
  }

  @Test
  void theTrueStoryIsAccepted() throws ProofRejectedException {
    Attempt attempt = FORGE.of(run());
    assertThat(attempt.exitCode()).isEqualTo(7);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  @Test
  void aRunStartsAtTheEntry() {
    assertFalls(FORGE, FORGE.of(run().without(0).result(1, 4)), "bus state");
  }

  @Test
  void noInstructionIsSkipped() {
    assertFalls(FORGE, FORGE.of(run().without(2)), "bus state");
  }

  @Test
  void instructionsHaveAnOrder() {
    // The same two instructions, in an order that leaves the same registers.
    FalseRun run = run().cut(0).then(1, 4).then(0, 3).then(2, 7).then(3, 93).then(4, Call.HALT);
    assertFalls(FORGE, FORGE.of(run), "bus state");
  }

  @Test
  void theAddressAfterAnInstructionIsTheProgramsToSay() {
    Attempt attempt = FORGE.of(run().without(2));
    attempt.set(
        Machine.ADD_IMMEDIATE,
        Machine.ADD_IMMEDIATE.row().form().cycle().next(),
        1,
        Assembly.pc(3));
    assertFalls(FORGE, attempt, "bus program");
  }

  @Test
  void aRunEndsAtACall() {
    // The state before the addition is consumed by a halt that is not there.
    Attempt attempt = FORGE.of(run().cut(2).then(3, 93).then(4, Call.HALT));
    attempt.set(Machine.HALT, Machine.HALT.row().form().cycle().pc(), 0, Assembly.pc(3));
    assertFalls(FORGE, attempt, "bus program", "bus state");
  }

  @Test
  void aRunDoesNotGoOnAfterItsEnd() {
    FalseRun run = run().cut(4).then(5, 0).then(6, 93).then(7, Call.HALT);
    assertFalls(FORGE, FORGE.of(run), "bus state");
  }

  @Test
  void aRunThatNeverHaltsProvesNothing() {
    Attempt attempt = FORGE.of(run().cut(4));
    assertThat(attempt.tables()).noneMatch(t -> t.slot() == Machine.HALT.slot());
    assertFalls(FORGE, attempt.claiming(NOTHING, 7), "bus halt", "bus state");
  }

  @Test
  void theClockHasOneStep() {
    // The halt happens one step late; everything else knows of it.
    Attempt attempt = FORGE.of(run());
    var halt = Machine.HALT.row();
    Cell clock = halt.form().cycle().clock();
    attempt.set(Machine.HALT, clock, 0, attempt.get(Machine.HALT, clock, 0) + Clock.STEP);
    for (int register : new int[] {Registers.A7, A0, Registers.JOURNAL}) {
      Cell time = Machine.REGISTERS.row().time();
      int was = attempt.get(Machine.REGISTERS, time, register);
      attempt.set(Machine.REGISTERS, time, register, was + Clock.STEP);
    }
    assertFalls(FORGE, attempt, "bus state");
  }

  @Test
  void anotherProgramsInstructionsAreNotThisOnes() {
    GuestProgram other =
        new Assembly()
            .set(5, 3)
            .set(6, 4)
            .op(Opcode.SUB, A0, 6, 5)
            .halt()
            .set(A0, 0)
            .halt()
            .program();
    Attempt attempt = FORGE.of(FalseRun.of(other));
    assertThat(attempt.exitCode()).isEqualTo(1);
    assertFalls(FORGE, attempt, "bus program");
  }

  @Test
  void aChipProvesItsOwnOpcodes() {
    // 3 + 4 proven as an immediate that the program does not have.
    Attempt attempt = FORGE.of(run());
    var row = Machine.ADD.row().form();
    Cell code = row.rs2();
    attempt.set(Machine.ADD, code, 0, 5);
    attempt.set(Machine.ADD, row.b().value(), 0, 3);
    attempt.set(Machine.ADD, Machine.ADD.row().sum(), 0, 6);
    assertFalls(FORGE, attempt, "bus memory", "bus program");
  }

  @Test
  void branchesThatAreNotTakenAreNotTaken() {
    for (Opcode op : BRANCHES.keySet()) {
      int[] operands = BRANCHES.get(op);
      GuestProgram program = branch(op, operands);
      // The real run falls through and ends with 1: claim that it jumps and ends with 0.
      var forge = new Forge(program);
      FalseRun run = FalseRun.of(program).next(2, Assembly.pc(4)).cut(3).then(4, 93);
      Attempt attempt = forge.of(run.then(5, Call.HALT));
      assertThat(attempt.exitCode()).isEqualTo(0);
      boolean equality = op == Opcode.BEQ || op == Opcode.BNE;
      assertFalls(
          forge,
          attempt,
          equality
              ? "branch-equal: the branch goes to the target if it is taken, else on"
              : "branch-less: where the branch leads");
    }
  }

  /** Operands with which each branch is not taken. */
  private static final Map<Opcode, int[]> BRANCHES =
      Map.of(
          Opcode.BEQ, new int[] {1, 2},
          Opcode.BNE, new int[] {5, 5},
          Opcode.BLTU, new int[] {-1, 1},
          Opcode.BGE, new int[] {-1, 1});

  private static GuestProgram branch(Opcode op, int... operands) {
    return new Assembly()
        .set(5, operands[0])
        .set(6, operands[1])
        .op(op, 0, 5, 6, 8)
        .set(A0, 1)
        .halt()
        .program();
  }

  private static Attempt branched(Forge forge, GuestProgram program) {
    FalseRun run = FalseRun.of(program).next(2, Assembly.pc(4)).cut(3).then(4, 93);
    return forge.of(run.then(5, Call.HALT));
  }

  @Test
  void differentWordsAreNotEqual() {
    GuestProgram program = branch(Opcode.BEQ, 1, 2);
    var forge = new Forge(program);
    Attempt attempt = branched(forge, program);
    var row = Machine.BRANCH_EQUAL.row();
    attempt.set(Machine.BRANCH_EQUAL, row.equal(), 0, 1);
    row.factors().forEach(factor -> attempt.set(Machine.BRANCH_EQUAL, factor, 0, 0));
    assertFalls(forge, attempt, "branch-equal: equal words have equal limbs");
  }

  @Test
  void equalWordsAreNotDifferent() {
    GuestProgram program = branch(Opcode.BNE, 5, 5);
    var forge = new Forge(program);
    Attempt attempt = branched(forge, program);
    attempt.set(Machine.BRANCH_EQUAL, Machine.BRANCH_EQUAL.row().equal(), 0, 0);
    assertFalls(forge, attempt, "branch-equal: words that are not equal have a limb that differs");
  }

  @Test
  void anOrderHasNoOtherSign() {
    // -1 < 1 unsigned, if the sign of an unsigned word could be set.
    GuestProgram program = branch(Opcode.BLTU, -1, 1);
    var forge = new Forge(program);
    Attempt attempt = branched(forge, program);
    var row = Machine.BRANCH_LESS.row();
    attempt.set(Machine.BRANCH_LESS, row.gadget().negativeA(), 0, 1);
    attempt.set(Machine.BRANCH_LESS, row.gadget().comparison().less(), 0, 1);
    attempt.set(Machine.BRANCH_LESS, row.gadget().comparison().gap(), 0, 0);
    assertFalls(forge, attempt, "branch-less: unsigned words are not negative");
  }

  /** Jumps to a register; ends with 0 if that leads over the next instruction. */
  private static GuestProgram jump(long base) {
    var code = new Assembly().set(5, base);
    return code.op(Opcode.JALR, 1, 5, 0, 0).set(A0, 1).halt().program();
  }

  /** A jump that leads over the next instruction, wherever the register points. */
  private static Attempt jumped(Forge forge, long base, long low, long high, int odd) {
    GuestProgram program = jump(base);
    int at = program.instructions().size() - 4;
    FalseRun run = FalseRun.of(program);
    run.cut(at).then(at, Assembly.pc(at + 1)).next(at, Assembly.pc(at + 2));
    Attempt attempt = forge.of(run.then(at + 2, 93).then(at + 3, Call.HALT));
    var row = Machine.JUMP_REGISTER.row();
    attempt.set(Machine.JUMP_REGISTER, row.target0(), 0, low);
    attempt.set(Machine.JUMP_REGISTER, row.target1(), 0, high);
    attempt.set(Machine.JUMP_REGISTER, row.odd(), 0, odd);
    return attempt;
  }

  @Test
  void aTargetBeyondPIsNoSmallOne() {
    long target = Assembly.pc(3) + KoalaBear.P;
    var forge = new Forge(jump(target));
    Attempt attempt = jumped(forge, target, target & 0xffff, target >> 16, 0);
    assertFalls(forge, attempt, "bus range");
  }

  @Test
  void aTargetHasNoUpperLimbs() {
    long target = Assembly.pc(5);
    long base = (1L << 40) + target;
    var forge = new Forge(jump(base));
    Attempt attempt = jumped(forge, base, target & 0xffff, target >> 16, 0);
    assertFalls(forge, attempt, "jump-register: carry out of limb ..");
  }

  @Test
  void onlyBitZeroOfATargetIsCleared() {
    // A target that is too large by one if an even address could have its bit 0 cleared.
    long target = Assembly.pc(3) + 1;
    var forge = new Forge(jump(target));
    Attempt honest = jumped(forge, target, target & 0xffff, target >> 16, 1);
    assertThat(forge.flaws(honest)).isEmpty();
    long above = Assembly.pc(3) + 2;
    forge = new Forge(jump(above));
    Attempt attempt = jumped(forge, above, above & 0xffff, above >> 16, 1);
    assertFalls(forge, attempt, "bus range", "bus state");
    attempt.set(Machine.JUMP_REGISTER, Machine.JUMP_REGISTER.row().odd(), 0, 2);
    assertFalls(forge, attempt, "jump-register: odd is a bit");
  }
}
