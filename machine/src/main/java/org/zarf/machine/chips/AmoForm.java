package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;
import org.zarf.machine.isa.Clock;

/**
 * What the row of every {@code rd = [rs1], [rs1] = [rs1] op rs2} has: the gadget that computes the
 * new value is all that a chip adds.
 *
 * @param form rd gets the old value
 * @param rs2 the number of the register that holds the operand
 * @param operand the value of rs2
 * @param after what the word holds afterwards; each limb is one of the word or of the new value
 */
public record AmoForm(
    AtomicForm form, Cell.Felt rs2, RegisterRead operand, AtomicOld old, Word after) {

  /** Lays out the columns. */
  public static AmoForm of(Columns c) {
    return new AmoForm(
        AtomicForm.of(c),
        c.felt("rs2"),
        RegisterRead.of(c, "operand"),
        AtomicOld.of(c),
        c.trustedWord("after"));
  }

  /**
   * Fetches the instruction, moves the registers, replaces the accessed bytes.
   *
   * @param opcode linear; one of the chip's opcodes wherever the row is active
   * @param value the new value, of which the low half counts where 4 bytes are accessed: limbs that
   *     the caller proves to be below 2^16
   */
  void execute(Constraints must, Expr opcode, Limbs value) {
    old.check(must, form);
    form.replace(must, value, after);
    operand.access(must, form.active(), rs2, form.cycle().at(Clock.RS2));
    form.execute(must, ProgramRow.Decoded.of(opcode).rs2(rs2), old.value(), after);
  }
}
