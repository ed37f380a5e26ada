package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.conformance.Attacks.assertFalls;
import static org.zarf.conformance.Operations.word;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.conformance.Operations.Lie;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.AtomicAddChip;
import org.zarf.machine.chips.AtomicBitwiseChip;
import org.zarf.machine.chips.AtomicCompareChip;
import org.zarf.machine.chips.AtomicForm;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/** Atomic operations on the memory that return, leave, or address something else. */
class AtomicAttackTest {

  private static final long T = 0x30_0040;
  private static final long WORD = 0x8070_6050_c0b0_a090L;
  private static final long POSITIVE = 0x0070_6050_40b0_a090L;
  private static final long CARRIES = 0x1111_2222_ffff_ffffL;

  private static final Operations RUN =
      new Operations()
          .word(T, WORD)
          .atomic("swap.d", Opcode.AMOSWAP_D, T, WORD + 1)
          .word(T + 0x10, WORD)
          .atomic("swap.w, the upper half", Opcode.AMOSWAP_W, T + 0x14, 0x1234_5678)
          .word(T + 0x20, POSITIVE)
          .atomic("swap.w of a positive", Opcode.AMOSWAP_W, T + 0x20, 0x1234_5678)
          .word(T + 0x30, 0xffff)
          .atomic("add.d", Opcode.AMOADD_D, T + 0x30, 1)
          .word(T + 0x40, CARRIES)
          .atomic("add.w", Opcode.AMOADD_W, T + 0x40, 1)
          .word(T + 0x50, WORD)
          .atomic("xor.w", Opcode.AMOXOR_W, T + 0x50, 0xff)
          .word(T + 0x60, WORD)
          .atomic("and.d", Opcode.AMOAND_D, T + 0x60, 0xff)
          .word(T + 0x70, -1)
          .atomic("min.d -1, 1", Opcode.AMOMIN_D, T + 0x70, 1)
          .word(T + 0x80, -1)
          .atomic("minu.d -1, 1", Opcode.AMOMINU_D, T + 0x80, 1)
          .word(T + 0x90, 1)
          .atomic("min.d 1, 3", Opcode.AMOMIN_D, T + 0x90, 3)
          .word(T + 0xa0, 0x8000_0000L << 32)
          .atomic("maxu.w", Opcode.AMOMAXU_W, T + 0xa4, 0x9000_0000L);

  private static final AtomicAddChip.Row ADD = Machine.ATOMIC_ADD.row();
  private static final AtomicForm ADD_FORM = ADD.amo().form();
  private static final AtomicBitwiseChip.Row BITWISE = Machine.ATOMIC_BITWISE.row();
  private static final AtomicCompareChip.Row COMPARE = Machine.ATOMIC_COMPARE.row();

  /** The upper half of the word was negative, and is returned without its sign. */
  private static Lie unsigned() {
    long after = 0x1234_5678_c0b0_a090L;
    return RUN.atomic("swap.w, the upper half", Machine.ATOMIC_ADD, 0x8070_6050L, after);
  }

  @Test
  void theTrueOperationsAreAccepted() throws ProofRejectedException {
    RUN.prove();
  }

  @Test
  void theOldValueIsReturnedAndNotTheNewOne() {
    RUN.atomic("swap.d", Machine.ATOMIC_ADD, WORD + 1, WORD + 1)
        .falls("atomic-add: the low half is that of the accessed bytes");
    // The word held it already.
    RUN.atomic("swap.d", Machine.ATOMIC_ADD, WORD + 1, WORD + 1)
        .set(ADD_FORM.memory().before(), WORD + 1)
        .falls("bus memory");
    RUN.atomic("swap.d", Machine.ATOMIC_ADD, WORD + (1L << 32), WORD + 1)
        .isFlawed("atomic-add: the high half is that of the word, or signs");
  }

  @Test
  void theNewValueIsLeft() {
    RUN.atomic("swap.d", Machine.ATOMIC_ADD, WORD, WORD)
        .falls("atomic-add: the accessed bytes are replaced");
    RUN.atomic("swap.d", Machine.ATOMIC_ADD, WORD, WORD)
        .set(ADD.sum(), WORD)
        .falls("atomic-add: a swap leaves the operand");
    RUN.atomic("swap.d", Machine.ATOMIC_ADD, WORD, WORD)
        .set(ADD.sum(), WORD)
        .set(ADD.amo().operand().value(), WORD)
        .isFlawed("bus memory");
    RUN.atomic("add.d", Machine.ATOMIC_ADD, 0xffff, 0xffff)
        .set(ADD.sum(), 0xffff)
        .falls("atomic-add: carry out of limb ..");
  }

