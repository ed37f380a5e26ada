package org.zarf.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.riscv.Cause;
import org.zarf.riscv.Exit;
import org.zarf.riscv.FunctionCycles;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.LineCycles;
import org.zarf.riscv.Run;
import org.zarf.riscv.Symbol;

/**
 * What is told about a run.
 *
 * @param guest the program
 * @param run what came of it
 * @param nanos how long executing it took
 */
record RunReport(GuestProgram guest, Run run, long nanos) {

  private static final int MOST_PLACES = 15;
  private static final int NAME_WIDTH = 32;

  /** How the run ended, in one line. */
  String ending() {
    return switch (run.exit()) {
      case Exit.Halted(long code) ->
          code == 0 ? "the guest ended" : "the guest ended with exit code " + code;
      case Exit.Trapped(Cause cause, long pc) ->
          "the guest trapped: " + cause.message() + " at " + guest.describe(pc);
      case Exit.OutOfCycles(long limit, long pc) ->
          "the guest did not end within "
              + Figures.count(limit)
              + " cycles; it is at "
              + guest.describe(pc)
              + " (--max-cycles allows more)";
      case Exit.OutOfMemory(long limit, long pc) ->
          "the guest uses more than "
              + Figures.bytes(limit)
              + " of memory, at "
              + guest.describe(pc);
    };
  }

  /** Writes it for people. */
  void print(Report report) {
    report.line("ending", ending());
    report.line("journal", JournalText.of(run.journal()));
    report.line(
        "cycles",
        Figures.count(run.cycles())
            + " in "
            + Figures.nanos(nanos)
            + " ("
            + Figures.decimal(run.cycles() * 1e3 / Math.max(nanos, 1))
            + " MHz)");
    report.line("peak memory", Figures.bytes(run.memoryBytes()));
    report.line("misaligned accesses", Figures.count(run.misalignedAccesses()));
    report.line("to prove, estimated", ProvingForecast.of(run).sentence());
    report.heading("Cycles by instruction class");
    for (InstructionClass kind : InstructionClass.values()) {
      long cycles = run.profile().cycles(kind);
      if (cycles != 0) {
        report.row(16, 14, kind.label(), Figures.count(cycles), share(cycles));
      }
    }
    report.heading("Cycles by function");
    longest(report, run.profile().functions(), FunctionCycles::name, FunctionCycles::cycles);
    List<LineCycles> lines = run.profile().lines();
    if (!lines.isEmpty()) {
      report.heading("Cycles by line");
      longest(report, lines, l -> l.line().toString(), LineCycles::cycles);
    }
  }

  /** Rows of the first places of a profile, in one width. */
  private <T> void longest(
      Report report, List<T> places, Function<T, String> name, ToLongFunction<T> cycles) {
    List<T> shown = places.subList(0, Math.min(MOST_PLACES, places.size()));
    int width = shown.stream().mapToInt(p -> name.apply(p).length()).max().orElse(0);
    for (T place : shown) {
      long count = cycles.applyAsLong(place);
      report.row(
          Math.max(NAME_WIDTH, width), 14, name.apply(place), Figures.count(count), share(count));
    }
    if (places.size() > shown.size()) {
      report.text("  ... and " + (places.size() - shown.size()) + " more (all with --json)");
    }
  }

  private String share(long cycles) {
    return Figures.percent(cycles, run.cycles());
  }

  /** The same for programs. */
  JsonObject json() {
    var object = new JsonObject();
    object.addProperty("exit", exitName());
    object.addProperty("exit_code", run.exit() instanceof Exit.Halted(long code) ? code : null);
    object.addProperty("cycles", run.cycles());
    object.add("trap", trap());
    object.addProperty("journal", HexFormat.of().formatHex(run.journal()));
    object.addProperty("run_ms", Figures.millis(nanos));
    object.addProperty("guest_memory_bytes", run.memoryBytes());
    object.addProperty("misaligned_accesses", run.misalignedAccesses());
    object.add("estimate", ProvingForecast.of(run).json());
    var classes = new JsonObject();
    for (InstructionClass kind : InstructionClass.values()) {
      classes.addProperty(kind.label(), run.profile().cycles(kind));
    }
    object.add("cycles_by_class", classes);
    var functions = new JsonArray();
    for (FunctionCycles function : run.profile().functions()) {
      var entry = new JsonObject();
      entry.addProperty("name", function.name());
      entry.addProperty("cycles", function.cycles());
      functions.add(entry);
    }
    object.add("cycles_by_function", functions);
    object.add("cycles_by_line", lines());
    return object;
  }

  private JsonArray lines() {
    var lines = new JsonArray();
    for (LineCycles line : run.profile().lines()) {
      var entry = new JsonObject();
      entry.addProperty("file", line.line().file());
      entry.addProperty("line", line.line().line());
      entry.addProperty("cycles", line.cycles());
      lines.add(entry);
    }
    return lines;
  }

  private String exitName() {
    return switch (run.exit()) {
      case Exit.Halted _ -> "halted";
      case Exit.Trapped _ -> "trapped";
      case Exit.OutOfCycles _ -> "out of cycles";
      case Exit.OutOfMemory _ -> "out of memory";
    };
  }

  private JsonElement trap() {
    if (!(run.exit() instanceof Exit.Trapped(Cause cause, long pc))) {
      return JsonNull.INSTANCE;
    }
    var trap = new JsonObject();
    trap.addProperty("cause", cause.getClass().getSimpleName());
    trap.addProperty("message", cause.message());
    trap.addProperty("pc", pc);
    trap.addProperty("symbol", guest.symbolAt(pc).map(Symbol::name).orElse(null));
    trap.addProperty("file", guest.lineAt(pc).map(l -> l.file()).orElse(null));
    trap.addProperty("line", guest.lineAt(pc).map(l -> l.line()).orElse(null));
    return trap;
  }
}
