package org.zarf.riscv;

import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;

/**
 * Expands one 16-bit instruction of RV64C. Floating-point and reserved encodings are not
 * instructions; hints are, and do nothing. Source: The RISC-V Instruction Set Manual, Volume I,
 * chapter C.
 *
 * @param bits the instruction, 16 bits
 * @param pc its address
 */
record CompressedDecoder(int bits, long pc) {

  @Nullable Instruction decode() {
    return switch ((bits & 3) << 3 | bits >>> 13) {
      case 0x00 -> addToStackPointerAddress();
      case 0x02 -> load(Opcode.LW, low(), smallBase(), wordOffset());
      case 0x03 -> load(Opcode.LD, low(), smallBase(), doubleOffset());
      case 0x06 -> store(Opcode.SW, low(), smallBase(), wordOffset());
      case 0x07 -> store(Opcode.SD, low(), smallBase(), doubleOffset());
      case 0x08 -> immediate(Opcode.ADDI, full(), full(), imm6());
      case 0x09 -> full() == 0 ? null : immediate(Opcode.ADDIW, full(), full(), imm6());
      case 0x0a -> immediate(Opcode.ADDI, full(), Registers.ZERO, imm6());
      case 0x0b -> upperImmediate();
      case 0x0c -> smallArithmetic();
      case 0x0d -> new Instruction(Opcode.JAL, Registers.SINK, 0, 0, jumpOffset(), 2, pc);
      case 0x0e -> branch(Opcode.BEQ);
      case 0x0f -> branch(Opcode.BNE);
      case 0x10 -> immediate(Opcode.SLLI, full(), full(), shift());
      case 0x12 -> stackLoad(Opcode.LW, at(12, 1, 5) | at(4, 3, 2) | at(2, 2, 6));
      case 0x13 -> stackLoad(Opcode.LD, at(12, 1, 5) | at(5, 2, 3) | at(2, 3, 6));
      case 0x14 -> registersOrJump();
      case 0x16 -> store(Opcode.SW, second(), Registers.SP, at(9, 4, 2) | at(7, 2, 6));
      case 0x17 -> store(Opcode.SD, second(), Registers.SP, at(10, 3, 3) | at(7, 3, 6));
      default -> null;
    };
  }

  /** The field of some bits from a place on, moved up to where it belongs in a number. */
  private int at(int low, int count, int place) {
    return ((bits >>> low) & ((1 << count) - 1)) << place;
  }

  /** The sign bit of immediates, spread from a place upwards. */
  private int sign(int place) {
    return -at(12, 1, place);
  }

  /** The register in bits 11 to 7, read and written. */
  private int full() {
    return at(7, 5, 0);
  }

  /** The register in bits 6 to 2. */
  private int second() {
    return at(2, 5, 0);
  }

  /** The register of x8 to x15 in bits 9 to 7. */
  private int smallBase() {
    return 8 + at(7, 3, 0);
  }

  /** The register of x8 to x15 in bits 4 to 2. */
  private int low() {
    return 8 + at(2, 3, 0);
  }

  private int imm6() {
    return sign(5) | at(2, 5, 0);
  }

  private int shift() {
    return at(12, 1, 5) | at(2, 5, 0);
  }

  private int wordOffset() {
    return at(10, 3, 3) | at(6, 1, 2) | at(5, 1, 6);
  }

  private int doubleOffset() {
    return at(10, 3, 3) | at(5, 2, 6);
  }

  private int jumpOffset() {
    return sign(11)
        | at(11, 1, 4)
        | at(9, 2, 8)
        | at(8, 1, 10)
        | at(7, 1, 6)
        | at(6, 1, 7)
        | at(3, 3, 1)
        | at(2, 1, 5);
  }

  private Instruction immediate(Opcode op, int rd, int rs1, int imm) {
    return new Instruction(op, Decoder.destination(rd), rs1, 0, imm, 2, pc);
  }

  private Instruction load(Opcode op, int rd, int base, int offset) {
    return immediate(op, rd, base, offset);
  }

  private Instruction store(Opcode op, int value, int base, int offset) {
    return new Instruction(op, 0, base, value, offset, 2, pc);
  }

  private Instruction registers(Opcode op, int rd, int rs1, int rs2) {
    return new Instruction(op, Decoder.destination(rd), rs1, rs2, 0, 2, pc);
  }

  private Instruction branch(Opcode op) {
    int offset = sign(8) | at(10, 2, 3) | at(5, 2, 6) | at(3, 2, 1) | at(2, 1, 5);
    return new Instruction(op, 0, smallBase(), 0, offset, 2, pc);
  }

  private @Nullable Instruction stackLoad(Opcode op, int offset) {
    return full() == 0 ? null : load(op, full(), Registers.SP, offset);
  }

  private @Nullable Instruction addToStackPointerAddress() {
    int offset = at(11, 2, 4) | at(7, 4, 6) | at(6, 1, 2) | at(5, 1, 3);
    return offset == 0 ? null : immediate(Opcode.ADDI, low(), Registers.SP, offset);
  }

  private @Nullable Instruction upperImmediate() {
    if (full() == Registers.SP) {
      int step = sign(9) | at(6, 1, 4) | at(5, 1, 6) | at(3, 2, 7) | at(2, 1, 5);
      return step == 0 ? null : immediate(Opcode.ADDI, Registers.SP, Registers.SP, step);
    }
    int value = imm6() << 12;
    return value == 0 ? null : Decoder.constant(full(), value, 2, pc);
  }

  private @Nullable Instruction smallArithmetic() {
    int rd = smallBase();
    return switch (at(10, 2, 0)) {
      case 0 -> immediate(Opcode.SRLI, rd, rd, shift());
      case 1 -> immediate(Opcode.SRAI, rd, rd, shift());
      case 2 -> immediate(Opcode.ANDI, rd, rd, imm6());
      default ->
          switch (at(12, 1, 2) | at(5, 2, 0)) {
            case 0 -> registers(Opcode.SUB, rd, rd, low());
            case 1 -> registers(Opcode.XOR, rd, rd, low());
            case 2 -> registers(Opcode.OR, rd, rd, low());
            case 3 -> registers(Opcode.AND, rd, rd, low());
            case 4 -> registers(Opcode.SUBW, rd, rd, low());
            case 5 -> registers(Opcode.ADDW, rd, rd, low());
            default -> null;
          };
    };
  }

  private @Nullable Instruction registersOrJump() {
    boolean second = at(12, 1, 0) == 1;
    if (second() != 0) {
      return registers(Opcode.ADD, full(), second ? full() : Registers.ZERO, second());
    }
    if (full() == 0) {
      return second ? new Instruction(Opcode.EBREAK, 0, 0, 0, 0, 2, pc) : null;
    }
    return immediate(Opcode.JALR, second ? Registers.RA : Registers.ZERO, full(), 0);
  }
}
