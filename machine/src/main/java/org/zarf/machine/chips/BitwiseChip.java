package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.machine.isa.Opcode;

/** Proves {@code AND}, {@code OR}, {@code XOR} and their immediate forms. */
public final class BitwiseChip implements Chip<BitwiseChip.Row> {

  /** One bitwise operation: AND if neither flag is set. */
  public record Row(
      EitherForm form, SmallImmediate imm, Cell.Bit isOr, Cell.Bit isXor, Bitwise gadget) {}

  /** The chip. */
  public BitwiseChip() {}

  @Override
  public String name() {
    return "bitwise";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        EitherForm.of(c), SmallImmediate.of(c), c.bit("isOr"), c.bit("isXor"), Bitwise.of(c));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    RegisterForm form = row.form().form();
    Choice choice =
        Choice.of(form.active(), Opcode.AND)
            .or(row.isOr(), Opcode.OR)
            .or(row.isXor(), Opcode.XOR)
            .orImmediate(row.form().immediate(), Opcode.ANDI)
            .exclusive(must);
    Bitwise gadget = row.gadget();
    row.form().execute(must, row.imm().in(choice.opcode()), row.imm(), gadget.result());
    var flags = new Bitwise.Flags(choice.first(), row.isOr(), row.isXor());
    gadget.prove(must, flags, form.a().value(), form.b().value());
  }
}
