package org.zarf.machine.isa;

/** Which fields of an {@link Instruction} its opcode uses; a field that is not used is 0. */
public enum Operands {
  /** {@code rd = rs1 op rs2}. */
  REGISTERS(true, true, true, false),
  /** {@code rd = rs1 op imm}; also loads ({@code rd = [rs1 + imm]}) and {@code JALR}. */
  IMMEDIATE(true, true, false, true),
  /** {@code [rs1 + imm] = rs2}. */
  STORE(false, true, true, true),
  /** {@code rd = [rs1]}. */
  ADDRESS(true, true, false, false),
  /** {@code rd = [rs1]; [rs1] = [rs1] op rs2}. */
  ATOMIC(true, true, true, false),
  /** {@code if (rs1 ? rs2) pc += imm}. */
  BRANCH(false, true, true, true),
  /** {@code rd = pc + length; pc += imm}. */
  JUMP(true, false, false, true),
  /** No operands in the instruction: {@code ECALL} and {@code EBREAK}. */
  NONE(false, false, false, false);

  private final boolean writesRd;
  private final boolean readsRs1;
  private final boolean readsRs2;
  private final boolean hasImmediate;

  Operands(boolean writesRd, boolean readsRs1, boolean readsRs2, boolean hasImmediate) {
    this.writesRd = writesRd;
    this.readsRs1 = readsRs1;
    this.readsRs2 = readsRs2;
    this.hasImmediate = hasImmediate;
  }

  /** Whether the register rd is written. */
  public boolean writesRd() {
    return writesRd;
  }

  /** Whether the register rs1 is read. */
  public boolean readsRs1() {
    return readsRs1;
  }

  /** Whether the register rs2 is read. */
  public boolean readsRs2() {
    return readsRs2;
  }

  /** Whether there is an immediate. */
  public boolean hasImmediate() {
    return hasImmediate;
  }
}
