package org.zarf.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.zarf.guest.GuestMain;
import org.zarf.guest.GuestRun;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.RunOptions;
import org.zarf.sdk.Program;

/**
 * How a guest ended, in the machine and on the JVM alike.
 *
 * @param exitCode its exit code
 * @param journal what it published
 */
public record Ended(long exitCode, byte[] journal) {

  /** The committed program of an entry. */
  public static Program program(String entry) throws Exception {
    return program(entry, entry);
  }

  /** The committed program of that name in an entry that has several. */
  public static Program program(String entry, String name) throws Exception {
    Path root = Path.of(System.getProperty("zarf.root", ".."));
    return Program.load(root.resolve("gallery").resolve(entry).resolve(name + ".elf"));
  }

  /** Runs a guest both ways, which must agree. */
  public static Ended of(Program program, GuestMain guest, byte[] input) {
    GuestRun expected = GuestRun.of(guest, input);
    var run = Executor.run(program.guest(), RunOptions.defaults().withInput(input));
    assertThat(run.exit()).isEqualTo(new Exit.Halted(expected.exitCode()));
    assertThat(run.journal()).isEqualTo(expected.journal());
    return new Ended(expected.exitCode(), expected.journal());
  }
}
