package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.zarf.sdk.Program;
import org.zarf.stark.ProofRejectedException;
import org.zarf.verifier.Journal;
import org.zarf.verifier.Receipt;

class ProofTest {

  @Test
  void aReceiptProvesTheAnswer() throws Exception {
    Program program = Main.program();
    Receipt receipt = Main.prove(program, new Person("Ada", 2008));
    assertEquals(new Answer(true), Main.verify(program, receipt));

    var changed =
        new Receipt(
            receipt.parameters(),
            receipt.program(),
            Journal.of(new byte[] {0}),
            receipt.exitCode(),
            receipt.proof());
    assertThrows(ProofRejectedException.class, () -> Main.verify(program, changed));
  }
}
