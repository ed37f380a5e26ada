package org.zarf.conformance;

import org.junit.jupiter.api.Test;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.CompareChip;
import org.zarf.machine.chips.Comparison;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/** False answers of comparisons, and branches that follow them. */
class CompareAttackTest {

  private static final Operations RUN =
      new Operations()
          .with("5 < 2", Opcode.SLTU, 5, 2)
          .with("2 < 5", Opcode.SLTU, 2, 5)
          .with("5 < 5", Opcode.SLTU, 5, 5)
          .with("0x10000 < 5", Opcode.SLTU, 0x1_0000, 5)
          .with("-1 < 1", Opcode.SLT, -1, 1)
          .with("1 < -1", Opcode.SLT, 1, -1)
          .with("-1 < 1, unsigned", Opcode.SLTU, -1, 1)
          .immediate("-1 < 1, an immediate", Opcode.SLTI, -1, 1)
          .immediate("5 < -1, an unsigned immediate", Opcode.SLTIU, 5, -1);

  private static final CompareChip.Row ROW = Machine.COMPARE.row();
  private static final Comparison GADGET = ROW.gadget().comparison();

  @Test
  void theTrueAnswersAreAccepted() throws ProofRejectedException {
    RUN.prove();
  }

  @Test
  void anAnswerIsNotTurnedRound() {
    RUN.published("5 < 2", Machine.COMPARE, 1)
        .set(GADGET.less(), 1)
        .isFlawed("compare: the larger limb is larger");
    // 2 is larger than 5 by -3.
    RUN.published("5 < 2", Machine.COMPARE, 1)
        .set(GADGET.less(), 1)
        .set(GADGET.gap(), -4)
        .falls("bus range");
    RUN.published("2 < 5", Machine.COMPARE, 0)
        .set(GADGET.less(), 0)
        .set(GADGET.gap(), -4)
        .isFlawed("bus range");
  }

  @Test
  void anAnswerIsABit() {
    // 2 < 5 is 2, and twice the distance and once more is what that makes of the gap.
    RUN.published("2 < 5", Machine.COMPARE, 2)
        .set(GADGET.less(), 2)
        .set(GADGET.gap(), 3 * 3 - 1)
        .falls("compare: less is a bit");
  }

  @Test
  void equalWordsAreNotLess() {
    RUN.published("5 < 5", Machine.COMPARE, 1)
        .set(GADGET.less(), 1)
        .falls("compare: equal words are not less");
    // A limb decides although both are equal in it.
    RUN.published("5 < 5", Machine.COMPARE, 1)
        .set(GADGET.less(), 1)
        .set(GADGET.decides().getFirst(), 1)
        .set(GADGET.gap(), -1)
        .falls("bus range");
  }

  @Test
  void theHighestLimbThatDiffersDecides() {
    // 0 < 5 in limb 0, below limb 1, in which 1 > 0.
    RUN.published("0x10000 < 5", Machine.COMPARE, 1)
        .set(GADGET.less(), 1)
        .set(GADGET.decides().get(1), 0)
        .set(GADGET.decides().get(0), 1)
        .set(GADGET.gap(), 4)
        .falls("compare: limb 1 is equal until one decides");
    // Limb 3, which is equal, hides what differs below it.
    RUN.published("0x10000 < 5", Machine.COMPARE, 1)
        .set(GADGET.less(), 1)
        .set(GADGET.decides().get(1), 0)
        .set(GADGET.decides().get(3), 1)
        .set(GADGET.gap(), -1)
        .falls("bus range");
    // Limb 0 decides, too.
    RUN.kept("0x10000 < 5", Machine.COMPARE)
        .set(GADGET.decides().getFirst(), 1)
        .isFlawed(
            "compare: at most one limb decides",
            "compare: limb 0 is equal until one decides",
            "compare: the larger limb is larger");
  }

