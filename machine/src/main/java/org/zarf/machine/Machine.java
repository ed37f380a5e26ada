package org.zarf.machine;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Chip;
import org.zarf.air.Circuit;
import org.zarf.air.Circuit.Cardinality;
import org.zarf.air.Table;
import org.zarf.machine.chips.AddChip;
import org.zarf.machine.chips.AddImmediateChip;
import org.zarf.machine.chips.AddWordChip;
import org.zarf.machine.chips.AddWordImmediateChip;
import org.zarf.machine.chips.AtomicAddChip;
import org.zarf.machine.chips.AtomicBitwiseChip;
import org.zarf.machine.chips.AtomicCompareChip;
import org.zarf.machine.chips.BitwiseChip;
import org.zarf.machine.chips.BranchEqualChip;
import org.zarf.machine.chips.BranchLessChip;
import org.zarf.machine.chips.BytePairChip;
import org.zarf.machine.chips.CompareChip;
import org.zarf.machine.chips.DivideChip;
import org.zarf.machine.chips.HaltChip;
import org.zarf.machine.chips.ImageChip;
import org.zarf.machine.chips.JournalChip;
import org.zarf.machine.chips.JumpChip;
import org.zarf.machine.chips.JumpRegisterChip;
import org.zarf.machine.chips.LoadDoubleChip;
import org.zarf.machine.chips.LoadMisalignedChip;
import org.zarf.machine.chips.LoadNarrowChip;
import org.zarf.machine.chips.LoadReservedChip;
import org.zarf.machine.chips.LoadWordChip;
import org.zarf.machine.chips.MemoryChip;
import org.zarf.machine.chips.MultiplyChip;
import org.zarf.machine.chips.MultiplyHighChip;
import org.zarf.machine.chips.PowerChip;
import org.zarf.machine.chips.PrintChip;
import org.zarf.machine.chips.ProgramChip;
import org.zarf.machine.chips.RangeChip;
import org.zarf.machine.chips.RegistersChip;
import org.zarf.machine.chips.ShiftLeftChip;
import org.zarf.machine.chips.ShiftRightChip;
import org.zarf.machine.chips.StoreConditionalChip;
import org.zarf.machine.chips.StoreDoubleChip;
import org.zarf.machine.chips.StoreMisalignedChip;
import org.zarf.machine.chips.StoreNarrowChip;
import org.zarf.machine.chips.StoreWordChip;
import org.zarf.machine.chips.SubChip;
import org.zarf.machine.chips.SubWordChip;
import org.zarf.machine.chips.TouchChip;

/**
 * The circuit of the machine: all its tables in their canonical order, which is the order of the
 * constants below and part of every program's identity.
 */
public final class Machine {

  /** The preprocessed commitment to what does not depend on the program. */
  public static final String MACHINE_GROUP = "machine";

  /** The preprocessed commitment to instructions and image. */
  public static final String PROGRAM_GROUP = "program";

  /**
   * A table of the circuit.
   *
   * @param slot its place
   * @param row its row of symbols
   */
  public record Part<R extends Record>(int slot, R row, Table table) {}

  private static final List<Circuit.Slot> SLOTS = new ArrayList<>();

  /** Instructions. */
  public static final Part<ProgramChip.Row> PROGRAM = one(new ProgramChip(), PROGRAM_GROUP);

  /** The image. */
  public static final Part<ImageChip.Row> IMAGE = one(new ImageChip(), PROGRAM_GROUP);

  /** Range checks. */
  public static final Part<RangeChip.Row> RANGE = one(new RangeChip("range"), MACHINE_GROUP);

  /** The range checks that blinding rows displace. */
  public static final Part<RangeChip.Row> RANGE_SPILL =
      one(new RangeChip("range-spill"), MACHINE_GROUP);

  /** Pairs of bytes. */
  public static final Part<BytePairChip.Row> BYTE_PAIRS =
      one(new BytePairChip("byte-pairs"), MACHINE_GROUP);

  /** The pairs of bytes that blinding rows displace. */
  public static final Part<BytePairChip.Row> BYTE_PAIRS_SPILL =
      one(new BytePairChip("byte-pairs-spill"), MACHINE_GROUP);

  /** Powers of two. */
  public static final Part<PowerChip.Row> POWER = one(new PowerChip(), MACHINE_GROUP);

  /** The ends of the registers. */
  public static final Part<RegistersChip.Row> REGISTERS = one(new RegistersChip(), MACHINE_GROUP);

  /** The ends of the memory. */
  public static final Part<MemoryChip.Row> MEMORY =
      part(new MemoryChip(), Cardinality.EXACTLY_ONE, "");

  /** Bridges between accesses of registers that are far apart. */
  public static final Part<TouchChip.Row> TOUCH = any(new TouchChip());

  /** {@code ADD}. */
  public static final Part<AddChip.Row> ADD = any(new AddChip());

  /** {@code SUB}. */
  public static final Part<SubChip.Row> SUB = any(new SubChip());

  /** {@code ADDI}. */
  public static final Part<AddImmediateChip.Row> ADD_IMMEDIATE = any(new AddImmediateChip());

  /** {@code AND}, {@code OR}, {@code XOR} and their immediate forms. */
  public static final Part<BitwiseChip.Row> BITWISE = any(new BitwiseChip());

  /** {@code SLT}, {@code SLTU} and their immediate forms. */
  public static final Part<CompareChip.Row> COMPARE = any(new CompareChip());

