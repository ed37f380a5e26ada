package org.zarf.verifier;

import java.util.List;
import java.util.Objects;
import org.zarf.air.Circuit;
import org.zarf.machine.Machine;
import org.zarf.machine.PublicTerms;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.isa.Clock;
import org.zarf.stark.Instance;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;
import org.zarf.stark.StarkVerifier;
import org.zarf.stark.Statement;
import org.zarf.stark.VerifyingKey;

/**
 * A claim about the run of a program, with its proof. Nothing in it is to be believed before {@link
 * #verify} has returned.
 *
 * @param parameters the name of the parameter set
 * @param program what the program's id is computed from
 * @param journal what the run published
 * @param exitCode how it ended, as an unsigned 32-bit number
 * @param proof the proof
 */
public record Receipt(
    String parameters, ProgramCommitment program, Journal journal, int exitCode, Proof proof) {

  /** No part may be null. */
  public Receipt {
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(proof, "proof");
  }

  /**
   * Checks that the program ran and ended with exit code 0.
   *
   * @return what it published
   * @throws ProofRejectedException if that is not proven
   */
  public Journal verify(ProgramId id) throws ProofRejectedException {
    return verify(id, 0);
  }

  /**
   * Checks that the program ran and ended with an exit code.
   *
   * @param demandedExitCode an unsigned 32-bit number
   * @return what it published
   * @throws ProofRejectedException if that is not proven
   */
  public Journal verify(ProgramId id, int demandedExitCode) throws ProofRejectedException {
    MachineKeys.MachineKey key = machineKey();
    require(programId().equals(id), "the receipt is about program " + programId());
    require(
        exitCode == demandedExitCode,
        "the program ended with exit code " + Integer.toUnsignedString(exitCode));
    verify(key, program, new Claim(journal.bytes(), exitCode), proof);
    return journal;
  }

  /**
   * The id of the program that the receipt is about, computed from the commitments that the proof
   * is checked against.
   *
   * @throws ProofRejectedException if there is no parameter set of the receipt's name
   */
  public ProgramId programId() throws ProofRejectedException {
    MachineKeys.MachineKey key = machineKey();
    return program.id(key.parameters(), key.machine());
  }

  private MachineKeys.MachineKey machineKey() throws ProofRejectedException {
    return MachineKeys.named(parameters)
        .orElseThrow(
            () ->
                new ProofRejectedException(
                    new Rejection.OtherStatement("unknown parameter set " + parameters)));
  }

  /**
   * What a run made public.
   *
   * @param journal the bytes it published
   * @param exitCode how it ended, as an unsigned 32-bit number
   */
  public record Claim(byte[] journal, int exitCode) {

    /** The journal may be empty, but not null. */
    public Claim {
      Objects.requireNonNull(journal, "journal");
    }
  }

  /**
   * Checks a proof about a program under any parameters, those of tests included: {@link #verify}
   * allows only the sets of {@link MachineKeys}.
   *
   * @throws ProofRejectedException if the proof does not hold
   */
  public static void verify(
      MachineKeys.MachineKey machine, ProgramCommitment program, Claim claim, Proof proof)
      throws ProofRejectedException {
    requireClockFits(proof);
    VerifyingKey key = program.key(machine.parameters(), machine.machine());
    long exit = Integer.toUnsignedLong(claim.exitCode);
    StarkVerifier.verify(
        key, proof, Statement.of(PublicTerms.of(program.entry(), exit, claim.journal)));
  }

  /**
   * Every row that advances the state adds one step to the clock. While all of them together stay
   * below the largest time, no chain of states can come back to where it was.
   */
  private static void requireClockFits(Proof proof) throws ProofRejectedException {
    List<Circuit.Slot> slots = Machine.circuit().slots();
    long rows = 0;
    for (Instance instance : proof.instances()) {
      boolean isKnown = instance.slot() >= 0 && instance.slot() < slots.size();
      boolean isSmall = instance.logHeight() >= 0 && instance.logHeight() < 31;
      require(isSmall, "a table of height 2^" + instance.logHeight());
      if (isKnown && advancesState(slots.get(instance.slot()))) {
        rows += instance.height();
      }
    }
    require((rows + 1) * Clock.STEP < Clock.END, "the run is too long for its clock");
  }

  private static boolean advancesState(Circuit.Slot slot) {
    return slot.table().interactions().stream().anyMatch(i -> i.bus().equals(Buses.STATE));
  }

  private static void require(boolean holds, String otherwise) throws ProofRejectedException {
    if (!holds) {
      throw new ProofRejectedException(new Rejection.OtherStatement(otherwise));
    }
  }
}
