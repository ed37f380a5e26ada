package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zarf.machine.Machine;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;

/** Claims about how a run ended that the run does not bear out. */
class HaltAttackTest {

  private final Forge forge = new Forge(Guests.load("examples/hello/hello.elf"));
  private final byte[] input = Guests.bytes("examples/hello/input.bin");

  private static void rejected(Class<? extends Rejection> why, ThrowingCallable attack) {
    assertThatThrownBy(attack)
        .isInstanceOfSatisfying(
            ProofRejectedException.class, e -> assertThat(e.rejection()).isInstanceOf(why));
  }

  @Test
  void theHonestRunIsAccepted() throws ProofRejectedException {
    forge.attack(input, attempt -> {});
  }

  @Test
  void aPrefixOfARunIsNoRun() {
    // Without its halting row a run proves nothing: the state that it leaves is never consumed.
    rejected(
        Rejection.BusUnbalanced.class,
        () ->
            forge.attack(
                input, attempt -> attempt.tables().removeIf(t -> t.slot() == Machine.HALT.slot())));
  }

  @Test
  void anotherJournalIsRejected() {
    rejected(
        Rejection.BusUnbalanced.class,
        () -> forge.attack(input, attempt -> attempt.journal()[0] ^= 1));
  }
}
