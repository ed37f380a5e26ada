package org.zarf.machine.isa;

/**
 * The layout of memory, in bytes. Memory is stored as aligned little-endian 64-bit words; the word
 * with index w holds the bytes 8 w to 8 w + 7. Everything that is neither loaded nor input is zero.
 *
 * <ul>
 *   <li>[0, {@link #RAM_START}): a guard page, where every access traps;
 *   <li>[{@link #RAM_START}, {@link #RAM_END}): ordinary memory with code, data, heap and stack;
 *   <li>[{@link #INPUT_START}, {@link #END}): the private input: a word with its length in bytes,
 *       then the bytes, then zeros; ordinary memory otherwise.
 * </ul>
 */
public final class AddressSpace {
  /** Bytes in a word. */
  public static final int WORD_BYTES = 8;

  /** The first address of ordinary memory. */
  public static final long RAM_START = 4096;

  /** The first address after ordinary memory. */
  public static final long RAM_END = 1L << 30;

  /** Executable segments end at or below this. */
  public static final long CODE_END = RAM_END - 4;

  /** The address of the word with the length of the private input. */
  public static final long INPUT_START = RAM_END;

  /** The address of the first byte of the private input. */
  public static final long INPUT_BYTES_START = INPUT_START + WORD_BYTES;

  /** The first address after the address space. */
  public static final long END = 1L << 31;

  /** The largest private input, in bytes. */
  public static final long MAX_INPUT_BYTES = END - INPUT_BYTES_START;

  /** The index of the first word of ordinary memory. */
  public static final int RAM_START_WORD = (int) (RAM_START / WORD_BYTES);

  /** The index of the first word of the input window. */
  public static final int INPUT_START_WORD = (int) (INPUT_START / WORD_BYTES);

  /** The first index after the last word. */
  public static final int END_WORD = (int) (END / WORD_BYTES);

  private AddressSpace() {}

  /** Whether an instruction may start at this address: even, and inside the code range. */
  public static boolean isCode(long pc) {
    return (pc & 1) == 0 && pc >= RAM_START && pc < CODE_END;
  }
}
