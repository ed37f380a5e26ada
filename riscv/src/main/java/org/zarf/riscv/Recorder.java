package org.zarf.riscv;

/**
 * Told every step of a run, in order: all that a proof needs besides the program and the input. An
 * instruction that traps is no step; the call that halts is one.
 */
public interface Recorder {

  /**
   * The instruction whose {@link #step} follows touches a word of memory. Told in the order of the
   * addresses, at most twice for an instruction.
   *
   * @param word the index of the word
   * @param before its value
   * @param after its value afterwards: the same for loads
   */
  void access(int word, long before, long after);

  /**
   * The instruction whose {@link #step} follows sets ({@code LR}) or reads and clears ({@code SC})
   * the pseudo-register of the reservation.
   *
   * @param before its value
   * @param after its value afterwards
   */
  void reservation(long before, long after);

  /**
   * An instruction was executed. Values that it doesn't have are 0. For calls, {@code rs1} is a7,
   * and
   *
   * <ul>
   *   <li>HALT: {@code rs2} is a0, {@code rdBefore} and {@code rdAfter} are the number of bytes in
   *       the journal, {@code nextPc} is 0;
   *   <li>JOURNAL: {@code rs2} is a0, {@code rdBefore} is a1, {@code rdAfter} is the number of
   *       bytes in the journal before the call;
   *   <li>PRINT: the others are 0.
   * </ul>
   *
   * @param index of the instruction in {@link GuestProgram#instructions}
   * @param rs1 the value read from rs1
   * @param rs2 the value read from rs2
   * @param rdBefore the value of rd before
   * @param rdAfter the value of rd after
   * @param nextPc the address of the next instruction
   */
  void step(int index, long rs1, long rs2, long rdBefore, long rdAfter, long nextPc);
}
