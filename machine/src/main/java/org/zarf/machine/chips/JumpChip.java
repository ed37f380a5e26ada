package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;

/** Proves {@code JAL}: rd = the next pc, then a jump to a constant target. */
public final class JumpChip implements Chip<JumpChip.Row> {

  /**
   * One jump.
   *
   * @param rd the number of the register that is written
   * @param target where to; the program table knows
   * @param linkHigh the high limb of the next pc; the program table knows
   */
  public record Row(
      Cell.Bit active,
      Cycle cycle,
      Cell.Felt rd,
      Cell.Felt target,
      Cell.Felt linkHigh,
      RegisterWrite out) {}

  /** The chip. */
  public JumpChip() {}

  @Override
  public String name() {
    return "jump";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        c.bit("active"),
        Cycle.of(c),
        c.felt("rd"),
        c.felt("target"),
        c.felt("linkHigh"),
        RegisterWrite.of(c, "out"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr active = row.active();
    Cycle cycle = row.cycle();
    cycle.fetch(
        must,
        active,
        ProgramRow.Decoded.of(Opcode.JAL)
            .rd(row.rd())
            .values(row.target(), row.linkHigh(), Expr.Constant.ZERO));
    cycle.advance(must, active, row.target());
    row.out().access(must, active, row.rd(), link(cycle, row.linkHigh()), cycle.at(Clock.RD));
  }

  /** The address after a jump as a word, given its high limb. */
  static Limbs link(Cycle cycle, Expr high) {
    Expr zero = Expr.Constant.ZERO;
    return Limbs.of(cycle.next().minus(high.times(1 << 16)), high, zero, zero);
  }
}
