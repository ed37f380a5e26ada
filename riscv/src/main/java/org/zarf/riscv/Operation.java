package org.zarf.riscv;

import org.zarf.machine.isa.Opcode;

/**
 * What the interpreter switches over. The immediate forms of arithmetic are gone: in the normal
 * form, one of register rs2 and the immediate is always zero, so their sum is the second operand of
 * both forms.
 */
final class Operation {
  static final int ADD = 0;
  static final int SUB = 1;
  static final int ADDW = 2;
  static final int SUBW = 3;
  static final int AND = 4;
  static final int OR = 5;
  static final int XOR = 6;
  static final int SLL = 7;
  static final int SRL = 8;
  static final int SRA = 9;
  static final int SLLW = 10;
  static final int SRLW = 11;
  static final int SRAW = 12;
  static final int SLT = 13;
  static final int SLTU = 14;
  static final int BEQ = 15;
  static final int BNE = 16;
  static final int BLT = 17;
  static final int BGE = 18;
  static final int BLTU = 19;
  static final int BGEU = 20;
  static final int MUL = 21;
  static final int LB = 22;
  static final int LBU = 23;
  static final int LH = 24;
  static final int LHU = 25;
  static final int LW = 26;
  static final int LWU = 27;
  static final int LD = 28;
  static final int SB = 29;
  static final int SH = 30;
  static final int SW = 31;
  static final int SD = 32;
  static final int JAL = 33;
  static final int JALR = 34;
  static final int ECALL = 35;
  static final int EBREAK = 36;

  /** Where execution must not come: what follows the end of a stretch of code. */
  static final int NO_CODE = 37;

  /** Stands in for the first instruction of compiled code: leaves the interpreter. */
  static final int ENTER = 38;

  static final int MULW = 39;
  static final int MULH = 40;
  static final int MULHU = 41;
  static final int MULHSU = 42;
  static final int DIV = 43;
  static final int DIVU = 44;
  static final int REM = 45;
  static final int REMU = 46;
  static final int DIVW = 47;
  static final int DIVUW = 48;
  static final int REMW = 49;
  static final int REMUW = 50;

  /**
   * The operations from here on are atomic: {@link Opcode#LR_W} and those behind it, in the order
   * of the opcodes. What they do is {@link Atomic#execute}.
   */
  static final int FIRST_ATOMIC = 51;

  private Operation() {}

  /** Whether an operation is one of {@code LR} and {@code SC}, the first four atomic ones. */
  static boolean isReserving(int operation) {
    return operation >= FIRST_ATOMIC && operation < FIRST_ATOMIC + 4;
  }

  static int of(Opcode op) {
    return switch (op) {
      case ADD, ADDI -> ADD;
      case SUB -> SUB;
      case ADDW, ADDIW -> ADDW;
      case SUBW -> SUBW;
      case AND, ANDI -> AND;
      case OR, ORI -> OR;
      case XOR, XORI -> XOR;
      case SLL, SLLI -> SLL;
      case SRL, SRLI -> SRL;
      case SRA, SRAI -> SRA;
      case SLLW, SLLIW -> SLLW;
      case SRLW, SRLIW -> SRLW;
      case SRAW, SRAIW -> SRAW;
      case SLT, SLTI -> SLT;
      case SLTU, SLTIU -> SLTU;
      case BEQ -> BEQ;
      case BNE -> BNE;
      case BLT -> BLT;
      case BGE -> BGE;
      case BLTU -> BLTU;
      case BGEU -> BGEU;
      case MUL -> MUL;
      case MULW -> MULW;
      case MULH -> MULH;
      case MULHU -> MULHU;
      case MULHSU -> MULHSU;
      case DIV -> DIV;
      case DIVU -> DIVU;
      case REM -> REM;
      case REMU -> REMU;
      case DIVW -> DIVW;
      case DIVUW -> DIVUW;
      case REMW -> REMW;
      case REMUW -> REMUW;
      case LB -> LB;
      case LBU -> LBU;
      case LH -> LH;
      case LHU -> LHU;
      case LW -> LW;
      case LWU -> LWU;
      case LD -> LD;
      case SB -> SB;
      case SH -> SH;
      case SW -> SW;
      case SD -> SD;
      case JAL -> JAL;
      case JALR -> JALR;
      case ECALL -> ECALL;
      case EBREAK -> EBREAK;
      case LR_W,
          LR_D,
          SC_W,
          SC_D,
          AMOSWAP_W,
          AMOSWAP_D,
          AMOADD_W,
          AMOADD_D,
          AMOXOR_W,
          AMOXOR_D,
          AMOAND_W,
          AMOAND_D,
          AMOOR_W,
          AMOOR_D,
          AMOMIN_W,
          AMOMIN_D,
          AMOMAX_W,
          AMOMAX_D,
          AMOMINU_W,
          AMOMINU_D,
          AMOMAXU_W,
          AMOMAXU_D ->
          FIRST_ATOMIC + op.code() - Opcode.LR_W.code();
    };
  }

  /**
   * The operations from {@link #MULW} to {@link #REMUW}: what multiplication and division other
   * than MUL do.
   */
  static long multiplyOrDivide(int operation, long a, long b) {
    return switch (operation) {
      case MULW -> (int) (a * b);
      case MULH -> Math.multiplyHigh(a, b);
      case MULHU -> Math.unsignedMultiplyHigh(a, b);
      // A negative a, seen as unsigned, is too large by 2^64: signed high half plus b's sign times
      // a.
      case MULHSU -> Math.multiplyHigh(a, b) + (a & (b >> 63));
      case DIV -> b == 0 ? -1 : a / b;
      case DIVU -> b == 0 ? -1 : Long.divideUnsigned(a, b);
      case REM -> b == 0 ? a : a % b;
      case REMU -> b == 0 ? a : Long.remainderUnsigned(a, b);
      case DIVW -> (int) b == 0 ? -1 : (int) a / (int) b;
      case DIVUW -> (int) b == 0 ? -1 : Integer.divideUnsigned((int) a, (int) b);
      case REMW -> (int) b == 0 ? (int) a : (int) a % (int) b;
      case REMUW -> (int) b == 0 ? (int) a : Integer.remainderUnsigned((int) a, (int) b);
      default -> throw new IllegalArgumentException("operation " + operation);
    };
  }
}
