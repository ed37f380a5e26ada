package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;

/**
 * What the row of every instruction {@code rd = rs1 op immediate} has: the gadget that computes the
 * result is all that a chip adds.
 *
 * @param active whether the row proves an instruction; a row of zeros satisfies every chip
 * @param rd the number of the register that is written
 * @param rs1 the number of the first register that is read
 * @param a the value of rs1
 * @param out the write of the result
 */
public record ImmediateForm(
    Cell.Bit active,
    Cycle cycle,
    Cell.Felt rd,
    Cell.Felt rs1,
    Immediate imm,
    RegisterRead a,
    RegisterWrite out) {

  /** Lays out the columns. */
  public static ImmediateForm of(Columns c) {
    return new ImmediateForm(
        c.bit("active"),
        Cycle.of(c),
        c.felt("rd"),
        c.felt("rs1"),
        Immediate.of(c),
        RegisterRead.of(c, "a"),
        RegisterWrite.of(c, "out"));
  }

  /**
   * Fetches the instruction, goes on to the one after it, and moves the registers.
   *
   * @param opcode linear; one of the chip's opcodes wherever the row is active
   * @param result limbs that the caller proves to be below 2^16
   */
  public void execute(Constraints must, Expr opcode, Limbs result) {
    cycle.fetch(must, active, ProgramRow.Decoded.of(opcode).rd(rd).rs1(rs1).immediate(imm));
    cycle.advance(must, active, cycle.next());
    a.access(must, active, rs1, cycle.at(Clock.RS1));
    out.access(must, active, rd, result, cycle.at(Clock.RD));
  }

  /** {@link #execute(Constraints, Expr, Limbs)} with the chip's only opcode. */
  public void execute(Constraints must, Opcode opcode, Limbs result) {
    execute(must, Expr.of(opcode.code()), result);
  }
}
