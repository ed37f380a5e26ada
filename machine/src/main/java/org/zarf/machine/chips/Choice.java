package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Opcode;

/**
 * Which one of several opcodes an active row proves: there is a flag for each but the first.
 *
 * @param base the first opcode
 * @param first 1 if the row is active and no flag is set
 * @param opcode the code of the chosen opcode, wherever the row is active
 */
record Choice(Opcode base, Expr first, Expr opcode) {

  /** A choice of one. */
  static Choice of(Cell.Bit active, Opcode base) {
    return new Choice(base, active, Expr.of(base.code()));
  }

  /** The choice with one more opcode. */
  Choice or(Cell.Bit flag, Opcode other) {
    long distance = (long) other.code() - base.code();
    return new Choice(base, first.minus(flag), opcode.plus(flag.times(distance)));
  }

  /** The choice with an immediate form of each opcode, as far from it as that of the first. */
  Choice orImmediate(Cell.Bit flag, Opcode immediate) {
    long distance = (long) immediate.code() - base.code();
    return new Choice(base, first, opcode.plus(flag.times(distance)));
  }

  /** At most one flag is set, and none where the row is not active. */
  Choice exclusive(Constraints must) {
    must.bit("at most one opcode, and none without an instruction", first);
    return this;
  }
}
