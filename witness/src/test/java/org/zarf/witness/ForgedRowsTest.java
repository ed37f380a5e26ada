package org.zarf.witness;

import org.junit.jupiter.api.Test;
import org.zarf.machine.isa.Opcode;

/**
 * Rows of a prover that lies well: everything about them is right but for one thing, which is what
 * the sentence or the lookup that they break is there for.
 */
class ForgedRowsTest {

  private static final String RANGE = "bus range";

  private static ExecutedRow row(Opcode op, long a, long b) {
    return ExecutedRow.of(Semantics.run(op, a, b));
  }

  /** The row of one run, shown as that of another with the result of the first. */
  private static ExecutedRow passedOff(ExecutedRow row, Opcode op, long a, long b) {
    return row.expecting(Semantics.run(op, a, b).withResult(row.run().result()));
  }

  @Test
  void bitwiseBytesAreBytes() {
    row(Opcode.AND, 0x100, -1)
        .with("a.low0", 256)
        .with("and0", 256)
        .with("and1", 0)
        .breaksOnly("bus and");
    row(Opcode.AND, 0xff, 0xff)
        .with("and0", 0xfe)
        .with("result.x0", 0xfe)
        .expecting(0xfe)
        .breaksOnly("bus and");
    row(Opcode.XOR, 1, 2)
        .with("result.x2", 1)
        .expecting(3 | 1L << 32)
        .breaksOnly("limb of the bitwise result");
  }

  @Test
  void theImmediateIsTheOperand() {
    passedOff(row(Opcode.ORI, 64, 7).with("imm.x0", 5), Opcode.ORI, 64, 5)
        .breaksOnly("the second operand is the immediate");
    passedOff(row(Opcode.SLTI, 64, -7).with("imm.sign", 0).with("imm.x0", 7), Opcode.SLTI, 64, 7)
        .breaksOnly("the second operand is the immediate");
    passedOff(row(Opcode.SRAI, 64, 2).with("imm.x0", 1), Opcode.SRAI, 64, 1)
        .breaksOnly("the second operand is the immediate");
  }

  @Test
  void anotherOpcodesFlagsAreRejected() {
    passedOff(row(Opcode.OR, 3, 5), Opcode.XOR, 3, 5).breaksOnly("bus program");
    passedOff(row(Opcode.OR, 3, 5).with("isXor", 1), Opcode.OR, 3, 5)
        .breaksOnly(
            "at most one opcode, and none without an instruction",
            "bus program",
            "limb of the bitwise result");
    passedOff(row(Opcode.SRL, -1, 5), Opcode.SRA, -1, 5).breaksOnly("bus program");
    passedOff(row(Opcode.DIVU, -1, 5), Opcode.DIV, -1, 5).breaksOnly("bus program");
  }

  @Test
  void comparisonsDecideAtTheHighestDifference() {
    ExecutedRow row = row(Opcode.SLTU, 5 + (1L << 16), 5 + (2L << 16));
    // Equal limbs cannot decide: that would hide the difference above, or below.
    row.with("decides1", 0)
        .with("decides0", 1)
        .with("less", 0)
        .with("gap", -1)
        .expecting(0)
        .breaksOnly("limb is equal until one decides", RANGE);
    row.with("decides1", 0)
        .with("decides2", 1)
        .with("less", 0)
        .with("gap", -1)
        .expecting(0)
        .breaksOnly(RANGE);
    row(Opcode.SLTU, 1 + (2L << 16), 2 + (1L << 16))
        .with("decides1", 0)
        .with("decides0", 1)
        .with("less", 1)
        .with("gap", 0)
        .expecting(1)
        .breaksOnly("limb is equal until one decides");
    row(Opcode.SLTU, 3L << 48, 1L << 48)
        .with("decides2", 1)
        .with("gap", 0)
        .breaksOnly("at most one limb decides");
    row(Opcode.SLTU, 9, 9).with("less", 1).expecting(1).breaksOnly("equal words are not less");
    row(Opcode.SLTU, 9, 7).with("less", 1).with("gap", -3).expecting(1).breaksOnly(RANGE);
  }

