package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertFalls;
import static org.zarf.conformance.Operations.word;

import org.junit.jupiter.api.Test;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.StoreConditionalChip;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/** Stores that succeed without the reservation that they need, or fail with it. */
class ReservationAttackTest {

  private static final long T = 0x30_0040;
  private static final long OTHER = T + 8;
  private static final int A0 = Registers.A0;
  private static final StoreConditionalChip.Row SC = Machine.STORE_CONDITIONAL.row();

  private static final String RESERVED_THERE =
      "store-conditional: a store succeeds where it is reserved";
  private static final String UNRESERVED =
      "store-conditional: a store that fails is reserved elsewhere, or not at all";

  /** The steps of the programs below. */
  private static final int LR = 3;

  private static final int STORE = 4;
  private static final int LOAD = 5;

  /**
   * A reservation and a store. Ends with what the store returned, plus the lower half of what the
   * word holds: with 9 after success, and 8 after failure.
   */
  private static GuestProgram program(Opcode reserve, long reserved, Opcode store, long stored) {
    return new Assembly()
        .word(word(T), 7)
        .set(5, reserved)
        .set(6, stored)
        .set(7, 9)
        .op(reserve, 12, 5, 0)
        .op(store, A0, 6, 7)
        .op(Opcode.LWU, 13, 6, 0, -(stored % 8))
        .op(Opcode.ADD, A0, A0, 13)
        .halt()
        .program();
  }

  /** A run of a program in which the store returns something, and leaves a word. */
  private static FalseRun run(GuestProgram program, long returned, long left) {
    FalseRun run = FalseRun.of(program).result(STORE, returned).leaves(STORE, 0, left);
    return run.result(LOAD, left).leaves(LOAD, 0, left).result(LOAD + 1, returned + left);
  }

  private static FalseRun success(GuestProgram program) {
    return run(program, 0, 9);
  }

  private static final GuestProgram RESERVED = program(Opcode.LR_W, T, Opcode.SC_W, T);
  private static final Forge FORGE = new Forge(RESERVED, Forge.REVEALING);

  /** The store in the only row of its chip succeeds. */
  private static Attempt succeeding(Attempt attempt) {
    attempt.set(Machine.STORE_CONDITIONAL, SC.succeeds(), 0, 1);
    SC.factors().forEach(x -> attempt.set(Machine.STORE_CONDITIONAL, x, 0, 0));
    return attempt;
  }

  @Test
  void theTrueStoriesAreAccepted() throws ProofRejectedException {
    Attempt attempt = FORGE.of(FalseRun.of(RESERVED));
    assertThat(attempt.exitCode()).isEqualTo(9);
    assertThat(FORGE.flaws(attempt)).isEmpty();
    FORGE.submit(attempt);
    GuestProgram elsewhere = program(Opcode.LR_D, OTHER, Opcode.SC_D, T);
    var forge = new Forge(elsewhere, Forge.REVEALING);
    attempt = forge.of(FalseRun.of(elsewhere));
    assertThat(attempt.exitCode()).isEqualTo(8);
    assertThat(forge.flaws(attempt)).isEmpty();
    forge.submit(attempt);
  }

  /** The reservation is of another word, or of another width. */
  @Test
  void aStoreSucceedsWhereItIsReserved() {
    succeedsFalsely(program(Opcode.LR_D, OTHER, Opcode.SC_D, T));
    succeedsFalsely(program(Opcode.LR_W, T + 4, Opcode.SC_W, T));
    succeedsFalsely(program(Opcode.LR_W, T, Opcode.SC_D, T));
    succeedsFalsely(program(Opcode.LR_D, T, Opcode.SC_W, T));
    // The limb above is another one.
    succeedsFalsely(program(Opcode.LR_D, T + (1 << 16), Opcode.SC_D, T));
  }

  private static void succeedsFalsely(GuestProgram program) {
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = succeeding(forge.of(success(program)));
    assertFalls(forge, attempt, RESERVED_THERE);
  }

