package org.zarf.gallery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.zarf.sdk.Program;
import org.zarf.stark.ProofRejectedException;
import org.zarf.verifier.Journal;
import org.zarf.verifier.Receipt;

/** Another journal on the proof of a receipt. */
public final class Forgery {

  private Forgery() {}

  /** Checks that the verifier rejects a receipt with a journal that was not proved. */
  public static void rejected(Receipt honest, Program program, byte[] journal) {
    var forged =
        new Receipt(
            honest.parameters(),
            honest.program(),
            Journal.of(journal),
            honest.exitCode(),
            honest.proof());
    assertThatThrownBy(() -> forged.verify(program.id()))
        .isInstanceOf(ProofRejectedException.class);
  }
}
