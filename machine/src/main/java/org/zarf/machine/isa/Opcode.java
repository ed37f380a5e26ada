package org.zarf.machine.isa;

import java.util.List;

/**
 * The opcodes of decoded instructions: RV64IM without {@code LUI}, {@code AUIPC} and the fences,
 * which the decoder turns into {@code ADDI}. Semantics: The RISC-V Instruction Set Manual, Volume
 * I, chapters RV32I, RV64I and M.
 *
 * <p>The order is part of the program's identity, because {@link #code} is: add at the end.
 */
public enum Opcode {
  ADD(InstructionClass.ADD, Operands.REGISTERS),
  SUB(InstructionClass.ADD, Operands.REGISTERS),
  ADDI(InstructionClass.ADD, Operands.IMMEDIATE),
  ADDW(InstructionClass.ADD, Operands.REGISTERS),
  SUBW(InstructionClass.ADD, Operands.REGISTERS),
  ADDIW(InstructionClass.ADD, Operands.IMMEDIATE),
  AND(InstructionClass.BITWISE, Operands.REGISTERS),
  OR(InstructionClass.BITWISE, Operands.REGISTERS),
  XOR(InstructionClass.BITWISE, Operands.REGISTERS),
  ANDI(InstructionClass.BITWISE, Operands.IMMEDIATE),
  ORI(InstructionClass.BITWISE, Operands.IMMEDIATE),
  XORI(InstructionClass.BITWISE, Operands.IMMEDIATE),
  SLL(InstructionClass.SHIFT, Operands.REGISTERS),
  SRL(InstructionClass.SHIFT, Operands.REGISTERS),
  SRA(InstructionClass.SHIFT, Operands.REGISTERS),
  SLLW(InstructionClass.SHIFT, Operands.REGISTERS),
  SRLW(InstructionClass.SHIFT, Operands.REGISTERS),
  SRAW(InstructionClass.SHIFT, Operands.REGISTERS),
  SLLI(InstructionClass.SHIFT, Operands.IMMEDIATE),
  SRLI(InstructionClass.SHIFT, Operands.IMMEDIATE),
  SRAI(InstructionClass.SHIFT, Operands.IMMEDIATE),
  SLLIW(InstructionClass.SHIFT, Operands.IMMEDIATE),
  SRLIW(InstructionClass.SHIFT, Operands.IMMEDIATE),
  SRAIW(InstructionClass.SHIFT, Operands.IMMEDIATE),
  SLT(InstructionClass.COMPARE, Operands.REGISTERS),
  SLTU(InstructionClass.COMPARE, Operands.REGISTERS),
  SLTI(InstructionClass.COMPARE, Operands.IMMEDIATE),
  SLTIU(InstructionClass.COMPARE, Operands.IMMEDIATE),
  BEQ(InstructionClass.BRANCH, Operands.BRANCH),
  BNE(InstructionClass.BRANCH, Operands.BRANCH),
  BLT(InstructionClass.BRANCH, Operands.BRANCH),
  BGE(InstructionClass.BRANCH, Operands.BRANCH),
  BLTU(InstructionClass.BRANCH, Operands.BRANCH),
  BGEU(InstructionClass.BRANCH, Operands.BRANCH),
  MUL(InstructionClass.MULTIPLY, Operands.REGISTERS),
  MULW(InstructionClass.MULTIPLY, Operands.REGISTERS),
  MULH(InstructionClass.MULTIPLY, Operands.REGISTERS),
  MULHU(InstructionClass.MULTIPLY, Operands.REGISTERS),
  MULHSU(InstructionClass.MULTIPLY, Operands.REGISTERS),
  DIV(InstructionClass.DIVIDE, Operands.REGISTERS),
  DIVU(InstructionClass.DIVIDE, Operands.REGISTERS),
  REM(InstructionClass.DIVIDE, Operands.REGISTERS),
  REMU(InstructionClass.DIVIDE, Operands.REGISTERS),
  DIVW(InstructionClass.DIVIDE, Operands.REGISTERS),
  DIVUW(InstructionClass.DIVIDE, Operands.REGISTERS),
  REMW(InstructionClass.DIVIDE, Operands.REGISTERS),
  REMUW(InstructionClass.DIVIDE, Operands.REGISTERS),
  LB(InstructionClass.LOAD, Operands.IMMEDIATE),
  LBU(InstructionClass.LOAD, Operands.IMMEDIATE),
  LH(InstructionClass.LOAD, Operands.IMMEDIATE),
  LHU(InstructionClass.LOAD, Operands.IMMEDIATE),
  LW(InstructionClass.LOAD, Operands.IMMEDIATE),
  LWU(InstructionClass.LOAD, Operands.IMMEDIATE),
  LD(InstructionClass.LOAD, Operands.IMMEDIATE),
  SB(InstructionClass.STORE, Operands.STORE),
  SH(InstructionClass.STORE, Operands.STORE),
  SW(InstructionClass.STORE, Operands.STORE),
  SD(InstructionClass.STORE, Operands.STORE),
  JAL(InstructionClass.JUMP, Operands.JUMP),
  JALR(InstructionClass.JUMP, Operands.IMMEDIATE),
  ECALL(InstructionClass.CALL, Operands.NONE),
  EBREAK(InstructionClass.CALL, Operands.NONE);

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
      default -> 0;
    };
  }
}