  @Test
  void signedWordsHaveTheirSign() {
    // -1 is read as 2^64 - 1.
    RUN.published("-1 < 1", Machine.COMPARE, 0)
        .set(ROW.gadget().negativeA(), 0)
        .set(GADGET.less(), 0)
        .set(GADGET.gap(), 0xfffe)
        .falls("bus range");
    RUN.published("1 < -1", Machine.COMPARE, 1)
        .set(ROW.gadget().negativeB(), 0)
        .set(GADGET.less(), 1)
        .set(GADGET.gap(), 0xfffe)
        .isFlawed("bus range");
    // 1 is read as 1 - 2^64.
    RUN.published("-1 < 1, an immediate", Machine.COMPARE, 0)
        .set(ROW.gadget().negativeB(), 1)
        .set(GADGET.less(), 0)
        .set(GADGET.gap(), 0xfffe)
        .isFlawed("bus range");
  }

  @Test
  void unsignedWordsHaveNoSign() {
    RUN.published("-1 < 1, unsigned", Machine.COMPARE, 1)
        .set(ROW.gadget().negativeA(), 1)
        .set(GADGET.less(), 1)
        .set(GADGET.gap(), 0)
        .falls("compare: unsigned words are not negative");
    RUN.published("5 < -1, an unsigned immediate", Machine.COMPARE, 0)
        .set(ROW.gadget().negativeB(), 1)
        .set(GADGET.less(), 0)
        .set(GADGET.gap(), 0)
        .isFlawed("compare: unsigned words are not negative");
  }

  @Test
  void theProgramSaysWhichWordsAreSigned() {
    RUN.replaced("-1 < 1", Machine.COMPARE, Opcode.SLTU).isFlawed("bus program");
    RUN.replaced("-1 < 1, unsigned", Machine.COMPARE, Opcode.SLT).falls("bus program");
    // The flag is that of SLTU again, and with it the range of the signs is not looked up.
    RUN.replaced("-1 < 1, unsigned", Machine.COMPARE, Opcode.SLT)
        .set(ROW.signed(), 0)
        .isFlawed("compare: unsigned words are not negative");
  }

  @Test
  void aBranchFollowsItsAnswer() throws ProofRejectedException {
    // Ends with 1; with 0 if 4 < 1.
    GuestProgram program =
        new Assembly()
            .set(5, 4)
            .set(6, 1)
            .op(Opcode.BLTU, 0, 5, 6, 8)
            .set(Registers.A0, 1)
            .halt()
            .program();
    var forge = new Forge(program);
    forge.submit(forge.of(FalseRun.of(program)));
    FalseRun run = FalseRun.of(program).next(2, Assembly.pc(4)).cut(3).then(4, 93);
    Forge.Attempt attempt = forge.of(run.then(5, Call.HALT));
    Comparison gadget = Machine.BRANCH_LESS.row().gadget().comparison();
    attempt.set(Machine.BRANCH_LESS, gadget.less(), 0, 1);
    attempt.set(Machine.BRANCH_LESS, gadget.gap(), 0, -4);
    Attacks.assertFalls(forge, attempt, "bus range");
  }

  @Test
  void aBranchLeadsToOneOfTwoPlaces() {
    // Ends with 1 because 1 < 4; with 0 if an answer of 2 leads twice as far.
    GuestProgram program =
        new Assembly()
            .set(5, 1)
            .set(6, 4)
            .op(Opcode.BLTU, 0, 5, 6, 8)
            .set(7, 0)
            .set(Registers.A0, 1)
            .halt()
            .program();
    var forge = new Forge(program);
    FalseRun run = FalseRun.of(program).next(2, Assembly.pc(5)).cut(3).then(5, 93);
    Forge.Attempt attempt = forge.of(run.then(6, Call.HALT));
    Comparison gadget = Machine.BRANCH_LESS.row().gadget().comparison();
    attempt.set(Machine.BRANCH_LESS, gadget.less(), 0, 2);
    attempt.set(Machine.BRANCH_LESS, gadget.gap(), 0, 3 * 3 - 1);
    Attacks.assertFalls(forge, attempt, "branch-less: less is a bit");
  }
}
