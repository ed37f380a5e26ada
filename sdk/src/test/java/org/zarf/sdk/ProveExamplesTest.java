package org.zarf.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.zarf.prover.kernel.Kernels;
import org.zarf.verifier.Journal;
import org.zarf.verifier.MachineKeys;
import org.zarf.verifier.ReceiptCodec;

class ProveExamplesTest {

  private static final Path EXAMPLES = Path.of(System.getProperty("zarf.examples", "../examples"));

  @Test
  void theRootsOfTheMachineAreThoseOfItsTables() {
    for (var key : MachineKeys.all()) {
      var group = MachineGroup.of(key.parameters(), Kernels.best());
      assertThat(group.commitment()).isEqualTo(key.machine());
    }
  }

  @Test
  void helloIsProvedAndVerified() throws Exception {
    Program program = Program.load(EXAMPLES.resolve("hello/hello.elf"));
    ProvedRun proved =
        Prover.create().proveRun(program, Input.read(EXAMPLES.resolve("hello/input.bin")));
    byte[] bytes = ReceiptCodec.encode(proved.receipt());
    Journal journal = ReceiptCodec.decode(bytes).verify(program.id());
    assertThat(ReceiptCodec.encode(ReceiptCodec.decode(bytes))).isEqualTo(bytes);
    assertThat(journal).isEqualTo(Journal.of(proved.run().journal()));
  }
}
