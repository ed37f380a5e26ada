package org.zarf.riscv;

/** How a run ended. Only {@link Halted} runs can be proved. */
public sealed interface Exit {

  /**
   * The guest halted.
   *
   * @param code its exit code, below 2^32; 0 is success
   */
  record Halted(long code) implements Exit {}

  /**
   * The guest did something that the machine doesn't do.
   *
   * @param cause what
   * @param pc the address of the instruction; for code that can't be executed, its address
   */
  record Trapped(Cause cause, long pc) implements Exit {}

  /**
   * The run was stopped because it took too long.
   *
   * @param limit the allowed number of cycles, all of which ran
   * @param pc the address of the next instruction
   */
  record OutOfCycles(long limit, long pc) implements Exit {}

  /**
   * The run was stopped because the guest touched too much memory.
   *
   * @param limit the allowed number of bytes
   * @param pc the address of the instruction that wanted more
   */
  record OutOfMemory(long limit, long pc) implements Exit {}
}
