package org.zarf.machine.chips;

import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;

/**
 * A decoded instruction as the program table lists it and as chips look it up: pc, the next pc,
 * opcode, rd, rs1, rs2 and three values a, b, s whose meaning depends on the opcode.
 *
 * <ul>
 *   <li>With an immediate: its two low limbs and its sign; the limbs 2 and 3 are 0xffff s.
 *   <li>Branches: a is the target.
 *   <li>{@code JAL}: a is the target, b the high limb of the next pc (the link).
 *   <li>{@code JALR}: the immediate, and in place of rs2 the high limb of the next pc.
 * </ul>
 */
public record ProgramRow(
    long pc, long next, long opcode, long rd, long rs1, long rs2, long a, long b, long s) {

  /** The row of an instruction. */
  public static ProgramRow of(Instruction x) {
    long link = x.next() >>> 16;
    Operands operands = x.op().operands();
    long rs2 = x.op() == Opcode.JALR ? link : x.rs2();
    long a =
        switch (operands) {
          case REGISTERS, ADDRESS, ATOMIC, NONE -> 0;
          case IMMEDIATE, STORE -> x.imm() & 0xffff;
          case BRANCH, JUMP -> x.pc() + x.imm();
        };
    long b =
        switch (operands) {
          case REGISTERS, ADDRESS, ATOMIC, NONE, BRANCH -> 0;
          case IMMEDIATE, STORE -> (x.imm() >>> 16) & 0xffff;
          case JUMP -> link;
        };
    boolean signed = operands == Operands.IMMEDIATE || operands == Operands.STORE;
    long s = signed && x.imm() < 0 ? 1 : 0;
    return new ProgramRow(x.pc(), x.next(), x.op().code(), x.rd(), x.rs1(), rs2, a, b, s);
  }

  /** The values in the order of the message. */
  public long[] values() {
    return new long[] {pc, next, opcode, rd, rs1, rs2, a, b, s};
  }

  /** The part of the message after pc and next, built up from zeros. */
  public record Decoded(Expr opcode, Expr rd, Expr rs1, Expr rs2, Expr a, Expr b, Expr s) {

    /** An opcode without operands. */
    public static Decoded of(Expr opcode) {
      Expr zero = Expr.Constant.ZERO;
      return new Decoded(opcode, zero, zero, zero, zero, zero, zero);
    }

    /** An opcode without operands. */
    public static Decoded of(Opcode opcode) {
      return of(Expr.of(opcode.code()));
    }

    /** With a register written. */
    public Decoded rd(Expr index) {
      return new Decoded(opcode, index, rs1, rs2, a, b, s);
    }

    /** With a first register read. */
    public Decoded rs1(Expr index) {
      return new Decoded(opcode, rd, index, rs2, a, b, s);
    }

    /** With a second register read. */
    public Decoded rs2(Expr index) {
      return new Decoded(opcode, rd, rs1, index, a, b, s);
    }

    /** With the values a, b and s. */
    public Decoded values(Expr first, Expr second, Expr sign) {
      return new Decoded(opcode, rd, rs1, rs2, first, second, sign);
    }

    /** With an immediate. */
    public Decoded immediate(Immediate immediate) {
      return values(immediate.x0(), immediate.x1(), immediate.sign());
    }

    Limbs message() {
      return Limbs.of(opcode, rd, rs1, rs2, a, b, s);
    }
  }
}
