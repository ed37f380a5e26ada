package org.zarf.machine.chips;

import org.zarf.air.Bus;

/** The buses of the machine, and what their messages mean. */
public final class Buses {

  /** (pc, clock): the instruction at pc is about to be executed at that time. */
  public static final Bus STATE = new Bus("state", 10);

  /** A decoded instruction: see {@link ProgramRow}. */
  public static final Bus PROGRAM = new Bus("program", 11);

  /**
   * (space, address, x0, x1, x2, x3, time): what a word holds, and when it was last accessed. The
   * limbs are below 2^16: every sender of a new value proves that.
   */
  public static final Bus MEMORY = new Bus("memory", 12);

  /** (word index, x0, x1, x2, x3): a word of the program's image. */
  public static final Bus IMAGE = new Bus("image", 13);

  /** (a, b): two bytes. */
  public static final Bus BYTES = new Bus("bytes", 14);

  /** (a, b, a AND b): two bytes. */
  public static final Bus AND = new Bus("and", 15);

  /** (t, 2^t, 2^(16-t)) for t from 0 to 15. */
  public static final Bus POWER = new Bus("power", 16);

  /** (index, x0, x1, x2, x3): a word of the journal; the verifier receives it. */
  public static final Bus JOURNAL = new Bus("journal", 17);

  /**
   * (x0, x1, bytes0, bytes1): the exit code and the number of bytes in the journal, in limbs; the
   * verifier receives it.
   */
  public static final Bus HALT = new Bus("halt", 18);

  /** The space of memory words on the memory bus. */
  public static final int RAM = 0;

  /** The space of registers on the memory bus. */
  public static final int REGISTERS = 1;

  private Buses() {}
}
