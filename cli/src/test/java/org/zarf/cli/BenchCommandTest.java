package org.zarf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

class BenchCommandTest {

  @Test
  void measuresAGuest(@TempDir Path directory) throws Exception {
    Path chart = directory.resolve("stages.svg");
    Call call =
        Call.of(
            "bench",
            "--guest",
            "words",
            "--cycles",
            70_000,
            "--no-hiding",
            "--json",
            "--chart",
            chart);
    assertThat(call.status()).as(call.err()).isZero();
    JsonObject bench = call.json();
    for (String key :
        new String[] {
          "cycles",
          "khz",
          "worst_guest",
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
          "tables",
          "floors",
          "sizes"
        }) {
      assertThat(bench.has(key)).as(key).isTrue();
    }
    NodeList bars =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(chart.toFile())
            .getElementsByTagName("rect");
    assertThat(bars.getLength()).isEqualTo(1 + bench.getAsJsonArray("stages").size());
    assertThat(bench.get("cycles").getAsLong()).isBetween(60_000L, 65_536L);
    assertThat(bench.get("hiding").getAsBoolean()).isFalse();
    assertThat(bench.get("security_bits").getAsInt()).isGreaterThanOrEqualTo(128);
    assertThat(bench.getAsJsonObject("floors").get("copy_ns_per_cell").getAsDouble()).isPositive();
  }

  @Test
  void knowsTheWholeSuite() {
    assertThat(Call.of("bench", "--guest", "nothing").message())
        .contains("interpreter, matching, matrix, modexp, quicksort, sha256, words");
  }
}