  @Test
  void signsOfComparisonsAreThoseOfTheWords() {
    passedOff(row(Opcode.SLTU, -1, 1).with("signed", 1), Opcode.SLT, -1, 1).breaksOnly(RANGE);
    passedOff(row(Opcode.SLT, -1, 1).with("signed", 0), Opcode.SLTU, -1, 1)
        .breaksOnly("unsigned words are not negative");
    passedOff(row(Opcode.SLTU, 1, -1).with("signed", 1), Opcode.SLT, 1, -1).breaksOnly(RANGE);
    passedOff(row(Opcode.SLT, 1, -1).with("signed", 0), Opcode.SLTU, 1, -1)
        .breaksOnly("unsigned words are not negative");
  }

  @Test
  void branchesGoWhereTheComparisonSays() {
    ExecutedRow row = row(Opcode.BLT, 1, 2);
    var run = row.run();
    long next = run.instruction().next();
    row.with("destination", next)
        .expecting(new ExecutedRow.Run(run.instruction(), 1, 2, 0, next))
        .breaksOnly("where the branch leads");
  }

  /** With t = 16 a shift by 64 k would leave nothing. */
  @Test
  void bitsWithinALimbAreFewerThan16() {
    ExecutedRow left = row(Opcode.SLL, 0x1234_5678_9abc_def0L, 64);
    ExecutedRow right = row(Opcode.SRL, 0x1234_5678_9abc_def0L, 64);
    for (int i = 0; i < 4; i++) {
      int limb = Gadgets.limb(0x1234_5678_9abc_def0L, i);
      left = left.with("part.low" + i, 0).with("part.high" + i, limb);
      right = right.with("part.low" + i, limb).with("part.high" + i, 0);
    }
    left.with("shift.t", 16)
        .with("shift.power", 1 << 16)
        .with("shift.complement", 1)
        .with("shift.limbs2", 1)
        .withWord("result", 0)
        .expecting(0)
        .breaksOnly("bus power");
    right
        .with("shift.t", 16)
        .with("shift.power", 1 << 16)
        .with("shift.complement", 1)
        .with("shift.limbs2", 1)
        .withWord("shifted", 0)
        .expecting(0)
        .breaksOnly("bus power");
    row(Opcode.SLL, 3, 1)
        .with("shift.power", 4)
        .with("result.x0", 12)
        .expecting(12)
        .breaksOnly("bus power");
  }

  @Test
  void amountsAreTheLowBitsOfTheOperand() {
    for (Opcode op : new Opcode[] {Opcode.SLL, Opcode.SLLW, Opcode.SRL, Opcode.SRA, Opcode.SRAW}) {
      for (long claimed : new long[] {0, 1, 16, 17}) {
        for (long real : new long[] {2, 15, 33 + 16, 64 + 2, 0xffff}) {
          long a = 0x0876_5432_1abc_def0L;
          passedOff(row(op, a, claimed).withWord("b", real), op, a, real).breaksOnly(RANGE);
        }
      }
    }
    // Shifts of 64 bits do not ignore the bit of weight 32.
    passedOff(row(Opcode.SLL, 5, 0).withWord("b", 32).with("shift.ignored", 1), Opcode.SLL, 5, 32)
        .breaksOnly("shifts of 64 bits ignore nothing");
    passedOff(row(Opcode.SRA, 5, 0).withWord("b", 32).with("shift.ignored", 1), Opcode.SRA, 5, 32)
        .breaksOnly("shifts of 64 bits ignore nothing");
  }

  @Test
  void limbsAreCutWhereTheAmountSays() {
    row(Opcode.SRL, 3, 1)
        .with("part.low0", 3)
        .with("part.high0", 0)
        .with("shifted.x0", 0)
        .expecting(0)
        .breaksOnly(RANGE);
    row(Opcode.SLL, 0x8000, 1)
        .with("part.low0", 0x8000 - 3 * 0x8000L)
        .with("part.high0", 3)
        .with("result.x0", -0x20000)
        .with("result.x1", 3)
        .breaksOnly(RANGE, "bus memory");
    row(Opcode.SLL, 2, 1)
        .with("part.low0", 1)
        .with("result.x0", 2)
        .expecting(2)
        .breaksOnly("the parts of limb");
  }

