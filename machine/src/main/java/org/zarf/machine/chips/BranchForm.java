package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Clock;

/**
 * What the row of every conditional branch has: the gadget that decides is all that a chip adds.
 *
 * @param active whether the row proves an instruction; a row of zeros satisfies every chip
 * @param rs1 the number of the first register that is read
 * @param rs2 the number of the second register that is read
 * @param target where the branch goes when it is taken; the program table knows
 * @param to where it does go: the address after it, or the target
 * @param a the value of rs1
 * @param b the value of rs2
 */
public record BranchForm(
    Cell.Bit active,
    Cycle cycle,
    Cell.Felt rs1,
    Cell.Felt rs2,
    Cell.Felt target,
    Cell.Felt to,
    RegisterRead a,
    RegisterRead b) {

  /** Lays out the columns. */
  public static BranchForm of(Columns c) {
    return new BranchForm(
        c.bit("active"),
        Cycle.of(c),
        c.felt("rs1"),
        c.felt("rs2"),
        c.felt("target"),
        c.felt("to"),
        RegisterRead.of(c, "a"),
        RegisterRead.of(c, "b"));
  }

  /**
   * Fetches the instruction, reads the registers, and branches.
   *
   * @param opcode linear; one of the chip's opcodes wherever the row is active
   * @param taken of degree 2 at most; 0 or 1 wherever the row is active
   */
  public void execute(Constraints must, Expr opcode, Expr taken) {
    Expr zero = Expr.Constant.ZERO;
    cycle.fetch(
        must, active, ProgramRow.Decoded.of(opcode).rs1(rs1).rs2(rs2).values(target, zero, zero));
    must.zero(
        "the branch goes to the target if it is taken, else on",
        to.minus(cycle.next()).minus(taken.times(target.minus(cycle.next()))));
    cycle.advance(must, active, to);
    a.access(must, active, rs1, cycle.at(Clock.RS1));
    b.access(must, active, rs2, cycle.at(Clock.RS2));
  }
}
