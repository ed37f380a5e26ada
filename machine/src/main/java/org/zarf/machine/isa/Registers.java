package org.zarf.machine.isa;

import java.util.List;

/**
 * The numbers of the registers. All of them hold 64 bits and are zero at the start, the stack
 * pointer too. {@code x0} is never written: the decoder sends such writes to {@link #SINK}.
 */
public final class Registers {
  /** Always zero. */
  public static final int ZERO = 0;

  /** The return address. */
  public static final int RA = 1;

  /** The stack pointer. */
  public static final int SP = 2;

  /** The first argument of a call. */
  public static final int A0 = 10;

  /** The second argument of a call. */
  public static final int A1 = 11;

  /** The third argument of a call. */
  public static final int A2 = 12;

  /** The number of a call. */
  public static final int A7 = 17;

  /** Takes the writes to {@code x0}; no instruction reads it. */
  public static final int SINK = 32;

  /** The pseudo-register that counts the bytes written to the journal so far. */
  public static final int JOURNAL = 33;

  /**
   * The pseudo-register of the reservation: 0 if there is none, otherwise the address that was
   * reserved plus 1 for {@code LR_W} and plus 2 for {@code LR_D}. An address of these is a multiple
   * of 4 below 2^31, so the sum tells the two apart, and has no carry between limbs.
   */
  public static final int RESERVATION = 34;

  /** How many registers there are. */
  public static final int COUNT = 35;

  private static final List<String> NAMES =
      List.of(
          "zero",
          "ra",
          "sp",
          "gp",
          "tp",
          "t0",
          "t1",
          "t2",
          "s0",
          "s1",
          "a0",
          "a1",
          "a2",
          "a3",
          "a4",
          "a5",
          "a6",
          "a7",
          "s2",
          "s3",
          "s4",
          "s5",
          "s6",
          "s7",
          "s8",
          "s9",
          "s10",
          "s11",
          "t3",
          "t4",
          "t5",
          "t6",
          "sink",
          "journal",
          "reservation");

  private Registers() {}

  /**
   * The name in the calling convention.
   *
   * @throws IndexOutOfBoundsException unless the number is below {@link #COUNT}
   */
  public static String name(int register) {
    return NAMES.get(register);
  }
}
