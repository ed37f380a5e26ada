package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;

/**
 * Proves {@code JALR}: rd = the next pc, then a jump to rs1 + immediate with bit 0 cleared. The
 * target is below 2^30, so that no other address is the same field element.
 */
public final class JumpRegisterChip implements Chip<JumpRegisterChip.Row> {

  /**
   * One jump.
   *
   * @param rd the number of the register that is written
   * @param rs1 the number of the first register that is read
   * @param linkHigh the high limb of the next pc; the program table knows
   * @param target0 the low limb of the sum; 16 bits, because (target0 - odd) / 2 has 15
   * @param target1 the next limb; those above are zero
   * @param odd bit 0 of the sum
   */
  public record Row(
      Cell.Bit active,
      Cycle cycle,
      Cell.Felt rd,
      Cell.Felt rs1,
      Cell.Felt linkHigh,
      Immediate imm,
      RegisterRead a,
      RegisterWrite out,
      Cell.Trusted target0,
      Cell.Checked target1,
      Cell.Bit odd) {}

  /** The chip. */
  public JumpRegisterChip() {}

  @Override
  public String name() {
    return "jump-register";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        c.bit("active"),
        Cycle.of(c),
        c.felt("rd"),
        c.felt("rs1"),
        c.felt("linkHigh"),
        Immediate.of(c),
        RegisterRead.of(c, "a"),
        RegisterWrite.of(c, "out"),
        c.trusted("target.x0", 16),
        c.checked("target.x1", 14),
        c.bit("odd"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr active = row.active();
    Cycle cycle = row.cycle();
    cycle.fetch(
        must,
        active,
        ProgramRow.Decoded.of(Opcode.JALR)
            .rd(row.rd())
            .rs1(row.rs1())
            .rs2(row.linkHigh())
            .immediate(row.imm()));
    Expr zero = Expr.Constant.ZERO;
    Limbs sum = Limbs.of(row.target0(), row.target1(), zero, zero);
    Addition.of(must, row.a().value(), row.imm(), sum);
    Expr even = row.target0().minus(row.odd());
    must.range(active, 15, even.over(2));
    cycle.advance(must, active, even.plus(row.target1().times(1 << 16)));
    row.a().access(must, active, row.rs1(), cycle.at(Clock.RS1));
    row.out()
        .access(must, active, row.rd(), JumpChip.link(cycle, row.linkHigh()), cycle.at(Clock.RD));
  }
}
