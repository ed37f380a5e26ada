package org.zarf.cli;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.riscv.BadProgramException;
import org.zarf.sdk.Program;

/** Reads programs and their input. */
final class GuestFiles {

  static final long MAX_ELF_BYTES = 1L << 30;

  private static final byte[] ELF_MAGIC = {0x7f, 'E', 'L', 'F'};

  private GuestFiles() {}

  /** Loads a program. */
  static Program program(String name) throws CommandException {
    return program(name, Source.readFile(name, "a program", MAX_ELF_BYTES));
  }

  /** Loads a program from the bytes of a file. */
  static Program program(String name, byte[] elf) throws CommandException {
    try {
      return Program.of(elf);
    } catch (BadProgramException e) {
      throw CommandException.wrong(name + ": " + e.getMessage());
    }
  }

  /** The guest's input: the content of a file, of standard input, or nothing. */
  static byte[] input(Streams streams, @Nullable String name) throws CommandException {
    return name == null
        ? new byte[0]
        : Source.read(streams, name, "the input window", AddressSpace.MAX_INPUT_BYTES);
  }

  /** Whether a file that begins so claims to be an ELF file. */
  static boolean isElf(byte[] head) {
    return head.length >= ELF_MAGIC.length
        && Arrays.equals(ELF_MAGIC, Arrays.copyOf(head, ELF_MAGIC.length));
  }
}
