package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;

/** Proves {@code ADD}: rd = rs1 + rs2 mod 2^64. */
public final class AddChip implements Chip<AddChip.Row> {

  /** One addition. */
  public record Row(
      Cell.Bit active,
      Cycle cycle,
      Cell.Felt rd,
      Cell.Felt rs1,
      Cell.Felt rs2,
      RegisterRead a,
      RegisterRead b,
      RegisterWrite out,
      Word sum) {}

  /** The chip. */
  public AddChip() {}

  @Override
  public String name() {
    return "add";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        c.bit("active"),
        Cycle.of(c),
        c.felt("rd"),
        c.felt("rs1"),
        c.felt("rs2"),
        RegisterRead.of(c, "a"),
        RegisterRead.of(c, "b"),
        RegisterWrite.of(c, "out"),
        c.checkedWord("sum"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr active = row.active();
    Cycle cycle = row.cycle();
    cycle.fetch(
        must, active, ProgramRow.Decoded.of(Opcode.ADD).rd(row.rd()).rs1(row.rs1()).rs2(row.rs2()));
    cycle.advance(must, active, cycle.next());
    row.a().access(must, active, row.rs1(), cycle.at(Clock.RS1));
    row.b().access(must, active, row.rs2(), cycle.at(Clock.RS2));
    row.out().access(must, active, row.rd(), row.sum(), cycle.at(Clock.RD));
    Addition.of(must, row.a().value(), row.b().value(), row.sum());
  }
}
