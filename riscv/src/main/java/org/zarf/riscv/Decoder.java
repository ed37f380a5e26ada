package org.zarf.riscv;

import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;

/**
 * Decodes RV64IMA and the compressed integer instructions to the normal form of {@link
 * Instruction}. Strict: reserved encodings are not instructions. The fences are the exception,
 * because the manual says that their unused fields are ignored; as there is one hart and code never
 * changes, they do nothing. Nor do the bits aq and rl of atomic operations. Source: The RISC-V
 * Instruction Set Manual, Volume I.
 */
public final class Decoder {
  private static final int LOAD = 0x03;
  private static final int MISC_MEM = 0x0f;
  private static final int OP_IMM = 0x13;
  private static final int AUIPC = 0x17;
  private static final int OP_IMM_32 = 0x1b;
  private static final int STORE = 0x23;
  private static final int AMO = 0x2f;
  private static final int OP = 0x33;
  private static final int LUI = 0x37;
  private static final int OP_32 = 0x3b;
  private static final int BRANCH = 0x63;
  private static final int JALR = 0x67;
  private static final int JAL = 0x6f;
  private static final int ECALL_BITS = 0x00000073;
  private static final int EBREAK_BITS = 0x00100073;

  private Decoder() {}

  /** How many bytes an instruction with these low bits has: 2 or 4. */
  public static int length(int bits) {
    return (bits & 3) == 3 ? 4 : 2;
  }

  /**
   * The instruction at an address, or null when there is none of this machine.
   *
   * @param bits 32 little-endian bits of code; only the low 16 count when {@link #length} is 2
   * @param pc an address for which {@link org.zarf.machine.isa.AddressSpace#isCode} holds
   */
  public static @Nullable Instruction decode(int bits, long pc) {
    if (length(bits) == 2) {
      return new CompressedDecoder(bits & 0xffff, pc).decode();
    }
    return switch (bits & 0x7f) {
      case LOAD -> immediate(load(funct3(bits)), bits, bits >> 20, pc);
      case OP_IMM -> arithmeticImmediate(bits, pc);
      case OP_IMM_32 -> wordImmediate(bits, pc);
      case OP -> registers(arithmetic(bits), bits, pc);
      case OP_32 -> registers(word(bits), bits, pc);
      case STORE -> store(bits, pc);
      case AMO -> atomic(bits, pc);
      case BRANCH -> branch(bits, pc);
      case LUI -> constant(rd(bits), bits & 0xfffff000, 4, pc);
      case AUIPC -> constant(rd(bits), pc + (bits & 0xfffff000), 4, pc);
      case JAL -> new Instruction(Opcode.JAL, destination(rd(bits)), 0, 0, jump(bits), 4, pc);
      case JALR -> immediate(funct3(bits) == 0 ? Opcode.JALR : null, bits, bits >> 20, pc);
      case MISC_MEM -> funct3(bits) <= 1 ? constant(0, 0, 4, pc) : null;
      default -> system(bits, pc);
    };
  }

  /** The register to write for a field rd. */
  static int destination(int rd) {
    return rd == Registers.ZERO ? Registers.SINK : rd;
  }

  /** The instruction that sets a register to a constant. */
  static Instruction constant(int rd, long value, int length, long pc) {
    return new Instruction(Opcode.ADDI, destination(rd), 0, 0, value, length, pc);
  }

  private static int rd(int bits) {
    return (bits >>> 7) & 31;
  }

  private static int funct3(int bits) {
    return (bits >>> 12) & 7;
  }

  private static int rs1(int bits) {
    return (bits >>> 15) & 31;
  }

  private static int rs2(int bits) {
    return (bits >>> 20) & 31;
  }

  private static @Nullable Instruction immediate(@Nullable Opcode op, int bits, long imm, long pc) {
    return op == null ? null : new Instruction(op, destination(rd(bits)), rs1(bits), 0, imm, 4, pc);
  }

  private static @Nullable Instruction registers(@Nullable Opcode op, int bits, long pc) {
    return op == null
        ? null
        : new Instruction(op, destination(rd(bits)), rs1(bits), rs2(bits), 0, 4, pc);
  }

  private static @Nullable Opcode load(int funct3) {
    return switch (funct3) {
      case 0 -> Opcode.LB;
      case 1 -> Opcode.LH;
      case 2 -> Opcode.LW;
      case 3 -> Opcode.LD;
      case 4 -> Opcode.LBU;
      case 5 -> Opcode.LHU;
      case 6 -> Opcode.LWU;
      default -> null;
    };
  }

  private static @Nullable Instruction arithmeticImmediate(int bits, long pc) {
    int amount = (bits >>> 20) & 63;
    return switch (funct3(bits)) {
      case 0 -> immediate(Opcode.ADDI, bits, bits >> 20, pc);
      case 1 -> immediate(bits >>> 26 == 0 ? Opcode.SLLI : null, bits, amount, pc);
      case 2 -> immediate(Opcode.SLTI, bits, bits >> 20, pc);
      case 3 -> immediate(Opcode.SLTIU, bits, bits >> 20, pc);
      case 4 -> immediate(Opcode.XORI, bits, bits >> 20, pc);
      case 5 -> immediate(rightShift(bits >>> 26, 16, Opcode.SRLI, Opcode.SRAI), bits, amount, pc);
      case 6 -> immediate(Opcode.ORI, bits, bits >> 20, pc);
      default -> immediate(Opcode.ANDI, bits, bits >> 20, pc);
    };
  }

  private static @Nullable Instruction wordImmediate(int bits, long pc) {
    int amount = (bits >>> 20) & 31;
    return switch (funct3(bits)) {
      case 0 -> immediate(Opcode.ADDIW, bits, bits >> 20, pc);
      case 1 -> immediate(bits >>> 25 == 0 ? Opcode.SLLIW : null, bits, amount, pc);
      case 5 ->
          immediate(rightShift(bits >>> 25, 32, Opcode.SRLIW, Opcode.SRAIW), bits, amount, pc);
      default -> null;
    };
  }