  @Test
  void signsOfShiftsAreThoseOfTheWords() {
    long top = Long.MIN_VALUE;
    row(Opcode.SRA, top, 4)
        .with("fill", 0)
        .withWord("shifted", top >>> 4)
        .expecting(top >>> 4)
        .breaksOnly(RANGE);
    row(Opcode.SRL, top, 4)
        .with("fill", 1)
        .withWord("shifted", top >> 4)
        .expecting(top >> 4)
        .breaksOnly("logical shifts fill with zeros");
    row(Opcode.SRL, 0, 0)
        .with("negative", 1)
        .expecting(0xffff_ffff_0000_0000L)
        .breaksOnly("only logical shifts of 32 bits are extended");
    row(Opcode.SRLW, 0x8000_0000L, 0).with("negative", 0).expecting(0x8000_0000L).breaksOnly(RANGE);
    row(Opcode.SRAW, 0x8000_0000L, 4)
        .with("top", 0)
        .with("fill", 0)
        .withWord("shifted", 0x0800_0000L)
        .expecting(0x0800_0000L)
        .breaksOnly("the limb with the sign");
    row(Opcode.SLLW, 0x8000_0000L, 0)
        .with("negative", 0)
        .withWord("result", 0x8000_0000L)
        .expecting(0x8000_0000L)
        .breaksOnly(RANGE);
    row(Opcode.SLL, 0, 0)
        .with("negative", 1)
        .withWord("result", 0xffff_ffff_0000_0000L)
        .expecting(0xffff_ffff_0000_0000L)
        .breaksOnly("only results of 32 bits are extended");
  }

  /** r + 2^16 c = S has a second solution modulo p: S + p. */
  @Test
  void productsPlusPAreRejected() {
    row(Opcode.MUL, 0, 0)
        .with("carry0", 0x7f00)
        .withWord("product", 0x7f00_0001)
        .expecting(0x7f00_0001)
        .breaksOnly(RANGE);
    row(Opcode.MULHU, 0, 0)
        .with("carry4", 0x7f00 + 4)
        .withWord("high", 0x7f00_0001)
        .expecting(0x7f00_0001)
        .breaksOnly(RANGE);
  }

  @Test
  void signsOfProductsAreThoseOfTheWords() {
    row(Opcode.MULW, 0x8000, 0x1_0000)
        .with("negative", 0)
        .withWord("product", 0x8000_0000L)
        .expecting(0x8000_0000L)
        .breaksOnly(RANGE);
    row(Opcode.MULW, 2, 3)
        .with("product.x2", 1)
        .expecting(6 + (1L << 32))
        .breaksOnly("the sign in limb");
    passedOff(row(Opcode.MULHU, -1, 3).with("isMulhsu", 1), Opcode.MULHSU, -1, 3).breaksOnly(RANGE);
    passedOff(row(Opcode.MULHSU, 3, -1).with("isMulhsu", 0).with("isMulh", 1), Opcode.MULH, 3, -1)
        .breaksOnly(RANGE);
    passedOff(row(Opcode.MULHSU, -1, 3).with("isMulhsu", 0), Opcode.MULHU, -1, 3)
        .breaksOnly("unsigned words are not negative");
    passedOff(row(Opcode.MULH, 3, -1).with("isMulh", 0).with("isMulhsu", 1), Opcode.MULHSU, 3, -1)
        .breaksOnly("unsigned words are not negative");
  }

  @Test
  void remaindersAreSmallerThanTheDivisor() {
    ExecutedRow row =
        row(Opcode.DIVU, 7, 2)
            .with("quotient.x0", 2)
            .with("quotient.low0", 2)
            .with("remainder.x0", 3)
            .with("chosen.x0", 2)
            .with("result.x0", 2)
            .expecting(2);
    row.with("less", 0)
        .with("gap", 0)
        .breaksOnly("the remainder is smaller than the divisor, except by zero");
    row.with("gap", -2).breaksOnly(RANGE);
  }

