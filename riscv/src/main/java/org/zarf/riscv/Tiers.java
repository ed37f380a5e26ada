package org.zarf.riscv;

/**
 * When code is compiled; all in executed instructions.
 *
 * @param slice how many are interpreted at a time: so few that the interpreter's loop is compiled
 *     as a whole soon
 * @param warmUp how many are interpreted before something is compiled, and before more is
 * @param worth how often the instructions of a region must have been interpreted
 */
record Tiers(long slice, long warmUp, long worth) {

  /** Compiles after a fifth of a second: compiling takes about as long. */
  static final Tiers USUAL = new Tiers(1 << 20, 1 << 24, 1 << 18);

  /** Compiles nothing. */
  static final Tiers INTERPRETED = new Tiers(1 << 20, Long.MAX_VALUE, 0);
}
