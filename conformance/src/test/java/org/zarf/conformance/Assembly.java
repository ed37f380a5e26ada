package org.zarf.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.MemoryImage;

/** A small program, written instruction by instruction. */
final class Assembly {

  /** The address of the first instruction. */
  static final long ENTRY = 0x10000;

  private final List<Instruction> code = new ArrayList<>();
  private final SortedMap<Integer, Long> image = new TreeMap<>();

  /** The address of the instruction at a place. */
  static long pc(int place) {
    return ENTRY + 4L * place;
  }

  /** Adds an instruction in normal form. */
  Assembly op(Opcode op, int rd, int rs1, int rs2, long imm) {
    code.add(new Instruction(op, rd, rs1, rs2, imm, 4, pc(code.size())));
    return this;
  }

  /** Adds {@code rd = rs1 op rs2}. */
  Assembly op(Opcode op, int rd, int rs1, int rs2) {
    return op(op, rd, rs1, rs2, 0);
  }

  /** Sets a register: one instruction for 33 signed bits, otherwise three. */
  Assembly set(int rd, long value) {
    if (value >> 32 == value >> 63) {
      return op(Opcode.ADDI, rd, Registers.ZERO, 0, value);
    }
    return op(Opcode.ADDI, rd, Registers.ZERO, 0, value >> 32)
        .op(Opcode.SLLI, rd, rd, 0, 32)
        .op(Opcode.ADDI, rd, rd, 0, value & 0xffff_ffffL);
  }

  /** Adds a call. */
  Assembly call(Call call) {
    return set(Registers.A7, call.number()).op(Opcode.ECALL, 0, 0, 0);
  }

  /** Ends the run with what a0 holds. */
  Assembly halt() {
    return call(Call.HALT);
  }

  /** Adds a word to the image. */
  Assembly word(int word, long value) {
    image.put(word, value);
    return this;
  }

  /** How many instructions there are. */
  int size() {
    return code.size();
  }

  /** The program. */
  GuestProgram program() {
    return GuestProgram.of(ENTRY, List.copyOf(code), MemoryImage.of(image));
  }
}
