package org.zarf.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.Decoder;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.MemoryImage;

/** Lines up instructions from the entry on, with a destination of x0 sent where it belongs. */
final class Listing {

  /** Where the program begins. */
  static final long ENTRY = 0x10000;

  private final List<Instruction> instructions = new ArrayList<>();
  private final TreeMap<Integer, Long> words = new TreeMap<>();
  private long pc = ENTRY;

  /** The address of the next instruction. */
  long pc() {
    return pc;
  }

  /** Puts a non-zero word into the image. */
  Listing word(long address, long value) {
    words.put((int) (address / AddressSpace.WORD_BYTES), value);
    return this;
  }

  private Listing add(Instruction instruction) {
    instructions.add(instruction);
    pc = instruction.next();
    return this;
  }

  private Listing add(Opcode op, int rd, int rs1, int rs2, long imm) {
    int target = rd == Registers.ZERO && op.operands().writesRd() ? Registers.SINK : rd;
    return add(new Instruction(op, target, rs1, rs2, imm, 4, pc));
  }

  /** rd = rs1 op rs2. */
  Listing registers(Opcode op, int rd, int rs1, int rs2) {
    return add(op, rd, rs1, rs2, 0);
  }

  /** rd = rs1 op imm; also loads and {@code JALR}. */
  Listing immediate(Opcode op, int rd, int rs1, long imm) {
    return add(op, rd, rs1, 0, imm);
  }

  /** [rs1 + imm] = rs2. */
  Listing store(Opcode op, int rs2, int rs1, long imm) {
    return add(op, 0, rs1, rs2, imm);
  }

  /** Goes on at a distance from this instruction if the comparison holds. */
  Listing branch(Opcode op, int rs1, int rs2, long distance) {
    return add(op, 0, rs1, rs2, distance);
  }

  /** Goes on at a distance from this instruction. */
  Listing jump(int rd, long distance) {
    return add(Opcode.JAL, rd, 0, 0, distance);
  }

  /** rd = value. */
  Listing set(int rd, long value) {
    return immediate(Opcode.ADDI, rd, Registers.ZERO, value);
  }

  /** Compressed instructions, as the decoder reads them. */
  Listing compressed(int... codes) {
    for (int bits : codes) {
      add(Objects.requireNonNull(Decoder.decode(bits, pc), "no instruction"));
    }
    return this;
  }

  /** A call; a0 and a1 are set already. */
  Listing call(Call call) {
    return set(Registers.A7, call.number()).add(Opcode.ECALL, 0, 0, 0, 0);
  }

  /** Publishes the word in a0. */
  Listing publish() {
    return set(Registers.A1, AddressSpace.WORD_BYTES).call(Call.JOURNAL);
  }

  /** The program, ended by a halt with the exit code in a0. */
  GuestProgram halt() {
    call(Call.HALT);
    return GuestProgram.of(ENTRY, instructions, MemoryImage.of(words));
  }
}
