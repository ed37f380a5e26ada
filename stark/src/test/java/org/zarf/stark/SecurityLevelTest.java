package org.zarf.stark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The level against 40 cases of the public calculator soundcalc; the file names its source. */
class SecurityLevelTest {

  @Test
  void agreesWithThePublicCalculator() throws IOException {
    int cases = 0;
    for (JsonElement element : vectors().getAsJsonArray("cases")) {
      JsonObject c = element.getAsJsonObject();
      var unique = new SecurityLevel.Regime.UniqueDecoding();
      var johnson = new SecurityLevel.Regime.Johnson(c.get("johnson_m").getAsInt());
      JsonObject expected = c.getAsJsonObject("expected");
      check(level(c, unique), expected.getAsJsonObject("UDR"), "case " + cases + ", UDR");
      check(level(c, johnson), expected.getAsJsonObject("JBR"), "case " + cases + ", JBR");
      cases++;
    }
    assertThat(cases).isEqualTo(40);
  }

  private static void check(SecurityLevel level, JsonObject expected, String what) {
    for (String round : expected.keySet()) {
      int bits = round.equals("total") ? level.total() : level.bits(round);
      assertThat(bits).as(what + ", " + round).isEqualTo(expected.get(round).getAsInt());
    }
    assertThat(level.rounds().size() + 1).as(what).isEqualTo(expected.size());
  }

  private static SecurityLevel level(JsonObject c, SecurityLevel.Regime regime) {
    JsonObject lookup = c.getAsJsonObject("lookup");
    JsonObject grinding = c.getAsJsonObject("grinding");
    List<Integer> factors =
        StreamSupport.stream(c.getAsJsonArray("fri_folding_factors").spliterator(), false)
            .map(JsonElement::getAsInt)
            .toList();
    var shape =
        new SecurityLevel.Shape(
            c.get("log_height").getAsInt(),
            c.get("log_blowup").getAsInt(),
            factors,
            c.get("batched_functions").getAsInt(),
            c.get("constraints").getAsInt(),
            c.get("max_degree").getAsInt(),
            c.get("opening_points").getAsInt(),
            0);
    double rows = lookup.get("rows_L").getAsDouble() + lookup.get("rows_T").getAsDouble();
    var lookups =
        new SecurityLevel.Lookups(
            lookup.get("lookups").getAsInt() * rows, lookup.get("tuple").getAsInt());
    var work =
        new SecurityLevel.Grinding(
            grinding.get("lookup").getAsInt(),
            grinding.get("deep").getAsInt(),
            grinding.get("batching").getAsInt(),
            grinding.get("folding").getAsInt(),
            grinding.get("queries").getAsInt());
    return SecurityLevel.of(shape, lookups, c.get("queries").getAsInt(), work, regime);
  }

  private static JsonObject vectors() throws IOException {
    try (var in = SecurityLevelTest.class.getResourceAsStream("security-level.json");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }
}
