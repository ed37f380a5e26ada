package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zarf.conformance.Attacks.assertFalls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.ImmediateForm;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.stark.Instance;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;

/**
 * Values that travel through time: every message of a register or word carries the time of its last
 * access, and all times are of 28 bits and grow (page 8 of the design, "Time").
 */
class TimeAttackTest {

  private static final int A0 = Registers.A0;
  private static final int X = 5;
  private static final int WORD = 0x1_0000;
  private static final ImmediateForm ADDI = Machine.ADD_IMMEDIATE.row().form();

  /** The steps of the programs below. */
  private static final int SEVEN = 0;

  private static final int NINE = 1;
  private static final int READ = 2;

  /** Sets x to 7, then to 9, and ends with x: with 7 if it could be read as it was before. */
  private static final Assembly CODE =
      new Assembly().set(X, 7).set(X, 9).op(Opcode.ADDI, A0, X, 0, 0).halt();

  private static final Forge FORGE = new Forge(CODE.program(), Forge.REVEALING);

  private static FalseRun run() {
    return FalseRun.of(CODE.program());
  }

  private static int time(int step, int offset) {
    return Clock.FIRST + step * Clock.STEP + offset;
  }

  /** In the row of a step, x was 7 as step 0 left it. */
  private static Attempt readsSeven(FalseRun run) {
    Attempt attempt = FORGE.of(run.result(READ, 7));
    assertThat(attempt.exitCode()).isEqualTo(7);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.a().value(), READ, 7);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.a().time(), READ, time(SEVEN, Clock.RD));
    return attempt;
  }

  @Test
  void theTrueStoryIsAccepted() throws ProofRejectedException {
    Attempt attempt = FORGE.of(run());
    assertThat(attempt.exitCode()).isEqualTo(9);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  /** "It is a multiset": what an access took back, no other access takes back. */
  @Test
  void noValueIsTakenTwice() {
    Attempt attempt = readsSeven(run());
    assertFalls(FORGE, attempt, "bus memory");
  }

  /** "'Earlier' = Range(16, now - before - 1)": 9 is written over a 7 that was read later. */
  @Test
  void aWriteDoesNotFollowALaterRead() {
    Attempt attempt = readsSeven(run());
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.out().time(), NINE, time(READ, Clock.RS1));
    end(attempt, X, 9, time(NINE, Clock.RD));
    assertFalls(FORGE, attempt, "bus range");
  }

  private static void end(Attempt attempt, int register, long value, int time) {
    attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().last(), register, value);
    attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().time(), register, time);
  }

  /** "'Earlier' = Range(16, now - before - 1)": x is read as it will be. */
  @Test
  void nothingIsReadFromTheFuture() {
    Assembly code = new Assembly().set(X, 7).op(Opcode.ADDI, A0, X, 0, 0).set(X, 9).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(code.program()).result(1, 9));
    assertThat(attempt.exitCode()).isEqualTo(9);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.a().value(), 1, 9);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.a().time(), 1, time(2, Clock.RD));
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.out().time(), 2, time(0, Clock.RD));
    end(attempt, X, 9, time(1, Clock.RS1));
    assertFalls(forge, attempt, "bus range");
  }

  /**
   * "Eight touches wrap around p and carry a value into the past": the 7 that was read travels on
   * around p, until it is old enough to be overwritten by the 9.
   */
  @Test
  void eightTouchesDoNotWrapAroundP() {
    Attempt attempt = readsSeven(run());
    int goal = time(NINE, Clock.RD) - 1;
    long left = (long) KoalaBear.P + goal - time(READ, Clock.RS1);
    touches(attempt, 7, time(READ, Clock.RS1), left);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.out().time(), NINE, goal);
    end(attempt, X, 9, time(NINE, Clock.RD));
    assertFalls(FORGE, attempt, "bus range");
  }

  /** Eight touches of x that together go so far, each by less than 2^28. */
  private static void touches(Attempt attempt, long value, long from, long distance) {
    int count = 8;
    TableTrace touches = attempt.another(Machine.TOUCH);
    var row = Machine.TOUCH.row();
    long time = from;
    for (int i = 0; i < count; i++) {
      long gap = distance * (i + 1) / count - distance * i / count - 1;
      assertThat(gap).isBetween(0L, (1L << 28) - 1);
      Attempt touch = attempt.only(touches);
      touch.set(Machine.TOUCH, row.active(), i, 1);
      touch.set(Machine.TOUCH, row.index(), i, X);
      touch.set(Machine.TOUCH, row.value(), i, value);
      touch.set(Machine.TOUCH, row.time(), i, time);
      time = (time + gap + 1) % KoalaBear.P;
      touch.set(Machine.TOUCH, row.nowLow(), i, time & 0xffff);
      touch.set(Machine.TOUCH, row.nowHigh(), i, time >> 16);
      touch.set(Machine.TOUCH, row.gapHigh(), i, gap >> 16);
    }
  }

  /** The same touches as long as time goes on are fine: they are not what is refused. */
  @Test
  void touchesCarryAValueToTheEndOfTime() throws ProofRejectedException {
    Attempt attempt = FORGE.of(run());
    int last = time(READ, Clock.RS1);
    touches(attempt, 9, last, Clock.END - 1 - last);
    end(attempt, X, 9, Clock.END - 1);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
  }

  /**
   * "A row with active = 0 that still sends": with an immediate it would read a register -1 times,
   * and so move the 7 that was read back to before it was overwritten.
   */
  @Test
  void noAccessIsUndone() {
    Attempt attempt = readsSeven(run());
    int goal = time(NINE, Clock.RD) - 1;
    var row = Machine.BITWISE.row();
    var form = row.form().form();
    attempt.another(Machine.BITWISE);
    attempt.set(Machine.BITWISE, row.form().immediate(), 0, 1);
    attempt.set(Machine.BITWISE, row.imm().x0(), 0, 7);
    attempt.set(Machine.BITWISE, form.rs2(), 0, X);
    attempt.set(Machine.BITWISE, form.b().value(), 0, 7);
    attempt.set(Machine.BITWISE, form.b().time(), 0, goal);
    int clock = time(READ, Clock.RS1) - Clock.RS2;
    attempt.set(Machine.BITWISE, form.cycle().clock(), 0, clock);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.out().time(), NINE, goal);
    end(attempt, X, 9, time(NINE, Clock.RD));
    assertFalls(FORGE, attempt, "bitwise: only active rows have immediates");
  }

  /** "The clock grows by one fixed step": two instructions that share no register share a time. */
  @Test
  void twoInstructionsAreNotExecutedAtOnce() {
    Assembly code = new Assembly().op(Opcode.ADDI, 6, 6, 0, 4).set(X, 7).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(code.program()).without(0));
    int row = 2;
    assertThat(attempt.get(Machine.ADD_IMMEDIATE, ADDI.active(), row)).isZero();
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.active(), row, 1);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.cycle().pc(), row, Assembly.pc(0));
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.cycle().next(), row, Assembly.pc(1));
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.cycle().clock(), row, Clock.FIRST);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.rd(), row, 6);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.rs1(), row, 6);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.imm().x0(), row, 4);
    attempt.set(Machine.ADD_IMMEDIATE, ADDI.out().time(), row, time(0, Clock.RS1));
    attempt.set(Machine.ADD_IMMEDIATE, Machine.ADD_IMMEDIATE.row().sum(), row, 4);
    end(attempt, 6, 4, time(0, Clock.RD));
    assertFalls(forge, attempt, "bus state");
  }

  /**
   * "An access that is cold has a gap of two limbs": 7, then 9 is stored; a later load brings 7, as
   * if it had happened between.
   */
  @Test
  void loadsBringWhatWasStoredLast() {
    Assembly code =
        new Assembly()
            .set(X, 8L * WORD)
            .set(6, 7)
            .op(Opcode.SD, 0, X, 6, 0)
            .set(6, 9)
            .op(Opcode.SD, 0, X, 6, 0)
            .op(Opcode.LD, A0, X, 0, 0)
            .halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(code.program()).result(5, 7));
    var load = Machine.LOAD_DOUBLE.row().load().memory();
    var store = Machine.STORE_DOUBLE.row().store().memory();
    attempt.set(Machine.LOAD_DOUBLE, load.before(), 0, 7);
    attempt.set(Machine.LOAD_DOUBLE, load.time(), 0, time(2, Clock.FIRST_WORD));
    attempt.set(Machine.STORE_DOUBLE, store.time(), 1, time(5, Clock.FIRST_WORD));
    attempt.set(Machine.MEMORY, Machine.MEMORY.row().time(), 0, time(4, Clock.FIRST_WORD));
    assertThat(attempt.exitCode()).isEqualTo(7);
    assertFalls(forge, attempt, "bus range");
    attempt.set(Machine.STORE_DOUBLE, store.gapHigh(), 1, -1);
    assertFalls(forge, attempt, "bus range");
  }

  /** "(step) x (rows) < 2^28 is checked by the verifier": so no states form a closed loop. */
  @Test
  void theClockHasAnEnd() {
    Attempt attempt = FORGE.of(run());
    Proof proof = FORGE.prove(attempt);
    var instances = new ArrayList<>(proof.instances());
    instances.addAll(Collections.nCopies(8, new Instance(Machine.ADD.slot(), 22)));
    assertThatThrownBy(() -> FORGE.verify(attempt, withInstances(proof, instances)))
        .isInstanceOfSatisfying(
            ProofRejectedException.class,
            e ->
                assertThat(e.rejection())
                    .isEqualTo(new Rejection.OtherStatement("the run is too long for its clock")));
  }

  private static Proof withInstances(Proof proof, List<Instance> instances) {
    return new Proof(
        proof.strength(),
        instances,
        proof.main(),
        proof.bus(),
        proof.sums(),
        proof.quotient(),
        proof.openings(),
        proof.layers(),
        proof.finalPolynomial(),
        proof.nonces(),
        proof.trees());
  }
}
