package org.zarf.machine.isa;

import java.util.List;

/**
 * The opcodes of decoded instructions: RV64IMA without {@code LUI}, {@code AUIPC} and the fences,
 * which the decoder turns into {@code ADDI}. Semantics: The RISC-V Instruction Set Manual, Volume
 * I, chapters RV32I, RV64I, M and A.
 *
 * <p>The order is part of the program's identity, because {@link #code} is: add at the end.
 */
public enum Opcode {
  /** rd = rs1 + rs2. */
  ADD(InstructionClass.ADD, Operands.REGISTERS),
  /** rd = rs1 - rs2. */
  SUB(InstructionClass.ADD, Operands.REGISTERS),
  /** rd = rs1 + imm. */
  ADDI(InstructionClass.ADD, Operands.IMMEDIATE),
  /** rd = the low 32 bits of rs1 + rs2, sign-extended. */
  ADDW(InstructionClass.ADD, Operands.REGISTERS),
  /** rd = the low 32 bits of rs1 - rs2, sign-extended. */
  SUBW(InstructionClass.ADD, Operands.REGISTERS),
  /** rd = the low 32 bits of rs1 + imm, sign-extended. */
  ADDIW(InstructionClass.ADD, Operands.IMMEDIATE),
  /** rd = rs1 AND rs2, bit by bit. */
  AND(InstructionClass.BITWISE, Operands.REGISTERS),
  /** rd = rs1 OR rs2, bit by bit. */
  OR(InstructionClass.BITWISE, Operands.REGISTERS),
  /** rd = rs1 XOR rs2, bit by bit. */
  XOR(InstructionClass.BITWISE, Operands.REGISTERS),
  /** rd = rs1 AND imm, bit by bit. */
  ANDI(InstructionClass.BITWISE, Operands.IMMEDIATE),
  /** rd = rs1 OR imm, bit by bit. */
  ORI(InstructionClass.BITWISE, Operands.IMMEDIATE),
  /** rd = rs1 XOR imm, bit by bit. */
  XORI(InstructionClass.BITWISE, Operands.IMMEDIATE),
  /** rd = rs1 shifted left by the low 6 bits of rs2. */
  SLL(InstructionClass.SHIFT, Operands.REGISTERS),
  /** rd = rs1 shifted right by the low 6 bits of rs2, filled with zeros. */
  SRL(InstructionClass.SHIFT, Operands.REGISTERS),
  /** rd = rs1 shifted right by the low 6 bits of rs2, filled with the sign. */
  SRA(InstructionClass.SHIFT, Operands.REGISTERS),
  /** rd = the low 32 bits of rs1, shifted left by the low 5 bits of rs2, sign-extended. */
  SLLW(InstructionClass.SHIFT, Operands.REGISTERS),
  /**
   * rd = the low 32 bits of rs1, shifted right by the low 5 bits of rs2, filled with zeros,
   * sign-extended.
   */
  SRLW(InstructionClass.SHIFT, Operands.REGISTERS),
  /** rd = the low 32 bits of rs1, shifted right by the low 5 bits of rs2, filled with the sign. */
  SRAW(InstructionClass.SHIFT, Operands.REGISTERS),
  /** rd = rs1 shifted left by imm, 0 to 63. */
  SLLI(InstructionClass.SHIFT, Operands.IMMEDIATE),
  /** rd = rs1 shifted right by imm, 0 to 63, filled with zeros. */
  SRLI(InstructionClass.SHIFT, Operands.IMMEDIATE),
  /** rd = rs1 shifted right by imm, 0 to 63, filled with the sign. */
  SRAI(InstructionClass.SHIFT, Operands.IMMEDIATE),
  /** rd = the low 32 bits of rs1, shifted left by imm, 0 to 31, sign-extended. */
  SLLIW(InstructionClass.SHIFT, Operands.IMMEDIATE),
  /**
   * rd = the low 32 bits of rs1, shifted right by imm, 0 to 31, filled with zeros, sign-extended.
   */
  SRLIW(InstructionClass.SHIFT, Operands.IMMEDIATE),
  /** rd = the low 32 bits of rs1, shifted right by imm, 0 to 31, filled with the sign. */
  SRAIW(InstructionClass.SHIFT, Operands.IMMEDIATE),
  /** rd = 1 if rs1 is less than rs2, as signed numbers; otherwise 0. */
  SLT(InstructionClass.COMPARE, Operands.REGISTERS),
  /** rd = 1 if rs1 is less than rs2, as unsigned numbers; otherwise 0. */
  SLTU(InstructionClass.COMPARE, Operands.REGISTERS),
  /** rd = 1 if rs1 is less than imm, as signed numbers; otherwise 0. */
  SLTI(InstructionClass.COMPARE, Operands.IMMEDIATE),
  /** rd = 1 if rs1 is less than imm, sign-extended and then read as unsigned; otherwise 0. */
  SLTIU(InstructionClass.COMPARE, Operands.IMMEDIATE),
  /** Branches if rs1 and rs2 are equal. */
  BEQ(InstructionClass.BRANCH, Operands.BRANCH),
  /** Branches if rs1 and rs2 differ. */
  BNE(InstructionClass.BRANCH, Operands.BRANCH),
  /** Branches if rs1 is less than rs2, as signed numbers. */
  BLT(InstructionClass.BRANCH, Operands.BRANCH),
  /** Branches if rs1 is not less than rs2, as signed numbers. */
  BGE(InstructionClass.BRANCH, Operands.BRANCH),
  /** Branches if rs1 is less than rs2, as unsigned numbers. */
  BLTU(InstructionClass.BRANCH, Operands.BRANCH),
  /** Branches if rs1 is not less than rs2, as unsigned numbers. */
  BGEU(InstructionClass.BRANCH, Operands.BRANCH),
  /** rd = the low 64 bits of rs1 * rs2. */
  MUL(InstructionClass.MULTIPLY, Operands.REGISTERS),
  /** rd = the low 32 bits of rs1 * rs2, sign-extended. */
  MULW(InstructionClass.MULTIPLY, Operands.REGISTERS),
  /** rd = the high 64 bits of rs1 * rs2, both signed. */
  MULH(InstructionClass.MULTIPLY, Operands.REGISTERS),
  /** rd = the high 64 bits of rs1 * rs2, both unsigned. */
  MULHU(InstructionClass.MULTIPLY, Operands.REGISTERS),
  /** rd = the high 64 bits of rs1 * rs2, rs1 signed and rs2 unsigned. */
  MULHSU(InstructionClass.MULTIPLY, Operands.REGISTERS),
  /** rd = rs1 / rs2, signed, rounded towards zero; -1 if rs2 is zero. */
  DIV(InstructionClass.DIVIDE, Operands.REGISTERS),
  /** rd = rs1 / rs2, unsigned; 2^64 - 1 if rs2 is zero. */
  DIVU(InstructionClass.DIVIDE, Operands.REGISTERS),
  /** rd = the remainder of {@link #DIV}, with the sign of rs1; rs1 if rs2 is zero. */
  REM(InstructionClass.DIVIDE, Operands.REGISTERS),
  /** rd = the remainder of {@link #DIVU}; rs1 if rs2 is zero. */
  REMU(InstructionClass.DIVIDE, Operands.REGISTERS),
  /** {@link #DIV} of the low 32 bits, sign-extended. */
  DIVW(InstructionClass.DIVIDE, Operands.REGISTERS),
  /** {@link #DIVU} of the low 32 bits, sign-extended. */
  DIVUW(InstructionClass.DIVIDE, Operands.REGISTERS),
  /** {@link #REM} of the low 32 bits, sign-extended. */
  REMW(InstructionClass.DIVIDE, Operands.REGISTERS),
  /** {@link #REMU} of the low 32 bits, sign-extended. */
  REMUW(InstructionClass.DIVIDE, Operands.REGISTERS),
  /** rd = the byte at rs1 + imm, sign-extended. */
  LB(InstructionClass.LOAD, Operands.IMMEDIATE),
  /** rd = the byte at rs1 + imm. */
  LBU(InstructionClass.LOAD, Operands.IMMEDIATE),
  /** rd = the 2 bytes from rs1 + imm on, sign-extended. */
  LH(InstructionClass.LOAD, Operands.IMMEDIATE),
  /** rd = the 2 bytes from rs1 + imm on. */
  LHU(InstructionClass.LOAD, Operands.IMMEDIATE),
  /** rd = the 4 bytes from rs1 + imm on, sign-extended. */
  LW(InstructionClass.LOAD, Operands.IMMEDIATE),
  /** rd = the 4 bytes from rs1 + imm on. */
  LWU(InstructionClass.LOAD, Operands.IMMEDIATE),
  /** rd = the 8 bytes from rs1 + imm on. */
  LD(InstructionClass.LOAD, Operands.IMMEDIATE),
  /** Stores the low byte of rs2 at rs1 + imm. */
  SB(InstructionClass.STORE, Operands.STORE),
  /** Stores the low 2 bytes of rs2 from rs1 + imm on. */
  SH(InstructionClass.STORE, Operands.STORE),
  /** Stores the low 4 bytes of rs2 from rs1 + imm on. */
  SW(InstructionClass.STORE, Operands.STORE),
  /** Stores rs2 from rs1 + imm on. */
  SD(InstructionClass.STORE, Operands.STORE),
  /** rd = the address of the next instruction, and a jump to pc + imm. */
  JAL(InstructionClass.JUMP, Operands.JUMP),
  /** rd = the address of the next instruction, and a jump to rs1 + imm with bit 0 cleared. */
  JALR(InstructionClass.JUMP, Operands.IMMEDIATE),
  /** Calls the environment: see {@link Call}. */
  ECALL(InstructionClass.CALL, Operands.NONE),
  /** Traps. */
  EBREAK(InstructionClass.CALL, Operands.NONE),
  /** rd = the 4 bytes at rs1, sign-extended, which are reserved for {@link #SC_W}. */
  LR_W(InstructionClass.ATOMIC, Operands.ADDRESS),
  /** rd = the 8 bytes at rs1, which are reserved for {@link #SC_D}. */
  LR_D(InstructionClass.ATOMIC, Operands.ADDRESS),
  /** If the 4 bytes at rs1 are reserved, stores rs2 there and rd = 0; otherwise rd = 1. */
  SC_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** If the 8 bytes at rs1 are reserved, stores rs2 there and rd = 0; otherwise rd = 1. */
  SC_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 4 bytes at rs1, sign-extended, which are replaced by rs2. */
  AMOSWAP_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 8 bytes at rs1, which are replaced by rs2. */
  AMOSWAP_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 4 bytes at rs1, sign-extended, which are replaced by their sum with rs2. */
  AMOADD_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 8 bytes at rs1, which are replaced by their sum with rs2. */
  AMOADD_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 4 bytes at rs1, sign-extended, which are replaced by they XOR rs2. */
  AMOXOR_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 8 bytes at rs1, which are replaced by they XOR rs2. */
  AMOXOR_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 4 bytes at rs1, sign-extended, which are replaced by they AND rs2. */
  AMOAND_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 8 bytes at rs1, which are replaced by they AND rs2. */
  AMOAND_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 4 bytes at rs1, sign-extended, which are replaced by they OR rs2. */
  AMOOR_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /** rd = the 8 bytes at rs1, which are replaced by they OR rs2. */
  AMOOR_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /**
   * rd = the 4 bytes at rs1, sign-extended, which are replaced by the smaller of them and rs2, as
   * signed numbers.
   */
  AMOMIN_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /**
   * rd = the 8 bytes at rs1, which are replaced by the smaller of them and rs2, as signed numbers.
   */
  AMOMIN_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /**
   * rd = the 4 bytes at rs1, sign-extended, which are replaced by the larger of them and rs2, as
   * signed numbers.
   */
  AMOMAX_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /**
   * rd = the 8 bytes at rs1, which are replaced by the larger of them and rs2, as signed numbers.
   */
  AMOMAX_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /**
   * rd = the 4 bytes at rs1, sign-extended, which are replaced by the smaller of them and rs2, as
   * unsigned numbers.
   */
  AMOMINU_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /**
   * rd = the 8 bytes at rs1, which are replaced by the smaller of them and rs2, as unsigned
   * numbers.
   */
  AMOMINU_D(InstructionClass.ATOMIC, Operands.ATOMIC),
  /**
   * rd = the 4 bytes at rs1, sign-extended, which are replaced by the larger of them and rs2, as
   * unsigned numbers.
   */
  AMOMAXU_W(InstructionClass.ATOMIC, Operands.ATOMIC),
  /**
   * rd = the 8 bytes at rs1, which are replaced by the larger of them and rs2, as unsigned numbers.
   */
  AMOMAXU_D(InstructionClass.ATOMIC, Operands.ATOMIC);

  private static final List<Opcode> ALL = List.of(values());

  private final InstructionClass instructionClass;
  private final Operands operands;

  Opcode(InstructionClass instructionClass, Operands operands) {
    this.instructionClass = instructionClass;
    this.operands = operands;
  }

  /** All opcodes; the one at index i has code i. */
  public static List<Opcode> all() {
    return ALL;
  }

  /** The number that stands for this opcode in program tables: its place in {@link #all}. */
  public int code() {
    return ordinal();
  }

  /** The kind of work, for profiles. */
  public InstructionClass instructionClass() {
    return instructionClass;
  }

  /** Which fields of the instruction are used. */
  public Operands operands() {
    return operands;
  }

  /** How many bytes of memory are read or written: 1, 2, 4, 8, or 0 for opcodes that touch none. */
  public int accessBytes() {
    return switch (this) {
      case LB, LBU, SB -> 1;
      case LH, LHU, SH -> 2;
      case LW, LWU, SW -> 4;
      case LD, SD -> 8;
      default -> instructionClass != InstructionClass.ATOMIC ? 0 : name().endsWith("_W") ? 4 : 8;
    };
  }
}
