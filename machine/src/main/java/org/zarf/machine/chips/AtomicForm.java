package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;
import org.zarf.machine.isa.Clock;

/**
 * What the row of every atomic operation has. Its address is what rs1 holds, so no sum is proved:
 * limbs 2 and 3 are zero in the message, and the lookups leave no other addresses than multiples of
 * the width below 2^31.
 *
 * @param active whether the row proves an instruction; a row of zeros satisfies every chip
 * @param rd the number of the register that is written
 * @param rs1 the number of the register that holds the address
 * @param address the address
 * @param out the write of the result
 * @param memory the word that the address lies in
 * @param isDouble whether 8 bytes are accessed, and not 4
 * @param upper whether the 4 bytes are the upper half of the word
 */
public record AtomicForm(
    Cell.Bit active,
    Cycle cycle,
    Cell.Felt rd,
    Cell.Felt rs1,
    HalfRegister address,
    RegisterWrite out,
    MemoryAccess memory,
    Cell.Bit isDouble,
    Cell.Bit upper) {

  /** Lays out the columns. */
  public static AtomicForm of(Columns c) {
    return new AtomicForm(
        c.bit("active"),
        Cycle.of(c),
        c.felt("rd"),
        c.felt("rs1"),
        HalfRegister.of(c, "address"),
        RegisterWrite.of(c, "out"),
        MemoryAccess.of(c, "word"),
        c.bit("isDouble"),
        c.bit("upper"));
  }

  /** 1 where 4 bytes are accessed; otherwise 0. */
  Expr isSingle() {
    return active.minus(isDouble);
  }

  /** The limbs of the word before. */
  Word word() {
    return memory.before();
  }

  /**
   * Fetches the instruction, moves the registers, replaces the word.
   *
   * @param decoded the opcode, and rs2 if there is one; the opcode is one of the chip's wherever
   *     the row is active
   * @param result limbs that the caller proves to be below 2^16
   * @param after what the word holds afterwards: limbs that the caller proves to be below 2^16
   */
  void execute(Constraints must, ProgramRow.Decoded decoded, Limbs result, Limbs after) {
    must.bit("one width where the row is active", isSingle());
    must.when(upper).zero("only 4 bytes lie in half a word", isSingle().not());
    cycle.fetch(must, active, decoded.rd(rd).rs1(rs1));
    cycle.advance(must, active, cycle.next());
    RegisterWrite.exchange(
        must,
        active,
        rs1,
        new RegisterWrite.Held(address, address.time()),
        new RegisterWrite.Held(address, cycle.at(Clock.RS1)));
    out.access(must, active, rd, result, cycle.at(Clock.RD));
    // An integer below 2^13 only where x0 is a multiple of 8, plus 4 for the upper half.
    Expr low = address.x0().minus(upper.times(4)).over(8);
    must.range(active, 13, low);
    must.range(active, 15, address.x1());
    Expr index = low.plus(address.x1().times(1 << 13));
    memory.access(must, active, index, after, cycle.at(Clock.FIRST_WORD));
  }

  /**
   * The accessed bytes of the word are replaced, and no others.
   *
   * @param value replaces 8 bytes; its low half replaces 4
   */
  void replace(Constraints must, Limbs value, Word after) {
    for (int i = 0; i < Word.LIMBS; i++) {
      Expr before = word().at(i);
      Expr low = value.limbs().get(i % 2).minus(before);
      Expr whole = value.limbs().get(i).minus(before);
      Expr change = i < 2 ? upper.not().times(low) : upper.times(low).plus(isDouble.times(whole));
      must.zero("the accessed bytes are replaced", after.at(i).minus(before).minus(change));
    }
  }
}
