package org.zarf.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.Segment;
import org.zarf.riscv.Symbol;
import org.zarf.sdk.Program;
import org.zarf.stark.Parameters;
import org.zarf.verifier.MachineKeys;
import org.zarf.verifier.ProgramId;

/**
 * What is told about a program.
 *
 * @param program the program
 */
record ProgramReport(Program program) {

  private ProgramId id(Parameters parameters) {
    var key = MachineKeys.named(parameters.name()).orElseThrow();
    return program.commitment(parameters).id(parameters, key.machine());
  }

  /** For people. */
  void print(Report report) {
    GuestProgram guest = program.guest();
    report.line("program id", id(Parameters.zeroKnowledge()));
    report.line("  with --no-hiding", id(Parameters.revealing()));
    report.line("entry", guest.describe(guest.entry()));
    report.line("instructions", Figures.count(guest.instructions().size()));
    report.line("words not zero", Figures.count(guest.image().count()));
    report.heading("Segments");
    report.row(12, 14, "address", "file bytes", "memory bytes", "access");
    for (Segment segment : guest.segments()) {
      report.row(
          12,
          14,
          hex(segment.address()),
          Figures.count(segment.fileBytes()),
          Figures.count(segment.memoryBytes()),
          access(segment));
    }
    report.heading("Functions");
    for (Symbol symbol : guest.symbols()) {
      report.text(
          "  "
              + hex(symbol.address())
              + String.format(Locale.ROOT, "%8d  ", symbol.size())
              + symbol.name());
    }
  }

  /** For programs. */
  JsonObject json() {
    GuestProgram guest = program.guest();
    var object = new JsonObject();
    object.addProperty("program_id", id(Parameters.zeroKnowledge()).toString());
    object.addProperty("program_id_no_hiding", id(Parameters.revealing()).toString());
    object.addProperty("entry", guest.entry());
    object.addProperty("instructions", guest.instructions().size());
    object.addProperty("words", guest.image().count());
    var segments = new JsonArray();
    for (Segment segment : guest.segments()) {
      var entry = new JsonObject();
      entry.addProperty("address", segment.address());
      entry.addProperty("file_bytes", segment.fileBytes());
      entry.addProperty("memory_bytes", segment.memoryBytes());
      entry.addProperty("access", access(segment));
      segments.add(entry);
    }
    object.add("segments", segments);
    var symbols = new JsonArray();
    for (Symbol symbol : guest.symbols()) {
      var entry = new JsonObject();
      entry.addProperty("name", symbol.name());
      entry.addProperty("address", symbol.address());
      entry.addProperty("size", symbol.size());
      symbols.add(entry);
    }
    object.add("symbols", symbols);
    return object;
  }

  private static String access(Segment segment) {
    return (segment.readable() ? "r" : "-")
        + (segment.writable() ? "w" : "-")
        + (segment.executable() ? "x" : "-");
  }

  private static String hex(long address) {
    return "0x" + Long.toHexString(address);
  }
}
