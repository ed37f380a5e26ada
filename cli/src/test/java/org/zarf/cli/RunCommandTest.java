package org.zarf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

  @TempDir Path folder;

  @Test
  void reportsJournalCyclesFunctionsAndLines() {
    Call call = Call.of("run", Call.HELLO, "--input", Call.HELLO_INPUT);
    assertThat(call.status()).isZero();
    assertThat(call.out()).contains("05000000e282040000000000", "cycles", "main", "load");
    assertThat(call.out()).containsPattern("Cycles by line\n(.*\n)*  hello.c:\\d+ ");
    assertThat(call.err()).contains("hello: summed 5 private numbers");
  }

  @Test
  void reportsAsJson() {
    var json = Call.of("run", Call.HELLO, "--input", Call.HELLO_INPUT, "--json").json();
    assertThat(json.get("exit").getAsString()).isEqualTo("halted");
    assertThat(json.get("exit_code").getAsLong()).isZero();
    assertThat(json.get("cycles").getAsLong()).isBetween(1_000L, 3_000L);
    assertThat(json.get("trap").isJsonNull()).isTrue();
    long cycles = 0;
    for (var line : json.get("cycles_by_line").getAsJsonArray()) {
      assertThat(line.getAsJsonObject().get("line").getAsInt()).isPositive();
      cycles += line.getAsJsonObject().get("cycles").getAsLong();
    }
    assertThat(cycles).isBetween(1_000L, json.get("cycles").getAsLong());
  }

  @Test
  void readsAndWritesStandardStreams() throws Exception {
    byte[] input = Files.readAllBytes(Call.HELLO_INPUT);
    Call call = Call.with(input, "run", Call.HELLO, "--input", "-", "--journal", "-");
    assertThat(call.status()).isZero();
    assertThat(call.outBytes()).hasSize(12).startsWith(5, 0, 0, 0);
    assertThat(call.err()).contains("cycles");
  }

  @Test
  void writesTheJournal() {
    Path journal = folder.resolve("journal.bin");
    Call.of("run", Call.HELLO, "--input", Call.HELLO_INPUT, "--journal", journal);
    assertThat(journal).hasSize(12);
  }

  @Test
  void failsWithTheGuest() {
    // Without its input, hello reads beyond the end, which ends it with exit code 1.
    Call call = Call.with(new byte[] {9, 9}, "run", Call.HELLO, "--input", "-");
    assertThat(call.status()).isEqualTo(1);
    assertThat(call.message()).isEqualTo("zarf: the guest ended with exit code 1");
  }

  @Test
  void stopsEndlessRuns() {
    Call call =
        Call.of("run", Call.HELLO, "--input", Call.HELLO_INPUT, "--max-cycles", 100, "--json");
    assertThat(call.status()).isEqualTo(1);
    assertThat(call.message()).contains("did not end within 100 cycles", "it is at 0x");
    assertThat(call.json().get("exit").getAsString()).isEqualTo("out of cycles");
    assertThat(call.json().get("exit_code").isJsonNull()).isTrue();
  }

  @Test
  void saysWhereATrapIs() throws Exception {
    Path trap = folder.resolve("trap.elf");
    Files.write(trap, withTrapInMain());
    Call call = Call.of("run", trap, "--json");
    assertThat(call.status()).isEqualTo(1);
    var cause = call.json().get("trap").getAsJsonObject();
    assertThat(cause.get("cause").getAsString()).isEqualTo("IllegalInstruction");
    assertThat(cause.get("symbol").getAsString()).isEqualTo("main");
    assertThat(call.message()).contains("illegal instruction", "main", "hello.c");
  }

  @Test
  void namesFilesThatCannotBeRead() throws Exception {
    assertWrong(Call.of("run", folder.resolve("none.elf")), "none.elf: no such file");
    assertWrong(Call.of("run", folder), "it is a directory");
    assertWrong(Call.of("run", Call.HELLO, "--input", folder.resolve("none")), "no such file");
    assertWrong(Call.of("run", Call.HELLO_INPUT), "input.bin: ");
    Path cut = folder.resolve("cut.elf");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(Call.HELLO), 900));
    assertWrong(Call.of("run", cut), "cut.elf: ");
  }

  @Test
  void refusesInputBeyondTheWindow() throws Exception {
    Path large = folder.resolve("large.bin");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1L << 31);
    }
    assertWrong(Call.of("run", Call.HELLO, "--input", large), "too large for the input window");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run a b",
        "run a --bogus",
        "run a --max-cycles x",
        "run a --max-cycles -1",
        "run a --json --journal -",
        "nonsense",
        "",
        "prove a",
        "prove a -o /nowhere/at/all",
        "prove a -o b --threads 0",
        "prove a -o b --memory much",
        "prove a -o - --json",
        "verify a",
        "verify a --program b",
        "verify a --program b --exit-code 4294967296",
        "inspect",
        "build -o x",
        "bench --cycles 1000",
        "bench --guest nothing",
        "build none.c -o x",
      })
  void refusesBadCalls(String call) {
    Call answer = Call.of((Object[]) (call.isEmpty() ? new String[0] : call.split(" ")));
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err().strip()).startsWith("zarf: ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "prove", "verify", "inspect", "build", "demo", "bench"})
  void explainsItself(String command) {
    Call call = Call.of("help", command);
    assertThat(call.status()).isZero();
    assertThat(call.out()).contains("Usage: zarf " + command, "Exit status:", "Examples:");
  }

  @Test
  void tellsItsVersion() {
    assertThat(Call.of("--version").out()).startsWith("zarf ").contains("Java 2");
    assertThat(Call.of("help").out()).contains("prove", "verify", "Exit status:");
  }

  /** The example with zeros for the first instruction of main. */
  static byte[] withTrapInMain() throws IOException {
    byte[] elf = Files.readAllBytes(Call.HELLO);
    int code = fileOffset(elf, 0x101000) + 0x24;
    Arrays.fill(elf, code, code + 4, (byte) 0);
    return elf;
  }

  /** Where the segment that is loaded at an address begins in the file. */
  private static int fileOffset(byte[] elf, long address) {
    var in = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) in.getLong(32);
    while (in.getLong(header + 16) != address) {
      header += in.getShort(54);
    }
    return (int) in.getLong(header + 8);
  }

  private static void assertWrong(Call call, String message) {
    assertThat(call.status()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err().strip()).startsWith("zarf: ").contains(message).hasLineCount(1);
  }
}