  /** The reservation that is needed is said to have been there, or to have been left. */
  @Test
  void aReservationIsThatOfTheLatestLoad() {
    GuestProgram program = program(Opcode.LR_D, OTHER, Opcode.SC_D, T);
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = succeeding(forge.of(success(program)));
    attempt.set(Machine.STORE_CONDITIONAL, SC.reservation().before().x0(), 0, (T & 0xffff) + 2);
    assertFalls(forge, attempt, "bus memory");
    assertFalls(forge, forge.of(success(program).reserves(LR, T + 2)), "bus memory");
    // The load is that of the store's address.
    attempt = forge.of(success(program).reserves(LR, T + 2));
    attempt.set(
        Machine.LOAD_RESERVED, Machine.LOAD_RESERVED.row().form().address().x0(), 0, T & 0xffff);
    assertFalls(forge, attempt, "bus memory");
  }

  /** Another width in the row of the load or of the store. */
  @Test
  void aWidthIsThatOfTheProgram() {
    GuestProgram program = program(Opcode.LR_D, T, Opcode.SC_W, T);
    var forge = new Forge(program, Forge.REVEALING);
    GuestProgram words = program(Opcode.LR_W, T, Opcode.SC_W, T);
    assertFalls(forge, forge.of(FalseRun.of(words)), "bus program");
    GuestProgram doubles = program(Opcode.LR_D, T, Opcode.SC_D, T);
    assertFalls(forge, forge.of(FalseRun.of(doubles)), "bus program");
  }

  @Test
  void aStoreIsNotReservedAtTheStart() {
    Assembly code = new Assembly().set(6, T).set(7, 9);
    code.op(Opcode.SC_D, 12, 6, 7).op(Opcode.LD, A0, 6, 0, 0).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    FalseRun run = FalseRun.of(code.program()).result(2, 0).leaves(2, 0, 9).result(3, 9);
    run.leaves(3, 0, 9);
    Attempt attempt = succeeding(forge.of(run));
    assertThat(attempt.exitCode()).isEqualTo(9);
    assertFalls(forge, attempt, RESERVED_THERE);
    var before = SC.reservation().before();
    attempt.set(Machine.STORE_CONDITIONAL, before.x0(), 0, (T & 0xffff) + 2);
    attempt.set(Machine.STORE_CONDITIONAL, before.x1(), 0, T >> 16);
    assertFalls(forge, attempt, "bus memory");
  }

  /** Two loads; the first one's reservation is taken, and the second one follows the store. */
  @Test
  void anEarlierReservationIsGone() {
    GuestProgram program = two(Opcode.LR_D, 5, Opcode.LR_D, 6, 5);
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = succeeding(forge.of(successOfTwo(program)));
    var before = SC.reservation().before();
    attempt.set(Machine.STORE_CONDITIONAL, before.x0(), 0, (T & 0xffff) + 2);
    assertFalls(forge, attempt, "bus memory");
    attempt.set(Machine.STORE_CONDITIONAL, before.time(), 0, time(LR, Clock.RESERVATION));
    var overwritten = Machine.LOAD_RESERVED.row().reservation().before();
    attempt.set(Machine.LOAD_RESERVED, overwritten.x0(), 1, 0);
    attempt.set(Machine.LOAD_RESERVED, overwritten.x1(), 1, 0);
    attempt.set(Machine.LOAD_RESERVED, overwritten.time(), 1, time(LR + 2, Clock.RESERVATION));
    var registers = Machine.REGISTERS.row();
    attempt.set(Machine.REGISTERS, registers.last(), Registers.RESERVATION, OTHER + 2);
    attempt.set(
        Machine.REGISTERS,
        registers.time(),
        Registers.RESERVATION,
        time(LR + 1, Clock.RESERVATION));
    assertFalls(forge, attempt, "bus range");
  }

  /** Any store ends the reservation, whether it succeeds or fails. */
  @Test
  void aReservationIsUsedOnce() {
    GuestProgram again = two(Opcode.LR_D, 5, Opcode.SC_D, 5, 5);
    var forge = new Forge(again, Forge.REVEALING);
    Attempt attempt = forge.of(successOfTwo(again).reserves(LR + 1, T + 2));
    assertFalls(forge, attempt, "bus memory");
    GuestProgram elsewhere = two(Opcode.LR_D, 5, Opcode.SC_D, 6, 5);
    forge = new Forge(elsewhere, Forge.REVEALING);
    attempt = forge.of(successOfTwo(elsewhere).reserves(LR + 1, T + 2));
    assertFalls(forge, attempt, "bus memory");
  }