  /** A limb of 17 bits saves the carry; the word ends with it. */
  @Test
  void sumsHaveLimbsOf16Bits() {
    var code = new Assembly().word(word(T), 0xffff).set(5, T).set(6, 1);
    GuestProgram program = code.op(Opcode.AMOADD_D, Registers.A0, 5, 6).halt().program();
    var forge = new Forge(program, Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(program));
    attempt.set(Machine.ATOMIC_ADD, ADD.sum().x0(), 0, 1 << 16);
    attempt.set(Machine.ATOMIC_ADD, ADD.sum().x1(), 0, 0);
    attempt.set(Machine.ATOMIC_ADD, ADD.amo().after().x0(), 0, 1 << 16);
    attempt.set(Machine.ATOMIC_ADD, ADD.amo().after().x1(), 0, 0);
    attempt.set(Machine.MEMORY, Machine.MEMORY.row().last().x0(), 0, 1 << 16);
    attempt.set(Machine.MEMORY, Machine.MEMORY.row().last().x1(), 0, 0);
    assertFalls(forge, attempt, "bus range");
  }

  @Test
  void fourBytesLeaveTheOtherFour() {
    // The carry goes on into the upper half.
    RUN.atomic("add.w", Machine.ATOMIC_ADD, -1, CARRIES + 1)
        .falls("atomic-add: the accessed bytes are replaced");
    RUN.atomic("swap.w, the upper half", Machine.ATOMIC_ADD, (int) 0x8070_6050, 0x1234_5678L << 32)
        .isFlawed("atomic-add: the accessed bytes are replaced");
    RUN.atomic(
            "xor.w",
            Machine.ATOMIC_BITWISE,
            (int) WORD,
            ~WORD >> 32 << 32 | (WORD ^ 0xff) << 32 >>> 32)
        .isFlawed("atomic-bitwise: the accessed bytes are replaced");
  }

  @Test
  void theHalfIsThatOfTheAddress() {
    // The lower half in place of the upper one: an eighth of the address is no word then.
    RUN.atomic(
            "swap.w, the upper half",
            Machine.ATOMIC_ADD,
            (int) WORD,
            WORD >> 32 << 32 | 0x1234_5678)
        .set(ADD_FORM.upper(), 0)
        .falls("bus memory", "bus range");
    RUN.atomic(
            "swap.w of a positive",
            Machine.ATOMIC_ADD,
            POSITIVE >> 32,
            0x1234_5678L << 32 | 0x40b0_a090)
        .set(ADD_FORM.upper(), 1)
        .isFlawed("bus memory", "bus range");
  }

  @Test
  void fourBytesAreExtendedWithTheirSign() {
    unsigned().falls("bus range");
    long negative = POSITIVE << 32 >> 32 | -1L << 32;
    RUN.atomic(
            "swap.w of a positive",
            Machine.ATOMIC_ADD,
            negative,
            POSITIVE >> 32 << 32 | 0x1234_5678)
        .isFlawed("bus range");
    // Of 8 bytes, none are a sign.
    RUN.atomic("add.d", Machine.ATOMIC_ADD, 0xffff - (1L << 32), 0x1_0000)
        .set(ADD.sum(), 0x1_0000)
        .set(ADD.amo().old().negative(), 1)
        .isFlawed(
            "atomic-add: only 4 bytes are extended with ones", "atomic-add: carry out of limb ..");
  }

  /** A row that proves nothing looks up the sign -1 times: one that is not there is answered. */
  @Test
  void noLookUpIsUndone() {
    Lie lie = unsigned();
    var table = lie.attempt().another(Machine.LOAD_RESERVED);
    Attempt other = lie.attempt().only(table);
    var row = Machine.LOAD_RESERVED.row();
    other.set(Machine.LOAD_RESERVED, row.form().isDouble(), 0, 1);
    other.set(Machine.LOAD_RESERVED, row.form().memory().before().x1(), 0, 0x8070);
    other.set(Machine.LOAD_RESERVED, row.old().value().x1(), 0, 0x8070);
    lie.falls("load-reserved: one width where the row is active");
  }

