package org.zarf.compiler;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;

/** A run of a guest on the executor, and what it printed. */
record MachineRun(Run run, String printed) {

  static MachineRun of(Guest guest, byte... input) {
    var printed = new ByteArrayOutputStream();
    Run run =
        Executor.run(
            guest.program().guest(),
            RunOptions.defaults()
                .withInput(input)
                .withPrint(printed)
                .withMaxCycles(1L << 33)
                .withMaxMemory(1L << 30));
    return new MachineRun(run, printed.toString(StandardCharsets.UTF_8));
  }

  Exit exit() {
    return run.exit();
  }

  byte[] journal() {
    return run.journal();
  }
}
