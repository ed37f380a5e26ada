package org.zarf.riscv;

/** The memory of a program and its input before the first instruction. */
public final class InitialMemory {
  private final Memory memory;

  private InitialMemory(Memory memory) {
    this.memory = memory;
  }

  /** The memory before a run of a program on an input. */
  public static InitialMemory of(GuestProgram program, byte[] input) {
    return new InitialMemory(Memory.of(program, input));
  }

  /**
   * The value of a word.
   *
   * @param index of the word, below {@link org.zarf.machine.isa.AddressSpace#END_WORD}
   */
  public long word(int index) {
    return memory.word(index);
  }
}