  /** 0 * 2^32 + 5 and 2^32 * 2^32 + 5 are the same mod 2^64. */
  @Test
  void quotientsTimesDivisorsDoNotWrap() {
    long two32 = 1L << 32;
    row(Opcode.DIVU, 5, two32)
        .withWord("quotient", two32)
        .with("quotient.low2", 1)
        .withWord("chosen", two32)
        .withWord("result", two32)
        .expecting(two32)
        .breaksOnly("Q D is below 2^64");
  }

  @Test
  void divisionByZeroHasOneResult() {
    for (Opcode op : new Opcode[] {Opcode.DIVU, Opcode.DIV, Opcode.DIVW, Opcode.DIVUW}) {
      row(op, 7, 0)
          .withWord("quotient", 5)
          .with("quotient.low0", 5)
          .with("quotient.low1", 0)
          .with("quotient.low2", 0)
          .with("quotient.low3", 0)
          .withWord("chosen", 5)
          .withWord("result", 5)
          .with("negative", 0)
          .expecting(5)
          .breaksOnly("the quotient by zero, limb");
    }
    // 0 / 0 = 5 with an honest 0 = 5 * 0 + 0, if zero were an ordinary divisor.
    row(Opcode.DIVU, 0, 0)
        .with("byZero", 0)
        .with("less", 1)
        .with("decides0", 1)
        .with("gap", -1)
        .withWord("quotient", 5)
        .with("quotient.low0", 5)
        .with("quotient.low1", 0)
        .with("quotient.low2", 0)
        .with("quotient.low3", 0)
        .withWord("chosen", 5)
        .withWord("result", 5)
        .expecting(5)
        .breaksOnly(RANGE);
  }

  @Test
  void signsOfDivisionsAreThoseOfTheWords() {
    row(Opcode.DIV, -7, 2)
        .with("result.negate64", 0)
        .withWord("result", 3)
        .expecting(3)
        .breaksOnly("the sign of the result");
    row(Opcode.REM, -7, -2)
        .with("result.negate64", 0)
        .withWord("result", 1)
        .expecting(1)
        .breaksOnly("the sign of the result");
    passedOff(row(Opcode.DIVU, -7, 2).with("signed", 1), Opcode.DIV, -7, 2).breaksOnly(RANGE);
    passedOff(row(Opcode.DIVU, 7, -2).with("signed", 1), Opcode.DIV, 7, -2).breaksOnly(RANGE);
    passedOff(row(Opcode.DIV, -7, 2).with("signed", 0), Opcode.DIVU, -7, 2)
        .breaksOnly("unsigned words are not negative");
    passedOff(row(Opcode.DIVU, 7, 2).with("isRemainder", 1), Opcode.REMU, 7, 2)
        .breaksOnly("what is asked for, limb");
  }

  @Test
  void divisionsOf32BitsReadAndWrite32() {
    row(Opcode.DIVUW, 0x8000_0000L, 1)
        .with("negative", 0)
        .withWord("result", 0x8000_0000L)
        .expecting(0x8000_0000L)
        .breaksOnly(RANGE);
    row(Opcode.DIVUW, (1L << 32) + 6, 2)
        .with("dividend.x2", 1)
        .withWord("quotient", 0x8000_0003L)
        .with("carry1", 1)
        .withWord("chosen", 0x8000_0003L)
        .withWord("result", (int) 0x8000_0003L)
        .with("negative", 1)
        .expecting((int) 0x8000_0003L)
        .breaksOnly("32 bits have no limb");
    // The sign of a 32-bit operand is that of its own bit 31.
    row(Opcode.DIVW, 1L << 63, 1)
        .with("dividend.top", 0x8000)
        .with("dividend.negate32", 1)
        .with("result.negate32", 1)
        .breaksOnly("the limb with the sign");
  }

  /** The magnitude 2^63 of -2^63 has no second reading. */
  @Test
  void overflowHasOneResult() {
    ExecutedRow row = row(Opcode.DIV, Long.MIN_VALUE, -1);
    for (long claim : new long[] {0, -1, 1, Long.MAX_VALUE}) {
      row.withWord("result", claim).expecting(claim).breaksOnly("a number kept, limb");
    }
    row.with("dividend.negate64", 0).with("result.negate64", 1).breaksOnly(RANGE);
  }
}