  @Test
  void wordsAreComparedAsTheProgramSays() {
    RUN.replacedStore("min.d -1, 1", Machine.ATOMIC_COMPARE, as(Opcode.AMOMINU_D))
        .falls("bus program");
    RUN.replacedStore("min.d -1, 1", Machine.ATOMIC_COMPARE, as(Opcode.AMOMAX_D))
        .isFlawed("bus program");
    // Signed, but -1 is read as 2^64 - 1.
    RUN.replacedStore("min.d -1, 1", Machine.ATOMIC_COMPARE, as(Opcode.AMOMINU_D))
        .set(COMPARE.signed(), 1)
        .falls("bus range");
    // Unsigned, but read as -1.
    RUN.replacedStore("minu.d -1, 1", Machine.ATOMIC_COMPARE, as(Opcode.AMOMIN_D))
        .set(COMPARE.signed(), 0)
        .falls("atomic-compare: unsigned words are not negative");
    RUN.replacedStore("min.d -1, 1", Machine.ATOMIC_COMPARE, as(Opcode.AMOMAX_D))
        .set(COMPARE.isMax(), 0)
        .falls("atomic-compare: the smaller or the larger value is left");
  }

  private static UnaryOperator<Instruction> as(Opcode op) {
    return x -> new Instruction(op, x.rd(), x.rs1(), x.rs2(), 0, x.length(), x.pc());
  }

  @Test
  void oneOfTwoValuesIsLeft() {
    RUN.atomic("min.d 1, 3", Machine.ATOMIC_COMPARE, 1, 3)
        .set(COMPARE.keeps(), 0)
        .falls("atomic-compare: the smaller or the larger value is left");
    RUN.atomic("min.d 1, 3", Machine.ATOMIC_COMPARE, 1, 3)
        .isFlawed("atomic-compare: the accessed bytes are replaced");
    // Half of each.
    RUN.atomic("min.d 1, 3", Machine.ATOMIC_COMPARE, 1, 2)
        .set(COMPARE.keeps(), KoalaBear.toInt(KoalaBear.inverse(KoalaBear.of(2))))
        .falls("atomic-compare: the smaller or the larger value is left");
    // 1 is not less than 3 by -3.
    RUN.atomic("min.d 1, 3", Machine.ATOMIC_COMPARE, 1, 3)
        .set(COMPARE.keeps(), 0)
        .set(COMPARE.gadget().comparison().less(), 0)
        .set(COMPARE.gadget().comparison().gap(), -3)
        .falls("bus range");
  }

  /** One of the two is extended with its sign, and the other is not. */
  @Test
  void bothValuesThatAreComparedAreExtended() {
    RUN.atomic("maxu.w", Machine.ATOMIC_COMPARE, (int) 0x8000_0000, 0x8000_0000L << 32)
        .set(COMPARE.negative(), 0)
        .set(COMPARE.x2(), 0)
        .set(COMPARE.x3(), 0)
        .set(COMPARE.gadget().comparison().less(), 0)
        .set(COMPARE.gadget().comparison().decides().get(1), 0)
        .set(COMPARE.gadget().comparison().decides().get(3), 1)
        .set(COMPARE.gadget().comparison().gap(), 0xfffe)
        .set(COMPARE.keeps(), 1)
        .falls("bus range");
  }

  @Test
  void bitsAreCombinedAsTheProgramSays() {
    RUN.replacedStore("and.d", Machine.ATOMIC_BITWISE, as(Opcode.AMOOR_D)).falls("bus program");
    RUN.replacedStore("and.d", Machine.ATOMIC_BITWISE, as(Opcode.AMOOR_D))
        .set(BITWISE.isOr(), 0)
        .set(BITWISE.isAnd(), 1)
        .isFlawed("atomic-bitwise: limb ..");
    // A bit that only one of the two has.
    RUN.atomic("and.d", Machine.ATOMIC_BITWISE, WORD, 0x91)
        .set(BITWISE.gadget().and().getFirst(), 0x91)
        .set(BITWISE.gadget().result(), 0x91)
        .falls("bus and");
  }

