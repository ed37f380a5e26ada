package org.zarf.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;

/** A run of a guest on the executor, and what it printed. */
record GuestRun(Run run, String printed) {

  static GuestRun of(GuestProgram program, byte[] input) {
    var printed = new ByteArrayOutputStream();
    Run run =
        Executor.run(
            program,
            RunOptions.defaults()
                .withInput(input)
                .withPrint(printed)
                .withMaxCycles(1L << 30)
                // The same on machines of any size.
                .withMaxMemory(1L << 30));
    return new GuestRun(run, printed.toString(StandardCharsets.UTF_8));
  }

  Exit exit() {
    return run.exit();
  }

  byte[] journal() {
    return run.journal();
  }
}
