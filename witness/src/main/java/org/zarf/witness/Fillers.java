package org.zarf.witness;

import java.util.List;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.TouchChip;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Opcode;

/** Pairs each table of instructions with its filler, and says which instructions it proves. */
final class Fillers {

  /**
   * A table of instructions.
   *
   * @param opcodes those that it proves
   * @param variant which of them: for calls the call's ordinal; for loads and stores {@link
   *     #ALIGNED} or {@link #MISALIGNED}; for atomics {@link #ALIGNED}; otherwise 0
   * @param accesses how many accesses its events have at most
   */
  record InstructionTable<R extends Record>(
      Machine.Part<R> part, Filler<R> filler, List<Opcode> opcodes, int variant, int accesses) {}

  /** All tables of instructions. */
  static final List<InstructionTable<?>> INSTRUCTIONS =
      List.of(
          table(Machine.ADD, new AddFiller(), Opcode.ADD),
          table(Machine.SUB, new SubFiller(), Opcode.SUB),
          table(Machine.ADD_IMMEDIATE, new AddImmediateFiller(), Opcode.ADDI),
          table(
              Machine.BITWISE,
              new BitwiseFiller(),
              Opcode.AND,
              Opcode.OR,
              Opcode.XOR,
              Opcode.ANDI,
              Opcode.ORI,
              Opcode.XORI),
          table(
              Machine.COMPARE,
              new CompareFiller(),
              Opcode.SLT,
              Opcode.SLTU,
              Opcode.SLTI,
              Opcode.SLTIU),
          table(
              Machine.BRANCH_LESS,
              new BranchLessFiller(),
              Opcode.BLT,
              Opcode.BGE,
              Opcode.BLTU,
              Opcode.BGEU),
          table(
              Machine.SHIFT_LEFT,
              new ShiftLeftFiller(),
              Opcode.SLL,
              Opcode.SLLW,
              Opcode.SLLI,
              Opcode.SLLIW),
          table(
              Machine.SHIFT_RIGHT,
              new ShiftRightFiller(),
              Opcode.SRL,
              Opcode.SRA,
              Opcode.SRLW,
              Opcode.SRAW,
              Opcode.SRLI,
              Opcode.SRAI,
              Opcode.SRLIW,
              Opcode.SRAIW),
          table(Machine.MULTIPLY, new MultiplyFiller(), Opcode.MUL, Opcode.MULW),
          table(
              Machine.MULTIPLY_HIGH,
              new MultiplyHighFiller(),
              Opcode.MULH,
              Opcode.MULHU,
              Opcode.MULHSU),
          table(
              Machine.DIVIDE,
              new DivideFiller(),
              Opcode.DIV,
              Opcode.DIVU,
              Opcode.REM,
              Opcode.REMU,
              Opcode.DIVW,
              Opcode.DIVUW,
              Opcode.REMW,
              Opcode.REMUW),
          table(Machine.ADD_WORD, new AddWordFiller(), Opcode.ADDW),
          table(Machine.SUB_WORD, new SubWordFiller(), Opcode.SUBW),
          table(Machine.ADD_WORD_IMMEDIATE, new AddWordImmediateFiller(), Opcode.ADDIW),
          table(Machine.BRANCH_EQUAL, new BranchEqualFiller(), Opcode.BEQ, Opcode.BNE),
          table(Machine.JUMP, new JumpFiller(), Opcode.JAL),
          table(Machine.JUMP_REGISTER, new JumpRegisterFiller(), Opcode.JALR),
          call(Call.HALT, Machine.HALT, new HaltFiller()),
          call(Call.JOURNAL, Machine.JOURNAL, new JournalFiller()),
          call(Call.PRINT, Machine.PRINT, new PrintFiller()),
          aligned(Machine.LOAD_DOUBLE, new LoadDoubleFiller(), Opcode.LD),
          aligned(Machine.LOAD_WORD, new LoadWordFiller(), Opcode.LW, Opcode.LWU),
          aligned(
              Machine.LOAD_NARROW,
              new LoadNarrowFiller(),
              Opcode.LB,
              Opcode.LBU,
              Opcode.LH,
              Opcode.LHU),
          misaligned(
              Machine.LOAD_MISALIGNED,
              new LoadMisalignedFiller(),
              Opcode.LH,
              Opcode.LHU,
              Opcode.LW,
              Opcode.LWU,
              Opcode.LD),
          aligned(Machine.STORE_DOUBLE, new StoreDoubleFiller(), Opcode.SD),
          aligned(Machine.STORE_WORD, new StoreWordFiller(), Opcode.SW),
          aligned(Machine.STORE_NARROW, new StoreNarrowFiller(), Opcode.SB, Opcode.SH),
          misaligned(
              Machine.STORE_MISALIGNED,
              new StoreMisalignedFiller(),
              Opcode.SH,
              Opcode.SW,
              Opcode.SD),
          reserving(Machine.LOAD_RESERVED, new LoadReservedFiller(), Opcode.LR_W, Opcode.LR_D),
          reserving(
              Machine.STORE_CONDITIONAL, new StoreConditionalFiller(), Opcode.SC_W, Opcode.SC_D),
          aligned(
              Machine.ATOMIC_ADD,
              new AtomicAddFiller(),
              Opcode.AMOSWAP_W,
              Opcode.AMOSWAP_D,
              Opcode.AMOADD_W,
              Opcode.AMOADD_D),
          aligned(
              Machine.ATOMIC_BITWISE,
              new AtomicBitwiseFiller(),
              Opcode.AMOXOR_W,
              Opcode.AMOXOR_D,
              Opcode.AMOAND_W,
              Opcode.AMOAND_D,
              Opcode.AMOOR_W,
              Opcode.AMOOR_D),
          aligned(
              Machine.ATOMIC_COMPARE,
              new AtomicCompareFiller(),
              Opcode.AMOMIN_W,
              Opcode.AMOMIN_D,
              Opcode.AMOMAX_W,
              Opcode.AMOMAX_D,
              Opcode.AMOMINU_W,
              Opcode.AMOMINU_D,
              Opcode.AMOMAXU_W,
              Opcode.AMOMAXU_D));

