package org.zarf.riscv;

import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;

/** Why a run trapped. */
public sealed interface Cause {

  /** One line for people; where it happened is told by {@link Exit.Trapped}. */
  String message();

  /**
   * The bytes at pc are no instruction of this machine.
   *
   * @param bits the bytes as a little-endian number
   * @param length how many bytes: 2 or 4
   */
  record IllegalInstruction(int bits, int length) implements Cause {
    @Override
    public String message() {
      String digits = String.format("%0" + 2 * length + "x", bits);
      return bits == 0
          ? "illegal instruction " + digits + " (zeros: execution ran into data)"
          : "illegal instruction " + digits;
    }
  }

  /**
   * A jump into the middle of an instruction, or to data that looks like one.
   *
   * @param target where to
   */
  record NotAnInstruction(long target) implements Cause {
    @Override
    public String message() {
      return "no instruction of the program starts at " + Addresses.hex(target);
    }
  }

  /**
   * A jump to an address without code, or running past the end of the code.
   *
   * @param target where to
   */
  record JumpOutOfCode(long target) implements Cause {
    @Override
    public String message() {
      return "jump out of the code to " + Addresses.hex(target);
    }
  }

  /**
   * A load or store that is not all inside the address space.
   *
   * @param address of its first byte
   * @param bytes its width
   */
  record AccessOutOfRange(long address, int bytes) implements Cause {
    @Override
    public String message() {
      return "access of "
          + bytes
          + " bytes at "
          + Addresses.hex(address)
          + ", outside of memory (its end is "
          + Addresses.hex(AddressSpace.END)
          + ")";
    }
  }

  /**
   * An atomic operation at an address that is no multiple of its width: an address-misaligned
   * exception of the privileged architecture, since only loads and stores may be misaligned.
   *
   * @param address of its first byte
   * @param bytes its width: 4 or 8
   */
  record MisalignedAtomic(long address, int bytes) implements Cause {
    @Override
    public String message() {
      return "misaligned atomic operation of "
          + bytes
          + " bytes at "
          + Addresses.hex(address)
          + ", which is no multiple of "
          + bytes;
    }
  }

  /**
   * A load or store in the first page, which nothing may touch.
   *
   * @param address of its first byte
   */
  record GuardPage(long address) implements Cause {
    @Override
    public String message() {
      return "access at "
          + Addresses.hex(address)
          + ", in the guard page below "
          + Addresses.hex(AddressSpace.RAM_START)
          + " (null pointer)";
    }
  }

  /**
   * A load or store outside of memory while the stack reaches below its start.
   *
   * @param address of its first byte
   * @param stackPointer the value of sp; negative where large frames stepped over address 0
   */
  record StackOverflow(long address, long stackPointer) implements Cause {
    @Override
    public String message() {
      return "stack overflow: access at "
          + Addresses.hex(address)
          + " with the stack pointer at "
          + Addresses.hex(stackPointer)
          + ", and memory starts at "
          + Addresses.hex(AddressSpace.RAM_START);
    }
  }

  /** The instruction {@code ebreak}, which compilers put where execution can't come. */
  record Breakpoint() implements Cause {
    @Override
    public String message() {
      return "breakpoint (ebreak)";
    }
  }

  /**
   * An {@code ecall} that the machine doesn't have.
   *
   * @param number the value of a7
   */
  record UnknownCall(long number) implements Cause {
    @Override
    public String message() {
      return "unknown call " + Long.toUnsignedString(number) + " (ecall with this a7)";
    }
  }

  /**
   * A halt whose code doesn't fit 32 bits.
   *
   * @param value the value of a0
   */
  record BadExitCode(long value) implements Cause {
    @Override
    public String message() {
      return "halt with the exit code " + Addresses.hex(value) + ", which is not below 2^32";
    }
  }

  /**
   * A journal call that breaks the rules of {@link Call#JOURNAL}.
   *
   * @param word the value of a0
   * @param count the value of a1
   * @param written the bytes in the journal before
   */
  record BadJournalCall(long word, long count, long written) implements Cause {
    @Override
    public String message() {
      if (Long.compareUnsigned(count - 1, 8) >= 0) {
        return "journal call with " + Long.toUnsignedString(count) + " bytes, not 1 to 8";
      }
      return written % 8 != 0
          ? "journal call after a shorter one: " + written + " bytes are written"
          : "journal call with "
              + count
              + " bytes, but others are not zero: "
              + Addresses.hex(word);
    }
  }
}
