package org.zarf.machine.isa;

import java.util.Locale;

/**
 * A decoded instruction in normal form. Fields that the opcode does not use are 0 (see {@link
 * Operands}); a destination of {@code x0} is {@link Registers#SINK}.
 *
 * @param op what to do
 * @param rd the register written
 * @param rs1 the first register read; the base of loads and stores
 * @param rs2 the second register read; the value of stores
 * @param imm the sign-extended immediate, the shift amount, or for branches and {@code JAL} the
 *     distance in bytes from {@code pc}
 * @param length the bytes that the instruction occupies: 2 or 4
 * @param pc its address: even, inside the code range of {@link AddressSpace}
 */
public record Instruction(Opcode op, int rd, int rs1, int rs2, long imm, int length, long pc) {

  /**
   * Checks that the fields are those that the opcode uses, in their ranges.
   *
   * @throws IllegalArgumentException if one is not
   */
  public Instruction {
    Operands operands = op.operands();
    require(operands.writesRd() ? rd >= 1 && rd <= Registers.SINK : rd == 0, "rd", rd);
    require(operands.readsRs1() ? isGeneral(rs1) : rs1 == 0, "rs1", rs1);
    require(operands.readsRs2() ? isGeneral(rs2) : rs2 == 0, "rs2", rs2);
    require(imm == 0 || operands.hasImmediate(), "imm", imm);
    require(length == 2 || length == 4, "length", length);
    require(AddressSpace.isCode(pc), "pc", pc);
  }

  private static boolean isGeneral(int register) {
    return register >= 0 && register < Registers.SINK;
  }

  private static void require(boolean holds, String field, long value) {
    if (!holds) {
      throw new IllegalArgumentException(field + " = " + value + " does not fit the opcode");
    }
  }

  /** The address right after this instruction. */
  public long next() {
    return pc + length;
  }

  /** The normal form as an assembler would write it, say {@code addi a0, a0, -1}. */
  @Override
  public String toString() {
    String name = op.name().toLowerCase(Locale.ROOT);
    return switch (op.operands()) {
      case REGISTERS -> name + " " + register(rd) + ", " + register(rs1) + ", " + register(rs2);
      case IMMEDIATE ->
          op.instructionClass() == InstructionClass.LOAD
              ? name + " " + register(rd) + ", " + imm + "(" + register(rs1) + ")"
              : name + " " + register(rd) + ", " + register(rs1) + ", " + imm;
      case STORE -> name + " " + register(rs2) + ", " + imm + "(" + register(rs1) + ")";
      case ADDRESS -> name.replace('_', '.') + " " + register(rd) + ", (" + register(rs1) + ")";
      case ATOMIC ->
          name.replace('_', '.')
              + " "
              + register(rd)
              + ", "
              + register(rs2)
              + ", ("
              + register(rs1)
              + ")";
      case BRANCH -> name + " " + register(rs1) + ", " + register(rs2) + ", " + (pc + imm);
      case JUMP -> name + " " + register(rd) + ", " + (pc + imm);
      case NONE -> name;
    };
  }

  private static String register(int register) {
    return Registers.name(register);
  }
}
