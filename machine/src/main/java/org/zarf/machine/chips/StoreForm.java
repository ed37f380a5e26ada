package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Clock;

/**
 * What the row of every store has: the gadget that puts the value into the word is all that a chip
 * adds.
 *
 * @param active whether the row proves an instruction; a row of zeros satisfies every chip
 * @param rs1 the number of the first register that is read
 * @param rs2 the number of the second register that is read
 * @param base the value of rs1
 * @param value the value of rs2, of which the low bytes are stored
 * @param address the address of the first byte
 * @param memory the word that it lies in
 */
public record StoreForm(
    Cell.Bit active,
    Cycle cycle,
    Cell.Felt rs1,
    Cell.Felt rs2,
    Immediate imm,
    RegisterRead base,
    RegisterRead value,
    Address address,
    MemoryAccess memory) {

  /** Lays out the columns. */
  public static StoreForm of(Columns c) {
    return new StoreForm(
        c.bit("active"),
        Cycle.of(c),
        c.felt("rs1"),
        c.felt("rs2"),
        Immediate.of(c),
        RegisterRead.of(c, "base"),
        RegisterRead.of(c, "value"),
        Address.of(c),
        MemoryAccess.of(c, "word"));
  }

  /**
   * Fetches the instruction, reads the registers, writes the word.
   *
   * @param opcode linear; one of the chip's opcodes wherever the row is active
   * @param offset the address modulo 8, which the caller proves to be 0 to 7
   * @param after what the word holds afterwards: limbs that the caller proves to be below 2^16
   * @return the index of the word
   */
  public Expr execute(Constraints must, Expr opcode, Expr offset, Limbs after) {
    cycle.fetch(must, active, ProgramRow.Decoded.of(opcode).rs1(rs1).rs2(rs2).immediate(imm));
    cycle.advance(must, active, cycle.next());
    base.access(must, active, rs1, cycle.at(Clock.RS1));
    value.access(must, active, rs2, cycle.at(Clock.RS2));
    Expr word = address.word(must, active, base.value(), imm, offset);
    memory.access(must, active, word, after, cycle.at(Clock.FIRST_WORD));
    return word;
  }
}
