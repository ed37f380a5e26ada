package org.zarf.machine.isa;

import org.jspecify.annotations.Nullable;

/**
 * What a guest asks of the machine by {@code ecall}, with the number in a7 and arguments from a0
 * on. No call changes an ordinary register. {@code HALT} and {@code PRINT} have the numbers of
 * {@code exit} and {@code write} in Linux, so that guests also run in its emulators.
 */
public enum Call {
  /** Writes text for the developer: a0 = stream, a1 = address, a2 = bytes. Proves nothing. */
  PRINT(64),
  /** Ends the run with the exit code a0, below 2^32. */
  HALT(93),
  /**
   * Appends a1 bytes (1 to 8) to the journal: those of the little-endian word a0, whose other bytes
   * are zero. The bytes written before must be a multiple of 8.
   */
  JOURNAL(2049);

  private final int number;

  Call(int number) {
    this.number = number;
  }

  /** The value of a7. */
  public int number() {
    return number;
  }

  /** The call with a number, or null when there is none. */
  public static @Nullable Call of(long number) {
    if (number == PRINT.number) {
      return PRINT;
    }
    if (number == HALT.number) {
      return HALT;
    }
    return number == JOURNAL.number ? JOURNAL : null;
  }
}
