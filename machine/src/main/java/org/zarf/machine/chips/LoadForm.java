package org.zarf.machine.chips;

import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;
import org.zarf.machine.isa.Clock;

/**
 * What the row of every load has: the gadget that computes the result from the word is all that a
 * chip adds.
 *
 * @param form the registers; rs1 holds the base
 * @param address the address of the first byte
 * @param memory the word that it lies in
 */
public record LoadForm(ImmediateForm form, Address address, MemoryAccess memory) {

  /** Lays out the columns. */
  public static LoadForm of(Columns c) {
    return new LoadForm(ImmediateForm.of(c), Address.of(c), MemoryAccess.of(c, "word"));
  }

  /**
   * Fetches the instruction, moves the registers, reads the word.
   *
   * @param opcode linear; one of the chip's opcodes wherever the row is active
   * @param offset the address modulo 8, which the caller proves to be 0 to 7
   * @param result limbs that the caller proves to be below 2^16
   * @return the index of the word
   */
  public Expr execute(Constraints must, Expr opcode, Expr offset, Limbs result) {
    form.execute(must, opcode, result);
    Expr word = address.word(must, form.active(), form.a().value(), form.imm(), offset);
    Expr now = form.cycle().at(Clock.FIRST_WORD);
    memory.access(must, form.active(), word, memory.before(), now);
    return word;
  }

  /** The limbs of the word that the access starts in. */
  Word word() {
    return memory.before();
  }
}