  /** Each chip's opcodes, and those that its flags reach if they are none, or two are set. */
  @Test
  void flagsReachNoOpcodeOfAnotherChip() {
    // AND and OR at once are a MIN: of 1 and 3, twice their AND, which is their XOR.
    RUN.replacedStore("min.d 1, 3", Machine.ATOMIC_BITWISE, as(Opcode.AMOXOR_D))
        .set(BITWISE.isAnd(), 1)
        .set(BITWISE.isOr(), 1)
        .falls("atomic-bitwise: at most one opcode, and none without an instruction");
    // Two more than an ADD is an XOR.
    RUN.replacedStore("xor.w", Machine.ATOMIC_ADD, as(Opcode.AMOADD_W))
        .set(ADD.isAdd(), 2)
        .falls("atomic-add: isAdd is a bit", "atomic-add: a swap leaves the operand");
    // Two widths more than a SWAP is an ADD.
    RUN.replacedStore("add.w", Machine.ATOMIC_ADD, as(Opcode.AMOSWAP_W))
        .set(ADD_FORM.isDouble(), 2)
        .isFlawed(
            "atomic-add: isDouble is a bit",
            "atomic-add: one width where the row is active",
            "atomic-add: only 4 bytes are extended with ones",
            "atomic-add: the accessed bytes are replaced",
            "atomic-add: the high half is that of the word, or signs");
    RUN.replacedStore("add.d", Machine.ATOMIC_ADD, as(Opcode.AMOADD_W)).isFlawed("bus program");
  }

  /** Swaps what lies at an address; ends with what was there. */
  private static GuestProgram swap(Opcode op, long address) {
    return new Assembly().set(5, address).op(op, Registers.A0, 5, 0).halt().program();
  }

