package org.zarf.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.zarf.prover.kernel.Kernels;
import org.zarf.riscv.Exit;
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

  @Test
  void aRefusedInputIsNotProvedIfOnlySuccessIs() throws Exception {
    Program program = Program.load(EXAMPLES.resolve("matching/matching.elf"));
    var stages = new ArrayList<String>();
    var printed = new ByteArrayOutputStream();
    Prover prover =
        Prover.create()
            .withPrint(printed)
            .withProgress((stage, fraction) -> stages.add(stage))
            .withSuccessOnly();
    assertThatThrownBy(() -> prover.prove(program, Input.of(new byte[] {1, 2, 3})))
        .isInstanceOfSatisfying(
            RunFailedException.class, e -> assertThat(e.run().exit()).isEqualTo(new Exit.Halted(1)))
        .hasMessage("the guest ended with exit code 1: the input ends too early");
    assertThat(stages).containsExactly("execute");
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("the input ends too early");
  }

  @Test
  void theLastLineIsThatOfTheUncaughtException() throws Exception {
    var line = new LastLine(OutputStream.nullOutputStream());
    assertThat(line.describe()).isEmpty();
    String trace =
        """
        reading
        Exception in thread "main" java.lang.IllegalStateException: why
        \tat Guest.main(Guest.java:3)
        Caused by: java.io.IOException
        \tat Guest.read(Guest.java:5)
        """;
    line.write(trace.getBytes(StandardCharsets.UTF_8));
    assertThat(line.describe()).isEqualTo(": java.lang.IllegalStateException: why");
  }
}
