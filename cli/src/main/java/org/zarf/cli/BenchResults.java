package org.zarf.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.zarf.prover.ProofReport.Stage;
import org.zarf.stark.InstanceLayout;

/**
 * The suite at one size.
 *
 * @param logCycles nearly 2^logCycles cycles for each guest
 * @param results one for each guest
 */
record BenchResults(int logCycles, List<Result> results) {

  /**
   * One guest.
   *
   * @param guest its name
   * @param size its size
   * @param facts what proving it took
   * @param verifyNanos verifying its receipt in a warm process
   */
  record Result(String guest, int size, ProvingFacts facts, long verifyNanos) {

    JsonObject json() {
      var object = new JsonObject();
      object.addProperty("guest", guest);
      object.addProperty("size", size);
      facts.json().entrySet().forEach(e -> object.add(e.getKey(), e.getValue()));
      object.addProperty("verify_ms", Figures.millis(verifyNanos));
      return object;
    }
  }

  private long sum(ToLongFunction<Result> figure) {
    return results.stream().mapToLong(figure).sum();
  }

  private long max(ToLongFunction<Result> figure) {
    return results.stream().mapToLong(figure).max().orElseThrow();
  }

  private long cycles() {
    return sum(r -> r.facts.cycles());
  }

  private long proveNanos() {
    return sum(r -> r.facts.proved().proveNanos());
  }

  /** Total cycles over total time. */
  double kilohertz() {
    return cycles() * 1e6 / proveNanos();
  }

  private Result worst() {
    return results.stream().min(Comparator.comparingDouble(r -> r.facts.kilohertz())).orElseThrow();
  }

  /** The stages of all guests together. */
  private List<Stage> stages() {
    Map<String, Stage> stages = new LinkedHashMap<>();
    for (Result result : results) {
      for (Stage stage : result.facts.proved().stages()) {
        stages.merge(
            stage.name(),
            stage,
            (a, b) -> new Stage(a.name(), a.nanos() + b.nanos(), a.cells() + b.cells()));
      }
    }
    return new ArrayList<>(stages.values());
  }

  /** Where the time goes. */
  StageChart chart() {
    String title =
        String.format(
            Locale.ROOT,
            "%s cycles of the suite at 2^%d, %d threads: %.0f kHz",
            Figures.count(cycles()),
            logCycles,
            worst().facts.threads(),
            kilohertz());
    return new StageChart(title, stages());
  }

  /** For people. */
  void print(Report report) {
    report.heading("2^" + logCycles + " cycles");
    report.row(14, 12, "guest", "cycles", "kHz", "prove", "verify", "receipt", "cells");
    for (Result result : results) {
      ProvingFacts facts = result.facts;
      report.row(
          14,
          12,
          result.guest,
          Figures.count(facts.cycles()),
          Figures.decimal(facts.kilohertz()),
          Figures.nanos(facts.proved().proveNanos()),
          Figures.nanos(result.verifyNanos),
          Figures.bytes(facts.receipt().bytes()),
          Figures.count(facts.receipt().cells()));
    }
    report.row(
        14,
        12,
        "all",
        Figures.count(cycles()),
        Figures.decimal(kilohertz()),
        Figures.nanos(proveNanos()),
        Figures.nanos(max(Result::verifyNanos)),
        Figures.bytes(max(r -> r.facts.receipt().bytes())),
        Figures.count(sum(r -> r.facts.receipt().cells())));
    report.text(
        "  worst: "
            + worst().guest
            + " with "
            + Figures.decimal(worst().facts.kilohertz())
            + " kHz");
    report.text("  peak memory so far: " + Figures.bytes(max(r -> r.facts.peakMemory())));
    report.text("");
    report.row(24, 16, "stage", "time", "share", "cells", "ns per cell");
    long whole = stages().stream().mapToLong(Stage::nanos).sum();
    for (Stage stage : stages()) {
      report.row(
          24,
          16,
          stage.name(),
          Figures.nanos(stage.nanos()),
          Figures.percent(stage.nanos(), whole),
          stage.cells() == 0 ? "" : Figures.count(stage.cells()),
          stage.cells() == 0
              ? ""
              : String.format(Locale.ROOT, "%.2f", (double) stage.nanos() / stage.cells()));
    }
  }

  /** For programs: the suite as one. */
  JsonObject json() {
    var object = new JsonObject();
    object.addProperty("log_cycles", logCycles);
    object.addProperty("cycles", cycles());
    object.addProperty("khz", Math.round(kilohertz() * 1e3) / 1e3);
    object.addProperty("worst_guest", worst().guest);
    object.addProperty("worst_khz", Math.round(worst().facts.kilohertz() * 1e3) / 1e3);
    object.addProperty("prove_ms", Figures.millis(proveNanos()));
    object.addProperty("verify_ms", Figures.millis(max(Result::verifyNanos)));
    object.addProperty(
        "security_bits",
        results.stream().mapToInt(r -> r.facts.receipt().level().total()).min().orElseThrow());
    object.addProperty("hiding", worst().facts.receipt().parameters().hiding());
    object.addProperty("threads", worst().facts.threads());
    object.addProperty("peak_memory_bytes", max(r -> r.facts.peakMemory()));
    object.addProperty("receipt_bytes", max(r -> r.facts.receipt().bytes()));
    object.addProperty("exit_code", 0);
    object.add("program_id", JsonNull.INSTANCE);
    object.addProperty("cells", sum(r -> r.facts.receipt().cells()));
    object.add("stages", ProvingFacts.stages(stages()));
    object.add("tables", tables());
    var runs = new JsonArray();
    results.forEach(r -> runs.add(r.json()));
    object.add("runs", runs);
    return object;
  }

  /** Each table once, with the heights of all its instances added up. */
  private JsonArray tables() {
    Map<String, JsonObject> tables = new LinkedHashMap<>();
    for (Result result : results) {
      for (InstanceLayout instance : result.facts.receipt().layout().instances()) {
        JsonObject table =
            tables.computeIfAbsent(instance.table().name(), name -> emptyTable(instance));
        long height = table.get("height").getAsLong() + instance.instance().height();
        table.addProperty("height", height);
      }
    }
    var array = new JsonArray();
    tables.values().forEach(array::add);
    return array;
  }

  private static JsonObject emptyTable(InstanceLayout instance) {
    var table = new JsonObject();
    table.addProperty("name", instance.table().name());
    table.addProperty("height", 0);
    table.addProperty("columns", instance.mainWidth());
    table.addProperty("interactions", instance.table().interactions().size());
    return table;
  }
}
