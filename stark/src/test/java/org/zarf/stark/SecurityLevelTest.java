package org.zarf.stark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

  @Test
  void queriesForTheDefaultLevel() {
    int[][] pairs = {
      {1, 251, 24}, {1, 256, 22}, {1, 261, 20}, {2, 154, 24}, {2, 157, 22}, {2, 160, 20}
    };
    for (int[] pair : pairs) {
      var shape = new SecurityLevel.Shape(20, pair[0], List.of(8), 100, 100, 3, 2, 0);
      for (int missing = 0; missing < 2; missing++) {
        var strength = new Strength(pair[1] - missing, 0, 0, pair[2]);
        int bits = SecurityLevel.of(shape, NO_LOOKUPS, strength).bits("query phase");
        assertThat(bits >= 128).as(strength + " at " + shape).isEqualTo(missing == 0);
      }
    }
    var lastLayer = new SecurityLevel.Shape(14, 4, List.of(8), 100, 100, 3, 2, 352);
    for (int missing = 0; missing < 2; missing++) {
      var grinding = new SecurityLevel.Grinding(0, 0, 0, 0, 20);
      var johnson = new SecurityLevel.Regime.Johnson(5);
      var level = SecurityLevel.of(lastLayer, NO_LOOKUPS, 58 - missing, grinding, johnson);
      assertThat(level.bits("query phase") >= 128).isEqualTo(missing == 0);
    }
  }

  @Test
  void largeShapesNeedGrindingOnlyBeforeBusesAndBatch() {
    var shape = new SecurityLevel.Shape(22, 1, List.of(8, 8, 8, 8, 8, 8), 6000, 2000, 3, 2, 524);
    var lookups = new SecurityLevel.Lookups(16 * StrictMath.scalb(1.0, 20), 8);
    var level = SecurityLevel.of(shape, lookups, new Strength(256, 0, 0, 22));
    assertThat(level.rounds().get("lookup")).isBetween(127.93, 127.95);
    assertThat(128 - level.bits("batching")).isEqualTo(7);
    assertThat(level.rounds().keySet().stream().filter(round -> level.bits(round) < 128))
        .containsExactly("lookup", "batching");
    var ground = SecurityLevel.of(shape, lookups, new Strength(256, 1, 7, 22));
    assertThat(ground.total()).isEqualTo(128);
  }

  @Test
  void aWholeNumberOfBitsIsNotReachedByRounding() {
    var almost = new SecurityLevel(Map.of("a", 128 - 1e-13, "b", StrictMath.nextDown(128.0)));
    assertThat(almost.total()).isEqualTo(127);
    assertThat(new SecurityLevel(Map.of("a", 128 + 1e-6)).total()).isEqualTo(128);
  }

  private static final SecurityLevel.Lookups NO_LOOKUPS = new SecurityLevel.Lookups(0, 0);

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
