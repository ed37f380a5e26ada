package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;

/**
 * The ends of the registers: each starts at zero at time 0, as constants, and what it holds last is
 * taken back.
 */
public final class RegistersChip implements Chip<RegistersChip.Row> {

  /** One register: its number, whether the row has one at all, and how it ends. */
  public record Row(Cell.Fixed index, Cell.Fixed active, Word last, Cell.Trusted time) {}

  /** The chip. */
  public RegistersChip() {}

  @Override
  public String name() {
    return "registers";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        c.fixed("index", 6), c.fixed("active", 1), c.trustedWord("last"), c.trusted("time", 28));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    Expr space = Expr.of(Buses.REGISTERS);
    Expr zero = Expr.Constant.ZERO;
    must.send(
        Buses.MEMORY, row.active(), space, row.index(), Limbs.of(zero, zero, zero, zero), zero);
    must.receive(Buses.MEMORY, row.active(), space, row.index(), row.last(), row.time());
  }
}