  /** The touches of registers: events of no instruction. */
  static final InstructionTable<TouchChip.Row> TOUCH = table(Machine.TOUCH, new TouchFiller());

  /** The variant of loads and stores whose address is a multiple of the bytes accessed. */
  static final int ALIGNED = 1;

  /** The variant of all other loads and stores, inside one word or across two. */
  static final int MISALIGNED = 2;

  private Fillers() {}

  /** A table of instructions that access no memory. */
  static <R extends Record> InstructionTable<R> table(
      Machine.Part<R> part, Filler<R> filler, Opcode... opcodes) {
    return new InstructionTable<>(part, filler, List.of(opcodes), 0, 0);
  }

  /** A table of aligned loads or stores, or of atomic operations. */
  static <R extends Record> InstructionTable<R> aligned(
      Machine.Part<R> part, Filler<R> filler, Opcode... opcodes) {
    return new InstructionTable<>(part, filler, List.of(opcodes), ALIGNED, 1);
  }

  /** A table of atomic operations that access the reservation, too. */
  static <R extends Record> InstructionTable<R> reserving(
      Machine.Part<R> part, Filler<R> filler, Opcode... opcodes) {
    return new InstructionTable<>(part, filler, List.of(opcodes), ALIGNED, 2);
  }

  /** A table of misaligned loads or stores. */
  static <R extends Record> InstructionTable<R> misaligned(
      Machine.Part<R> part, Filler<R> filler, Opcode... opcodes) {
    return new InstructionTable<>(part, filler, List.of(opcodes), MISALIGNED, 2);
  }

  /** The table of a call. */
  static <R extends Record> InstructionTable<R> call(
      Call call, Machine.Part<R> part, Filler<R> filler) {
    int accesses = call == Call.JOURNAL ? 1 : 0;
    return new InstructionTable<>(part, filler, List.of(Opcode.ECALL), call.ordinal(), accesses);
  }
}
