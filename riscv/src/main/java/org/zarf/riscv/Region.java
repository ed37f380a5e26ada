package org.zarf.riscv;

/** Blocks of a program that run as one compiled method. */
abstract class Region {

  /** How many instructions may still be executed, before and after a call of {@link #run}. */
  long left;

  /** The instruction that raised the signal that {@link #run} threw. */
  int stopped;

  /**
   * Executes instructions from the start of one of the blocks on, and answers the index of the
   * next. Leaves before more than {@link #left} were executed; only if that was below the region's
   * number of instructions at the start, it may leave at once.
   *
   * @param registers of the machine, brought up to date at the end, also when a signal is thrown
   * @param executions of each block, by its number
   * @param entries the number of the block that starts at an index, or -1
   * @throws StopSignal if an instruction traps; its block has been counted as a whole
   */
  abstract int run(
      Interpreter machine,
      Memory memory,
      long[] registers,
      long[] executions,
      int[] entries,
      int at);
}
