package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.riscv.BadProgramException;
import org.zarf.riscv.Cause;
import org.zarf.riscv.Exit;
import org.zarf.riscv.GuestProgram;

/** The programs that test the guest kit do on the machine what they do in an emulator of Linux. */
class GuestKitTest {

  private static final byte[] END = "end".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path directory;

  /** Compiles the programs, and runs them in the emulator. */
  @BeforeAll
  static void build() throws IOException {
    Toolchain.require(Toolchain.COMPILER, Toolchain.EMULATOR, "python3");
    String script = Guests.ROOT.toRealPath().resolve("guest/c/tests/run.sh").toString();
    String output = Toolchain.succeed(directory, List.of("sh", script, directory.toString()));
    assertThat(output).isEqualTo("0 failures\n");
  }

  private static GuestRun run(String name, byte[] input) throws IOException, BadProgramException {
    return GuestRun.of(
        GuestProgram.load(Files.readAllBytes(directory.resolve(name + ".elf"))), input);
  }

  private static GuestRun end(String how) throws IOException, BadProgramException {
    return run("ends", how.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"copies", "hashes", "heap", "journal", "library", "objects", "system"})
  void aProgramFindsEverythingInOrder(String name) throws IOException, BadProgramException {
    GuestRun run = run(name, new byte[0]);
    assertThat(run.exit()).as(run.printed()).isEqualTo(new Exit.Halted(0));
  }

  @Test
  void everyProgramIsRun() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".elf")))
          .containsExactlyInAnyOrder(
              "copies.elf",
              "ends.elf",
              "ends-with-input.elf",
              "hashes.elf",
              "heap.elf",
              "journal.elf",
              "library.elf",
              "objects.elf",
              "system.elf");
    }
  }

  @Test
  void piecesOfAllLengthsMakeOneJournal() throws IOException, BadProgramException {
    byte[] expected = new byte[100_821];
    for (int k = 0; k < expected.length; k++) {
      expected[k] = (byte) (7 * k + 3);
    }
    assertThat(run("journal", new byte[0]).journal()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "r,7",
    "e,4294967295",
    "x,9",
    "a,134",
    "s,134",
    "k,143",
    "f,1",
    "i,1",
    "d,134",
    "m,134"
  })
  void anEndHasItsCode(String how, long code) throws IOException, BadProgramException {
    GuestRun run = end(how);
    assertThat(run.exit()).as(run.printed()).isEqualTo(new Exit.Halted(code));
    assertThat(run.journal()).isEqualTo(END);
  }

  @Test
  void handlersRunInReverseOrderAtAnOrdinaryEnd() throws IOException, BadProgramException {
    String handlers = "the last handler, then the first\n";
    for (String how : List.of("r", "e")) {
      assertThat(end(how).printed()).contains(handlers);
    }
    assertThat(end("x").printed()).doesNotContain("handler");
  }

  @Test
  void failuresSayWhy() throws IOException, BadProgramException {
    assertThat(end("f").printed()).contains("failed on purpose\n");
    assertThat(end("i").printed()).contains("the input ends too early\n");
    assertThat(end("s").printed()).contains("2 + 2 == 5").contains("ends.c");
  }

  /** Deep frames may step over the guard page: what lies below is no memory either. */
  @Test
  void brokenProgramsTrap() throws IOException, BadProgramException {
    assertThat(trap("o")).isInstanceOf(Cause.StackOverflow.class);
    assertThat(trap("n")).isEqualTo(new Cause.GuardPage(0));
    assertThat(trap("u")).isEqualTo(new Cause.Breakpoint());
  }

  private static Cause trap(String how) throws IOException, BadProgramException {
    Exit exit = end(how).exit();
    assertThat(exit).isInstanceOf(Exit.Trapped.class);
    return ((Exit.Trapped) exit).cause();
  }
}
