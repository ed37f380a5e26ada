package org.zarf.riscv;

import java.util.Arrays;
import java.util.List;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;
import org.zarf.machine.isa.Registers;

/**
 * A program as arrays, one entry for each instruction at its index; behind them, one entry with
 * {@link Operation#NO_CODE} for each address to which execution can run on without a jump although
 * no instruction is there. So the interpreter needs no check between instructions.
 */
final class DecodedCode {
  /** The register that instructions without destination have; nobody writes it. */
  static final int NOWHERE = Registers.COUNT;

  final byte[] operations;
  final byte[] rd;
  final byte[] rs1;
  final byte[] rs2;
  final long[] immediates;
  final int[] pcs;
  private final byte[] accessBytes;

  /** The index of the instruction behind each. */
  final int[] next;

  /** The index at the target of a branch or direct jump, or -1. */
  final int[] targets;

  DecodedCode(GuestProgram program) {
    List<Instruction> instructions = program.instructions();
    int count = instructions.size();
    int[] ends = ends(program);
    int total = count + ends.length;
    operations = new byte[total];
    rd = new byte[total];
    rs1 = new byte[total];
    rs2 = new byte[total];
    immediates = new long[total];
    pcs = new int[total];
    accessBytes = new byte[total];
    next = new int[total];
    targets = new int[total];
    for (int i = 0; i < count; i++) {
      set(i, instructions.get(i), program);
      int following = program.indexAt(instructions.get(i).next());
      next[i] =
          following >= 0
              ? following
              : count + Arrays.binarySearch(ends, (int) instructions.get(i).next());
    }
    for (int i = count; i < total; i++) {
      operations[i] = Operation.NO_CODE;
      pcs[i] = ends[i - count];
    }
  }

  /** The addresses behind instructions where none follows, sorted. */
  private static int[] ends(GuestProgram program) {
    return program.instructions().stream()
        .filter(instruction -> program.indexAt(instruction.next()) < 0)
        .mapToInt(instruction -> (int) instruction.next())
        .sorted()
        .distinct()
        .toArray();
  }

  /** How many bytes of memory an instruction touches, 0 for most. */
  int accessBytes(int i) {
    return accessBytes[i];
  }

  private void set(int i, Instruction instruction, GuestProgram program) {
    Opcode op = instruction.op();
    operations[i] = (byte) Operation.of(op);
    rd[i] = (byte) (op.operands().writesRd() ? instruction.rd() : NOWHERE);
    rs1[i] = (byte) instruction.rs1();
    rs2[i] = (byte) instruction.rs2();
    immediates[i] = instruction.imm();
    pcs[i] = (int) instruction.pc();
    accessBytes[i] = (byte) op.accessBytes();
    boolean direct =
        op.instructionClass() == InstructionClass.BRANCH || op.operands() == Operands.JUMP;
    targets[i] = direct ? program.indexAt(instruction.pc() + instruction.imm()) : -1;
  }
}
