package org.zarf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one proof of the smallest example: verification, inspection, and what is rejected. */
class ProveCommandTest {

  @TempDir static Path folder;

  private static Path receipt;
  private static Path journal;
  private static JsonObject proved;

  @BeforeAll
  static void prove() {
    receipt = folder.resolve("hello.receipt");
    journal = folder.resolve("journal.bin");
    Call call =
        Call.of(
            "prove",
            Call.HELLO,
            "--input",
            Call.HELLO_INPUT,
            "-o",
            receipt,
            "--journal",
            journal,
            "--json");
    assertThat(call.err()).contains("%  fold");
    assertThat(call.status()).isZero();
    proved = call.json();
  }

  @Test
  void reportsWhatItTook() {
    for (String key :
        new String[] {
          "cycles",
          "khz",
          "prove_ms",
          "verify_ms",
          "security_bits",
          "hiding",
          "threads",
          "peak_memory_bytes",
          "receipt_bytes",
          "exit_code",
          "program_id",
          "stages",
          "tables"
        }) {
      assertThat(proved.has(key)).as(key).isTrue();
    }
    assertThat(proved.get("security_bits").getAsInt()).isGreaterThanOrEqualTo(128);
    assertThat(proved.get("hiding").getAsBoolean()).isTrue();
    assertThat(receipt).hasSize(proved.get("receipt_bytes").getAsLong());
    assertThat(journal).hasSize(12);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("hello.receipt", "journal.bin");
  }

  @Test
  void isVerifiedByElfAndById() {
    Call byElf = Call.of("verify", receipt, "--program", Call.HELLO, "--journal", journal);
    assertThat(byElf.status()).isZero();
    assertThat(byElf.out()).contains("It is proved that", "stays hidden", "Verified in");
    String id = proved.get("program_id").getAsString();
    Call byId = Call.of("verify", receipt, "--program", id, "--json");
    assertThat(byId.status()).isZero();
    assertThat(byId.json().get("verified").getAsBoolean()).isTrue();
    assertThat(byId.json().get("journal").getAsString()).isEqualTo("05000000e282040000000000");
  }

  @Test
  void isInspected() {
    JsonObject inspected = Call.of("inspect", receipt, "--json").json();
    assertThat(inspected.get("program_id")).isEqualTo(proved.get("program_id"));
    assertThat(inspected.get("tables")).isEqualTo(proved.get("tables"));
    assertThat(inspected.has("cycles")).isTrue();
    int bytes =
        inspected.getAsJsonObject("parts").entrySet().stream()
            .mapToInt(part -> part.getValue().getAsInt())
            .sum();
    assertThat(bytes).isEqualTo(proved.get("receipt_bytes").getAsInt());
    assertThat(Call.of("inspect", receipt).out()).contains("registers", "weakest", "tree main");
    JsonObject program = Call.of("inspect", Call.HELLO, "--json").json();
    assertThat(program.get("program_id")).isEqualTo(proved.get("program_id"));
    assertThat(Call.of("inspect", Call.HELLO).out()).contains("_start", "Segments");
  }

  @Test
  void provesNothingElse() throws Exception {
    Path other = folder.resolveSibling("other-journal.bin");
    Files.write(other, new byte[] {5, 0, 0, 0, 1});
    assertRejected(
        "differ from byte 4",
        Call.of("verify", receipt, "--program", Call.HELLO, "--journal", other));
    assertRejected(
        "exit code 0",
        Call.of("verify", receipt, "--program", Call.HELLO, "--exit-code", 4294967295L));
    Path matching = Call.ROOT.resolve("examples/matching/matching.elf");
    assertRejected(
        "the receipt is about program", Call.of("verify", receipt, "--program", matching));
    assertRejected(
        "the receipt is about program", Call.of("verify", receipt, "--program", "0".repeat(64)));
    Files.delete(other);
  }

  @Test
  void provesFailuresToo() {
    Path failed = folder.resolveSibling("failed.receipt");
    // Two bytes are less than hello reads: it ends with exit code 1.
    Call call =
        Call.with(
            new byte[] {9, 9},
            "prove",
            Call.HELLO,
            "--input",
            "-",
            "-o",
            failed,
            "--no-hiding",
            "--threads",
            1,
            "--memory",
            "2g");
    assertThat(call.status()).isEqualTo(1);
    assertThat(call.message()).contains("ended with exit code 1", "is written");
    assertThat(call.err()).contains("this receipt hides nothing");
    assertRejected("ended with exit code 1", Call.of("verify", failed, "--program", Call.HELLO));
    Call verified = Call.of("verify", failed, "--program", Call.HELLO, "--exit-code", 1);
    assertThat(verified.status()).isZero();
    assertThat(verified.out()).contains("This receipt hides nothing");
  }

  @Test
  void refusesWhatCannotBeProved() throws Exception {
    Path none = folder.resolveSibling("none.receipt");
    Path trap = folder.resolveSibling("trap.elf");
    Files.write(trap, RunCommandTest.withTrapInMain());
    assertRejected(
        "illegal instruction",
        Call.of("prove", trap, "--input", Call.HELLO_INPUT, "-o", none, "--quiet"));
    Call small =
        Call.of("prove", Call.HELLO, "--input", Call.HELLO_INPUT, "-o", none, "--memory", "100m");
    assertThat(small.status()).isEqualTo(2);
    assertThat(small.message()).contains("GiB of memory; the limit is 0.1 GiB");
    assertThat(none).doesNotExist();
  }

  @Test
  void damagedReceiptsAreRejected() throws Exception {
    byte[] bytes = Files.readAllBytes(receipt);
    for (int length : new int[] {0, 3, 4, 5, 6, 40, 200, bytes.length / 2, bytes.length - 1}) {
      assertDamaged(Arrays.copyOf(bytes, length));
    }
    assertDamaged(Arrays.copyOf(bytes, bytes.length + 1));
    for (int at : new int[] {0, 4, 5, 8, 30, 80, 100, bytes.length / 2, bytes.length - 1}) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      assertDamaged(flipped);
    }
    byte[] huge = bytes.clone();
    Arrays.fill(huge, 20, 200, (byte) 0x7f);
    assertDamaged(huge);
  }

  private static void assertDamaged(byte[] bytes) {
    Call call = Call.with(bytes, "verify", "-", "--program", Call.HELLO, "--json");
    assertThat(call.json().get("verified").getAsBoolean()).isFalse();
    assertThat(call.status()).isEqualTo(1);
    assertThat(call.err().strip()).startsWith("zarf: the receipt is rejected: ").hasLineCount(1);
  }

  private static void assertRejected(String reason, Call call) {
    assertThat(call.status()).isEqualTo(1);
    assertThat(call.out()).isEmpty();
    assertThat(call.err().strip()).startsWith("zarf: ").contains(reason).hasLineCount(1);
  }
}
