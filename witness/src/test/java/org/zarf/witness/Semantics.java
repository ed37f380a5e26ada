package org.zarf.witness;

import java.math.BigInteger;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;

/** What instructions compute, written for the tests from the RISC-V manual alone. */
final class Semantics {

  static final long PC = 0x2468;
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  private Semantics() {}

  /** A run of an opcode on operands; of {@code b}, the bits that fit if it is an immediate. */
  static ExecutedRow.Run run(Opcode op, long a, long b) {
    boolean registers = op.operands() == Operands.REGISTERS;
    boolean branch = op.operands() == Operands.BRANCH;
    long imm = registers ? 0 : branch ? -0x468 : immediate(op, b);
    var x = new Instruction(op, branch ? 0 : 7, 5, registers || branch ? 6 : 0, imm, 4, PC);
    if (branch) {
      return new ExecutedRow.Run(x, a, b, 0, taken(op, a, b) ? PC + imm : PC + 4);
    }
    long second = registers ? b : imm;
    return new ExecutedRow.Run(x, a, registers ? b : 0, result(op, a, second), PC + 4);
  }

  /** The bits of b that fit into the opcode's immediate. */
  static long immediate(Opcode op, long b) {
    return switch (op) {
      case SLLI, SRLI, SRAI -> b & 63;
      case SLLIW, SRLIW, SRAIW -> b & 31;
      default -> (b << 52) >> 52;
    };
  }

  static boolean taken(Opcode op, long a, long b) {
    return switch (op) {
      case BLT -> a < b;
      case BGE -> a >= b;
      case BLTU -> unsigned(a).compareTo(unsigned(b)) < 0;
      case BGEU -> unsigned(a).compareTo(unsigned(b)) >= 0;
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  static long result(Opcode op, long a, long b) {
    return switch (op) {
      case AND, ANDI -> a & b;
      case OR, ORI -> a | b;
      case XOR, XORI -> a ^ b;
      case SLT, SLTI -> a < b ? 1 : 0;
      case SLTU, SLTIU -> unsigned(a).compareTo(unsigned(b)) < 0 ? 1 : 0;
      case SLL, SLLI -> a << (b & 63);
      case SRL, SRLI -> a >>> (b & 63);
      case SRA, SRAI -> a >> (b & 63);
      case SLLW, SLLIW -> (int) a << (b & 31);
      case SRLW, SRLIW -> (int) a >>> (b & 31);
      case SRAW, SRAIW -> (int) a >> (b & 31);
      case MUL -> a * b;
      case MULW -> (int) (a * b);
      case MULH -> high(signed(a), signed(b));
      case MULHU -> high(unsigned(a), unsigned(b));
      case MULHSU -> high(signed(a), unsigned(b));
      case DIV -> divide(signed(a), signed(b));
      case DIVU -> divide(unsigned(a), unsigned(b));
      case REM -> remainder(signed(a), signed(b));
      case REMU -> remainder(unsigned(a), unsigned(b));
      case DIVW -> (int) divide(signed((int) a), signed((int) b));
      case DIVUW -> (int) divide(unsigned(a & 0xffff_ffffL), unsigned(b & 0xffff_ffffL));
      case REMW -> (int) remainder(signed((int) a), signed((int) b));
      case REMUW -> (int) remainder(unsigned(a & 0xffff_ffffL), unsigned(b & 0xffff_ffffL));
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  private static BigInteger signed(long x) {
    return BigInteger.valueOf(x);
  }

  private static BigInteger unsigned(long x) {
    return BigInteger.valueOf(x).mod(WORD);
  }

  private static long high(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(64).longValue();
  }

  private static long divide(BigInteger n, BigInteger d) {
    return d.signum() == 0 ? -1 : n.divide(d).longValue();
  }

  private static long remainder(BigInteger n, BigInteger d) {
    return d.signum() == 0 ? n.longValue() : n.remainder(d).longValue();
  }
}
