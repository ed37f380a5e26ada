package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Opcode;

/** Proves {@code AMOXOR}, {@code AMOAND} and {@code AMOOR}, of both widths. */
public final class AtomicBitwiseChip implements Chip<AtomicBitwiseChip.Row> {

  /** One operation: {@code AMOXOR} if neither flag is set. */
  public record Row(AmoForm amo, Cell.Bit isAnd, Cell.Bit isOr, Bitwise gadget) {}

  /** The chip. */
  public AtomicBitwiseChip() {}

  @Override
  public String name() {
    return "atomic-bitwise";
  }

  @Override
  public Row row(Columns c) {
    return new Row(AmoForm.of(c), c.bit("isAnd"), c.bit("isOr"), Bitwise.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    AmoForm amo = row.amo();
    Choice choice =
        Choice.of(amo.form().active(), Opcode.AMOXOR_W)
            .or(row.isAnd(), Opcode.AMOAND_W)
            .or(row.isOr(), Opcode.AMOOR_W)
            .exclusive(must);
    Bitwise gadget = row.gadget();
    var flags = new Bitwise.Flags(row.isAnd(), row.isOr(), choice.first());
    gadget.prove(must, flags, amo.old().value(), amo.operand().value());
    Expr opcode = choice.opcode().plus(amo.form().isDouble());
    amo.execute(must, opcode, gadget.result());
  }
}
