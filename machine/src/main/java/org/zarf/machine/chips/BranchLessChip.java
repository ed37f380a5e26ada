package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;

/** Proves {@code BLT}, {@code BGE}, {@code BLTU} and {@code BGEU}. */
public final class BranchLessChip implements Chip<BranchLessChip.Row> {

  /**
   * One branch.
   *
   * @param signed whether the comparison is signed
   * @param inverted whether the branch is taken when rs1 is not less
   * @param rs1 the number of the first register that is read
   * @param rs2 the number of the second register that is read
   * @param target where the branch leads; canonical, because only the program table answers
   * @param destination the pc of the instruction executed next
   */
  public record Row(
      Cell.Bit active,
      Cell.Bit signed,
      Cell.Bit inverted,
      Cycle cycle,
      Cell.Felt rs1,
      Cell.Felt rs2,
      Cell.Felt target,
      Cell.Felt destination,
      RegisterRead a,
      RegisterRead b,
      SignedComparison gadget) {}

  /** The chip. */
  public BranchLessChip() {}

  @Override
  public String name() {
    return "branch-less";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        c.bit("active"),
        c.bit("signed"),
        c.bit("inverted"),
        Cycle.of(c),
        c.felt("rs1"),
        c.felt("rs2"),
        c.felt("target"),
        c.felt("destination"),
        RegisterRead.of(c, "a"),
        RegisterRead.of(c, "b"),
        SignedComparison.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr active = row.active();
    Cycle cycle = row.cycle();
    Expr zero = Expr.Constant.ZERO;
    cycle.fetch(
        must,
        active,
        ProgramRow.Decoded.of(opcode(row))
            .rs1(row.rs1())
            .rs2(row.rs2())
            .values(row.target(), zero, zero));
    cycle.advance(must, active, row.destination());
    row.a().access(must, active, row.rs1(), cycle.at(Clock.RS1));
    row.b().access(must, active, row.rs2(), cycle.at(Clock.RS2));
    row.gadget().prove(must, row.signed(), row.a().value(), row.b().value());
    Expr less = row.gadget().less();
    Expr taken = less.plus(row.inverted()).minus(less.times(row.inverted()).times(2));
    Expr jump = taken.times(row.target().minus(cycle.next()));
    must.zero("where the branch leads", row.destination().minus(cycle.next()).minus(jump));
  }

  /** Each of the two flags shifts the code of the opcode by the same amount in both its cases. */
  private static Expr opcode(Row row) {
    return Expr.of(Opcode.BLTU.code())
        .minus(row.signed().times((long) Opcode.BLTU.code() - Opcode.BLT.code()))
        .plus(row.inverted().times((long) Opcode.BGE.code() - Opcode.BLT.code()));
  }
}