  /** {@code BLT}, {@code BGE}, {@code BLTU}, {@code BGEU}. */
  public static final Part<BranchLessChip.Row> BRANCH_LESS = any(new BranchLessChip());

  /** {@code SLL} and {@code SLLW} and their immediate forms. */
  public static final Part<ShiftLeftChip.Row> SHIFT_LEFT = any(new ShiftLeftChip());

  /** {@code SRL}, {@code SRA}, {@code SRLW}, {@code SRAW} and their immediate forms. */
  public static final Part<ShiftRightChip.Row> SHIFT_RIGHT = any(new ShiftRightChip());

  /** {@code MUL}, {@code MULW}. */
  public static final Part<MultiplyChip.Row> MULTIPLY = any(new MultiplyChip());

  /** {@code MULH}, {@code MULHU}, {@code MULHSU}. */
  public static final Part<MultiplyHighChip.Row> MULTIPLY_HIGH = any(new MultiplyHighChip());

  /** All divisions and remainders. */
  public static final Part<DivideChip.Row> DIVIDE = any(new DivideChip());

  /** {@code ADDW}. */
  public static final Part<AddWordChip.Row> ADD_WORD = any(new AddWordChip());

  /** {@code SUBW}. */
  public static final Part<SubWordChip.Row> SUB_WORD = any(new SubWordChip());

  /** {@code ADDIW}. */
  public static final Part<AddWordImmediateChip.Row> ADD_WORD_IMMEDIATE =
      any(new AddWordImmediateChip());

  /** {@code BEQ} and {@code BNE}. */
  public static final Part<BranchEqualChip.Row> BRANCH_EQUAL = any(new BranchEqualChip());

  /** {@code JAL}. */
  public static final Part<JumpChip.Row> JUMP = any(new JumpChip());

  /** {@code JALR}. */
  public static final Part<JumpRegisterChip.Row> JUMP_REGISTER = any(new JumpRegisterChip());

  /** The call that ends the run. */
  public static final Part<HaltChip.Row> HALT = part(new HaltChip(), Cardinality.AT_MOST_ONE, "");

  /** The call that publishes a word. */
  public static final Part<JournalChip.Row> JOURNAL = any(new JournalChip());

  /** The call that prints. */
  public static final Part<PrintChip.Row> PRINT = any(new PrintChip());

  /** {@code LD}, aligned. */
  public static final Part<LoadDoubleChip.Row> LOAD_DOUBLE = any(new LoadDoubleChip());

  /** {@code LW} and {@code LWU}, aligned. */
  public static final Part<LoadWordChip.Row> LOAD_WORD = any(new LoadWordChip());

  /** {@code LB}, {@code LBU}, {@code LH} and {@code LHU}, aligned. */
  public static final Part<LoadNarrowChip.Row> LOAD_NARROW = any(new LoadNarrowChip());

  /** Misaligned loads. */
  public static final Part<LoadMisalignedChip.Row> LOAD_MISALIGNED = any(new LoadMisalignedChip());

  /** {@code SD}, aligned. */
  public static final Part<StoreDoubleChip.Row> STORE_DOUBLE = any(new StoreDoubleChip());

  /** {@code SW}, aligned. */
  public static final Part<StoreWordChip.Row> STORE_WORD = any(new StoreWordChip());

  /** {@code SB} and {@code SH}, aligned. */
  public static final Part<StoreNarrowChip.Row> STORE_NARROW = any(new StoreNarrowChip());

  /** Misaligned stores. */
  public static final Part<StoreMisalignedChip.Row> STORE_MISALIGNED =
      any(new StoreMisalignedChip());

  /** {@code LR_W} and {@code LR_D}. */
  public static final Part<LoadReservedChip.Row> LOAD_RESERVED = any(new LoadReservedChip());

  /** {@code SC_W} and {@code SC_D}. */
  public static final Part<StoreConditionalChip.Row> STORE_CONDITIONAL =
      any(new StoreConditionalChip());

  /** {@code AMOSWAP} and {@code AMOADD}. */
  public static final Part<AtomicAddChip.Row> ATOMIC_ADD = any(new AtomicAddChip());

  /** {@code AMOXOR}, {@code AMOAND} and {@code AMOOR}. */
  public static final Part<AtomicBitwiseChip.Row> ATOMIC_BITWISE = any(new AtomicBitwiseChip());

  /** {@code AMOMIN}, {@code AMOMAX}, {@code AMOMINU} and {@code AMOMAXU}. */
  public static final Part<AtomicCompareChip.Row> ATOMIC_COMPARE = any(new AtomicCompareChip());

  private static final Circuit CIRCUIT = new Circuit("machine", SLOTS);

  private Machine() {}

  /** The circuit; without the table that a hiding proof adds. */
  public static Circuit circuit() {
    return CIRCUIT;
  }

  private static <R extends Record> Part<R> any(Chip<R> chip) {
    return part(chip, Cardinality.ANY, "");
  }

  private static <R extends Record> Part<R> one(Chip<R> chip, String group) {
    return part(chip, Cardinality.EXACTLY_ONE, group);
  }

  private static <R extends Record> Part<R> part(
      Chip<R> chip, Cardinality cardinality, String group) {
    Table.Defined<R> defined = Table.of(chip);
    SLOTS.add(new Circuit.Slot(defined.table(), cardinality, group));
    return new Part<>(SLOTS.size() - 1, defined.row(), defined.table());
  }
}
