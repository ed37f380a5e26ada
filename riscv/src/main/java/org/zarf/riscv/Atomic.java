package org.zarf.riscv;

import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;

/**
 * What the atomic operations do on a machine with one hart. A reservation is that of the latest
 * {@code LR}, for its address and width, until any {@code SC}; plain stores of the same hart leave
 * it. Source: The RISC-V Instruction Set Manual, Volume I, chapter A.
 */
final class Atomic {

  private Atomic() {}

  /**
   * Executes an operation from {@link Operation#FIRST_ATOMIC} on; but for rd, whose value it
   * answers.
   *
   * @param x the registers, among them that of the reservation
   * @param b the value of rs2
   */
  static long execute(int operation, long[] x, Memory memory, long address, long b) {
    Opcode op = Opcode.all().get(Opcode.LR_W.code() + operation - Operation.FIRST_ATOMIC);
    int bytes = op.accessBytes();
    Memory.requireAligned(address, bytes);
    long before = bytes == 4 ? memory.load4(address) : memory.load8(address);
    long reservation = address + bytes / 4;
    return switch (op) {
      case LR_W, LR_D -> {
        x[Registers.RESERVATION] = reservation;
        yield before;
      }
      case SC_W, SC_D -> {
        boolean isReserved = x[Registers.RESERVATION] == reservation;
        if (isReserved) {
          store(memory, address, bytes, b);
        }
        x[Registers.RESERVATION] = 0;
        yield isReserved ? 0 : 1;
      }
      default -> {
        store(memory, address, bytes, after(op, before, bytes == 4 ? (int) b : b));
        yield before;
      }
    };
  }

  private static void store(Memory memory, long address, int bytes, long value) {
    if (bytes == 4) {
      memory.store4(address, value);
    } else {
      memory.store8(address, value);
    }
  }

  /** What replaces the old value; both are sign-extended, which keeps either order of words. */
  private static long after(Opcode op, long old, long b) {
    return switch (op) {
      case AMOSWAP_W, AMOSWAP_D -> b;
      case AMOADD_W, AMOADD_D -> old + b;
      case AMOXOR_W, AMOXOR_D -> old ^ b;
      case AMOAND_W, AMOAND_D -> old & b;
      case AMOOR_W, AMOOR_D -> old | b;
      case AMOMIN_W, AMOMIN_D -> Math.min(old, b);
      case AMOMAX_W, AMOMAX_D -> Math.max(old, b);
      case AMOMINU_W, AMOMINU_D -> Long.compareUnsigned(old, b) < 0 ? old : b;
      case AMOMAXU_W, AMOMAXU_D -> Long.compareUnsigned(old, b) > 0 ? old : b;
      default -> throw new IllegalArgumentException("not atomic: " + op);
    };
  }
}