  /** The swap at one address, in a program that says another one. */
  private static Attempt elsewhere(Forge forge, Opcode op, long address) {
    Attempt attempt = forge.of(FalseRun.of(swap(op, T)));
    var set = Machine.ADD_IMMEDIATE.row();
    attempt.set(Machine.ADD_IMMEDIATE, set.form().imm().x0(), 0, address & 0xffff);
    attempt.set(Machine.ADD_IMMEDIATE, set.form().imm().x1(), 0, address >> 16 & 0xffff);
    attempt.set(Machine.ADD_IMMEDIATE, set.form().imm().sign(), 0, address < 0 ? 1 : 0);
    attempt.set(Machine.ADD_IMMEDIATE, set.sum(), 0, address);
    attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().last(), 5, address);
    attempt.set(Machine.ATOMIC_ADD, ADD_FORM.address().x0(), 0, address & 0xffff);
    attempt.set(Machine.ATOMIC_ADD, ADD_FORM.address().x1(), 0, address >> 16 & 0xffff);
    return attempt;
  }

  /** The real run traps. */
  @Test
  void misalignedOperationsDoNotHappen() {
    var forge = new Forge(swap(Opcode.AMOSWAP_W, T + 2), Forge.REVEALING);
    Attempt attempt = elsewhere(forge, Opcode.AMOSWAP_W, T + 2);
    assertFalls(forge, attempt, "bus memory", "bus range");
    // The register had another value.
    attempt.set(Machine.ATOMIC_ADD, ADD_FORM.address().x0(), 0, T & 0xffff);
    assertFalls(forge, attempt, "bus memory");
    // Half of a half lies 2 above the word.
    attempt = elsewhere(forge, Opcode.AMOSWAP_W, T + 2);
    int half = KoalaBear.toInt(KoalaBear.inverse(KoalaBear.of(2)));
    attempt.set(Machine.ATOMIC_ADD, ADD_FORM.upper(), 0, half);
    assertFalls(forge, attempt, "atomic-add: upper is a bit");
    // 8 bytes as an upper half.
    forge = new Forge(swap(Opcode.AMOSWAP_D, T + 4), Forge.REVEALING);
    attempt = elsewhere(forge, Opcode.AMOSWAP_D, T + 4);
    attempt.set(Machine.ATOMIC_ADD, ADD_FORM.upper(), 0, 1);
    assertFalls(forge, attempt, "atomic-add: only 4 bytes lie in half a word");
  }

  /** The real run traps: the bits of an address from 31 on are not left away. */
  @Test
  void operationsHappenBelow2To31() {
    long above = T + (1L << 31);
    var forge = new Forge(swap(Opcode.AMOSWAP_D, above), Forge.REVEALING);
    assertFalls(forge, elsewhere(forge, Opcode.AMOSWAP_D, above), "bus memory", "bus range");
    long negative = T - (1L << 32);
    forge = new Forge(swap(Opcode.AMOSWAP_D, negative), Forge.REVEALING);
    assertFalls(forge, elsewhere(forge, Opcode.AMOSWAP_D, negative), "bus memory");
  }

  /**
   * The operand is in the register that gets the old value: read after that, it is the old value.
   */
  @Test
  void operandsAreReadBeforeTheResultIsWritten() {
    var code = new Assembly().word(word(T), 7).set(5, T).set(6, 9);
    code.op(Opcode.AMOSWAP_D, 6, 5, 6).op(Opcode.LD, Registers.A0, 5, 0, 0).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    Attempt attempt =
        forge.of(FalseRun.of(code.program()).leaves(2, 0, 7).result(3, 7).leaves(3, 0, 7));
    assertThat(attempt.exitCode()).isEqualTo(7);
    var operand = ADD.amo().operand();
    attempt.set(Machine.ATOMIC_ADD, ADD.sum(), 0, 7);
    attempt.set(Machine.ATOMIC_ADD, operand.value(), 0, 7);
    attempt.set(Machine.ATOMIC_ADD, operand.time(), 0, time(2, Clock.RD));
    attempt.set(Machine.ATOMIC_ADD, ADD_FORM.out().time(), 0, time(1, Clock.RD));
    attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().time(), 6, time(2, Clock.RS2));
    assertFalls(forge, attempt, "bus range");
  }

  private static int time(int step, int offset) {
    return Clock.FIRST + step * Clock.STEP + offset;
  }

  /** Of two additions to one word, the second comes first. */
  @Test
  void operationsFollowEachOther() {
    var code = new Assembly().word(word(T), 7).set(5, T).set(6, 1);
    code.op(Opcode.AMOADD_D, 12, 5, 6).op(Opcode.AMOADD_D, Registers.A0, 5, 6).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    FalseRun run = FalseRun.of(code.program()).access(3, 0, word(T), 7, 8).result(3, 7);
    Attempt attempt = forge.of(run.access(2, 0, word(T), 8, 9).result(2, 8));
    assertThat(attempt.exitCode()).isEqualTo(7);
    var memory = ADD_FORM.memory();
    attempt.set(Machine.ATOMIC_ADD, memory.before(), 0, 8);
    attempt.set(Machine.ATOMIC_ADD, memory.time(), 0, time(3, Clock.FIRST_WORD));
    attempt.set(Machine.ATOMIC_ADD, memory.before(), 1, 7);
    attempt.set(Machine.ATOMIC_ADD, memory.time(), 1, 0);
    var row = Machine.MEMORY.row();
    attempt.set(Machine.MEMORY, row.first(), 0, 7);
    attempt.set(Machine.MEMORY, row.last(), 0, 9);
    attempt.set(Machine.MEMORY, row.time(), 0, time(2, Clock.FIRST_WORD));
    assertFalls(forge, attempt, "bus range");
    attempt.set(Machine.ATOMIC_ADD, memory.gapHigh(), 0, -1);
    assertFalls(forge, attempt, "bus range");
  }

  /** The result goes to x0 itself, and is read from it. */
  @Test
  void resultsGoToTheirRegister() {
    var code = new Assembly().word(word(T), 7).set(5, T);
    code.op(Opcode.AMOSWAP_D, Registers.SINK, 5, 5).set(Registers.A0, 0).halt();
    var told = new Assembly().word(word(T), 7).set(5, T);
    told.op(Opcode.AMOSWAP_D, Registers.A0, 5, 5).halt();
    var forge = new Forge(code.program(), Forge.REVEALING);
    Attempt attempt = forge.of(FalseRun.of(told.program()));
    assertThat(attempt.exitCode()).isEqualTo(7);
    assertFalls(forge, attempt, "bus program");
  }
}