  /** Two operations that reserve, then a store of 9, which the run ends with if it succeeds. */
  private static GuestProgram two(Opcode first, int at, Opcode second, int then, int store) {
    return new Assembly()
        .set(5, T)
        .set(6, OTHER)
        .set(7, 9)
        .op(first, 12, at, 0)
        .op(second, 13, then, 0)
        .op(Opcode.SC_D, 14, store, 7)
        .op(Opcode.LD, A0, 5, 0, 0)
        .halt()
        .program();
  }

  private static FalseRun successOfTwo(GuestProgram program) {
    FalseRun run = FalseRun.of(program).result(LR + 2, 0).leaves(LR + 2, 0, 9);
    return run.result(LR + 3, 9).leaves(LR + 3, 0, 9);
  }

  private static int time(int step, int offset) {
    return Clock.FIRST + step * Clock.STEP + offset;
  }

  @Test
  void aStoreThatIsReservedDoesNotFail() {
    Attempt attempt = FORGE.of(run(RESERVED, 1, 7));
    attempt.set(Machine.STORE_CONDITIONAL, SC.succeeds(), 0, 0);
    assertFalls(FORGE, attempt, UNRESERVED);
    // No reservation was left.
    attempt = FORGE.of(run(RESERVED, 1, 7).reserves(LR, 0));
    assertFalls(FORGE, attempt, "bus memory");
    // There was one of the other width.
    attempt = FORGE.of(run(RESERVED, 1, 7).reserves(LR, T + 2));
    assertFalls(FORGE, attempt, "bus memory");
  }

  @Test
  void theResultSaysWhetherTheStoreSucceeded() {
    assertFalls(FORGE, FORGE.of(run(RESERVED, 1, 9)), "bus memory");
    assertFalls(
        FORGE, FORGE.of(run(RESERVED, 0, 7)), "store-conditional: the accessed bytes are replaced");
    GuestProgram program = program(Opcode.LR_D, OTHER, Opcode.SC_D, T);
    var forge = new Forge(program, Forge.REVEALING);
    assertFalls(forge, forge.of(run(program, 0, 7)), "bus memory");
    assertFalls(
        forge,
        forge.of(run(program, 1, 9)),
        "store-conditional: a store that fails leaves the word");
  }

