package org.zarf.machine.isa;

/**
 * When an instruction touches what. The first instruction runs at clock {@link #FIRST}, and every
 * executed instruction adds {@link #STEP}; the accesses inside one instruction happen at its clock
 * plus the offsets below, so that any two accesses of a run to one register or word are ordered.
 * The initial values of registers and memory have time 0.
 */
public final class Clock {
  /** What every executed instruction adds. */
  public static final int STEP = 8;

  /** The clock of the first instruction. */
  public static final int FIRST = STEP;

  /** Every clock and access time is below this. */
  public static final int END = 1 << 28;

  /** Reading rs1; in a call, reading a7. */
  public static final int RS1 = 0;

  /** Reading rs2; in the calls that use it, reading a0. */
  public static final int RS2 = 1;

  /** The (first) word of memory; in the journal call, reading a1. */
  public static final int FIRST_WORD = 2;

  /** The second word of memory, when an access lies across two. */
  public static final int SECOND_WORD = 3;

  /** Writing rd; in the journal call, counting the bytes. */
  public static final int RD = 4;

  /** Setting, or reading and clearing, the reservation. */
  public static final int RESERVATION = 5;

  /** In the halt call: reading the number of bytes in the journal. */
  public static final int HALT_JOURNAL = 2;

  private Clock() {}
}