  private static @Nullable Opcode rightShift(
      int kind, int arithmeticKind, Opcode logical, Opcode arithmetic) {
    if (kind == 0) {
      return logical;
    }
    return kind == arithmeticKind ? arithmetic : null;
  }

  /** The fields funct7 and funct3 as one number, funct7 in the high digits. */
  private static int function(int bits) {
    return (bits >>> 25) << 4 | funct3(bits);
  }

  private static @Nullable Opcode arithmetic(int bits) {
    return switch (function(bits)) {
      case 0x000 -> Opcode.ADD;
      case 0x200 -> Opcode.SUB;
      case 0x001 -> Opcode.SLL;
      case 0x002 -> Opcode.SLT;
      case 0x003 -> Opcode.SLTU;
      case 0x004 -> Opcode.XOR;
      case 0x005 -> Opcode.SRL;
      case 0x205 -> Opcode.SRA;
      case 0x006 -> Opcode.OR;
      case 0x007 -> Opcode.AND;
      case 0x010 -> Opcode.MUL;
      case 0x011 -> Opcode.MULH;
      case 0x012 -> Opcode.MULHSU;
      case 0x013 -> Opcode.MULHU;
      case 0x014 -> Opcode.DIV;
      case 0x015 -> Opcode.DIVU;
      case 0x016 -> Opcode.REM;
      case 0x017 -> Opcode.REMU;
      default -> null;
    };
  }

  private static @Nullable Opcode word(int bits) {
    return switch (function(bits)) {
      case 0x000 -> Opcode.ADDW;
      case 0x200 -> Opcode.SUBW;
      case 0x001 -> Opcode.SLLW;
      case 0x005 -> Opcode.SRLW;
      case 0x205 -> Opcode.SRAW;
      case 0x010 -> Opcode.MULW;
      case 0x014 -> Opcode.DIVW;
      case 0x015 -> Opcode.DIVUW;
      case 0x016 -> Opcode.REMW;
      case 0x017 -> Opcode.REMUW;
      default -> null;
    };
  }

  private static @Nullable Instruction store(int bits, long pc) {
    Opcode op =
        switch (funct3(bits)) {
          case 0 -> Opcode.SB;
          case 1 -> Opcode.SH;
          case 2 -> Opcode.SW;
          case 3 -> Opcode.SD;
          default -> null;
        };
    int imm = (bits >> 25) << 5 | rd(bits);
    return op == null ? null : new Instruction(op, 0, rs1(bits), rs2(bits), imm, 4, pc);
  }

  private static @Nullable Instruction atomic(int bits, long pc) {
    if ((funct3(bits) | 1) != 3) {
      return null;
    }
    Opcode op = atomic(bits >>> 27, funct3(bits) == 3);
    boolean reserved = op != null && !op.operands().readsRs2() && rs2(bits) != 0;
    return reserved ? null : registers(op, bits, pc);
  }

  private static @Nullable Opcode atomic(int funct5, boolean isDouble) {
    return switch (funct5) {
      case 0x02 -> isDouble ? Opcode.LR_D : Opcode.LR_W;
      case 0x03 -> isDouble ? Opcode.SC_D : Opcode.SC_W;
      case 0x01 -> isDouble ? Opcode.AMOSWAP_D : Opcode.AMOSWAP_W;
      case 0x00 -> isDouble ? Opcode.AMOADD_D : Opcode.AMOADD_W;
      case 0x04 -> isDouble ? Opcode.AMOXOR_D : Opcode.AMOXOR_W;
      case 0x0c -> isDouble ? Opcode.AMOAND_D : Opcode.AMOAND_W;
      case 0x08 -> isDouble ? Opcode.AMOOR_D : Opcode.AMOOR_W;
      case 0x10 -> isDouble ? Opcode.AMOMIN_D : Opcode.AMOMIN_W;
      case 0x14 -> isDouble ? Opcode.AMOMAX_D : Opcode.AMOMAX_W;
      case 0x18 -> isDouble ? Opcode.AMOMINU_D : Opcode.AMOMINU_W;
      case 0x1c -> isDouble ? Opcode.AMOMAXU_D : Opcode.AMOMAXU_W;
      default -> null;
    };
  }

  private static @Nullable Instruction branch(int bits, long pc) {
    Opcode op =
        switch (funct3(bits)) {
          case 0 -> Opcode.BEQ;
          case 1 -> Opcode.BNE;
          case 4 -> Opcode.BLT;
          case 5 -> Opcode.BGE;
          case 6 -> Opcode.BLTU;
          case 7 -> Opcode.BGEU;
          default -> null;
        };
    int imm =
        (bits >> 31) << 12
            | ((bits >>> 7) & 1) << 11
            | ((bits >>> 25) & 63) << 5
            | ((bits >>> 8) & 15) << 1;
    return op == null ? null : new Instruction(op, 0, rs1(bits), rs2(bits), imm, 4, pc);
  }

  private static int jump(int bits) {
    return (bits >> 31) << 20
        | ((bits >>> 12) & 0xff) << 12
        | ((bits >>> 20) & 1) << 11
        | ((bits >>> 21) & 0x3ff) << 1;
  }

  private static @Nullable Instruction system(int bits, long pc) {
    return switch (bits) {
      case ECALL_BITS -> new Instruction(Opcode.ECALL, 0, 0, 0, 0, 4, pc);
      case EBREAK_BITS -> new Instruction(Opcode.EBREAK, 0, 0, 0, 0, 4, pc);
      default -> null;
    };
  }
}