  /** Where the word is what is stored in it anyway, success is no bit: the result is 2. */
  @Test
  void aStoreSucceedsOrFails() {
    Assembly code = new Assembly().set(5, T).op(Opcode.LR_D, 12, 5, 0);
    code.op(Opcode.SC_D, A0, 5, 0).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(code.program()).result(2, 2));
    attempt.set(Machine.STORE_CONDITIONAL, SC.succeeds(), 0, -1);
    assertFalls(forge, attempt, UNRESERVED);
  }

  @Test
  void aStoreMovesItsValueAndNoMore() {
    assertFalls(
        FORGE,
        FORGE.of(run(RESERVED, 0, 10)),
        "store-conditional: the accessed bytes are replaced");
    Attempt attempt = FORGE.of(run(RESERVED, 0, 10));
    attempt.set(Machine.STORE_CONDITIONAL, SC.value().value(), 0, 10);
    assertFalls(FORGE, attempt, "bus memory");
  }

  /** The upper half is stored, and the lower one is overwritten, too. */
  @Test
  void aStoreOfFourBytesLeavesTheOtherFour() {
    GuestProgram program = program(Opcode.LR_W, T + 4, Opcode.SC_W, T + 4);
    var forge = new Forge(program, Forge.REVEALING);
    long both = 9L << 32 | 9;
    FalseRun run = FalseRun.of(program).leaves(STORE, 0, both).leaves(LOAD, 0, both);
    Attempt attempt = forge.of(run.result(LOAD, 9).result(LOAD + 1, 9));
    assertThat(attempt.exitCode()).isEqualTo(9);
    assertFalls(forge, attempt, "store-conditional: the accessed bytes are replaced");
  }

  @Test
  void aLoadReturnsTheWordAndLeavesIt() {
    GuestProgram program =
        new Assembly().word(word(T), 7).set(5, T).op(Opcode.LR_D, A0, 5, 0).halt().program();
    var forge = new Forge(program, Forge.REVEALING);
    assertFalls(
        forge,
        forge.of(FalseRun.of(program).result(1, 8)),
        "load-reserved: the low half is that of the accessed bytes");
    assertFalls(forge, forge.of(FalseRun.of(program).leaves(1, 0, 8)), "bus memory");
  }

  /** A store of x0 has the operands of a load: two widths more are its opcode. */
  @Test
  void aStoreIsNoLoad() {
    GuestProgram store = storeOfZero(Opcode.SC_W);
    var forge = new Forge(store, Forge.REVEALING);
    FalseRun load = FalseRun.of(storeOfZero(Opcode.LR_W)).reserves(1, T + 3);
    Attempt attempt = forge.of(load);
    attempt.set(Machine.LOAD_RESERVED, Machine.LOAD_RESERVED.row().form().isDouble(), 0, 2);
    assertThat(attempt.exitCode()).isEqualTo(7);
    assertFalls(
        forge,
        attempt,
        "load-reserved: isDouble is a bit",
        "load-reserved: one width where the row is active");
  }

  private static GuestProgram storeOfZero(Opcode op) {
    return new Assembly().word(word(T), 7).set(5, T).op(op, A0, 5, 0).halt().program();
  }

  /** A load that would leave a reservation is proved as one that leaves none, and the reverse. */
  @Test
  void aLoadReservesIfTheProgramSaysSo() {
    GuestProgram program = program(Opcode.LR_D, T, Opcode.SC_D, T);
    var forge = new Forge(program, Forge.REVEALING);
    Assembly told = new Assembly().word(word(T), 7).set(5, T).set(6, T).set(7, 9);
    told.op(Opcode.LD, 12, 5, 0, 0).op(Opcode.SC_D, A0, 6, 7).op(Opcode.LD, 13, 6, 0, 0);
    told.op(Opcode.ADD, A0, A0, 13).halt();
    Attempt attempt = forge.of(FalseRun.of(told.program()));
    assertThat(attempt.exitCode()).isEqualTo(8);
    assertFalls(forge, attempt, "bus program");
    forge = new Forge(told.program(), Forge.REVEALING);
    attempt = forge.of(FalseRun.of(program));
    assertThat(attempt.exitCode()).isEqualTo(9);
    assertFalls(forge, attempt, "bus program");
  }

  /** An addition whose result goes to the reservation, and is what the store needs. */
  @Test
  void noOtherInstructionReserves() {
    int sum = 13;
    Assembly code = new Assembly().set(6, T).set(sum, T + 2);
    code.op(Opcode.SC_D, 12, 6, 6).op(Opcode.LD, A0, 6, 0, 0).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    FalseRun run = FalseRun.of(code.program()).result(2, 0).leaves(2, 0, T);
    Attempt attempt = succeeding(forge.of(run.result(3, T).leaves(3, 0, T)));
    assertThat(attempt.exitCode()).isEqualTo(T);
    attempt.set(
        Machine.ADD_IMMEDIATE, Machine.ADD_IMMEDIATE.row().form().rd(), 1, Registers.RESERVATION);
    var before = SC.reservation().before();
    attempt.set(Machine.STORE_CONDITIONAL, before.x0(), 0, (T & 0xffff) + 2);
    attempt.set(Machine.STORE_CONDITIONAL, before.x1(), 0, T >> 16);
    attempt.set(Machine.STORE_CONDITIONAL, before.time(), 0, time(1, Clock.RD));
    var registers = Machine.REGISTERS.row();
    attempt.set(Machine.REGISTERS, registers.last(), sum, 0);
    attempt.set(Machine.REGISTERS, registers.time(), sum, 0);
    assertFalls(forge, attempt, "bus program");
  }

  /** A touch carries the reservation on as it is. */
  @Test
  void aReservationLasts() throws ProofRejectedException {
    int turns = 5000;
    assertThat(2 * turns * Clock.STEP).isGreaterThan(1 << 16);
    GuestProgram program =
        new Assembly()
            .set(5, T)
            .op(Opcode.LR_D, 12, 5, 0)
            .set(6, turns)
            .op(Opcode.ADDI, 6, 6, 0, -1)
            .op(Opcode.BNE, 0, 6, 0, -4)
            .op(Opcode.SC_D, A0, 5, 5)
            .halt()
            .program();
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(program));
    assertThat(attempt.exitCode()).isZero();
    assertThat(forge.flaws(attempt)).isEmpty();
    forge.submit(attempt);
  }
}
