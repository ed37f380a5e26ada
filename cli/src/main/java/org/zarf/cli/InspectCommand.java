package org.zarf.cli;

import com.google.gson.JsonObject;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.ProofRejectedException;
import org.zarf.verifier.Receipt;
import org.zarf.verifier.ReceiptCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is in a program or a receipt. */
@Command(
    name = "inspect",
    header = "Says what is in a program or a receipt.",
    description = {
      "",
      "Of an ELF file: the program's id, entry, segments and functions.",
      "",
      "Of a receipt: the id of the program, the journal, the exit code, whether it hides, its "
          + "tables with heights, columns and interactions, the bytes of each part, and the proven "
          + "security of each round. The proof is checked on the way, against the program that the "
          + "receipt itself names: whether that is the program you mean, 'zarf verify' tells.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status:",
      "  0  done",
      "  1  the receipt is rejected",
      "  2  the call or the file is wrong",
      "",
      "Examples:",
      "  zarf inspect guest.elf",
      "  zarf inspect guest.receipt --json | jq .tables",
    })
final class InspectCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(paramLabel = "FILE", description = "An ELF file or a receipt; - is standard input.")
  private String file = "";

  @Option(names = "--json", description = "Reports as one JSON object on standard output.")
  private boolean json;

  InspectCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws CommandException, ProofRejectedException {
    byte[] bytes = Source.read(streams, file, "a program or a receipt", GuestFiles.MAX_ELF_BYTES);
    if (GuestFiles.isElf(bytes)) {
      var program = new ProgramReport(GuestFiles.program(file, bytes));
      if (json) {
        Json.print(streams.out(), program.json());
      } else {
        program.print(new Report(streams.out()));
      }
    } else if (ReceiptCodec.isReceipt(bytes)) {
      receipt(bytes);
    } else {
      throw CommandException.wrong(file + " is neither an ELF file nor a receipt");
    }
    return Main.DONE;
  }

  private void receipt(byte[] bytes) throws ProofRejectedException {
    Receipt receipt = ReceiptCodec.decode(bytes);
    long start = System.nanoTime();
    receipt.verify(receipt.programId(), receipt.exitCode());
    long nanos = System.nanoTime() - start;
    ReceiptFacts facts = ReceiptFacts.of(receipt, bytes.length);
    if (json) {
      Json.print(streams.out(), json(facts, nanos));
    } else {
      print(new Report(streams.out()), facts, nanos);
    }
  }

  private static void print(Report report, ReceiptFacts facts, long nanos) {
    Receipt receipt = facts.receipt();
    report.line("receipt of program", facts.id());
    report.line("exit code", Integer.toUnsignedString(receipt.exitCode()));
    report.line("journal", JournalText.of(receipt.journal().bytes()));
    report.line("input", facts.parameters().hiding() ? "hidden" : "NOT hidden");
    report.line("parameters", receipt.parameters());
    report.line("proof", "holds; verified in " + Figures.nanos(nanos));
    report.line("size", Figures.bytes(facts.bytes()));
    report.heading("Tables (cycles, and how often what was done, are hidden below these heights)");
    report.row(20, 14, "", "height", "columns", "interactions");
    for (InstanceLayout table : facts.layout().instances()) {
      report.row(
          20,
          14,
          table.table().name(),
          Figures.count(table.instance().height()),
          table.mainWidth(),
          table.table().interactions().size());
    }
    report.heading("Bytes");
    facts.parts().forEach((part, size) -> report.row(28, 12, part, Figures.count(size)));
    report.heading("Proven security, in bits, of each round");
    for (String round : facts.level().rounds().keySet()) {
      report.row(28, 12, round, facts.level().bits(round));
    }
    report.row(28, 12, "weakest", facts.level().total());
  }

  private static JsonObject json(ReceiptFacts facts, long nanos) {
    var object = new JsonObject();
    // What only the prover knows: hidden, or not recorded.
    for (String unknown : new String[] {"cycles", "khz", "prove_ms"}) {
      object.addProperty(unknown, (Number) null);
    }
    object.addProperty("verify_ms", Figures.millis(nanos));
    for (String unknown : new String[] {"threads", "peak_memory_bytes", "stages"}) {
      object.addProperty(unknown, (Number) null);
    }
    object.addProperty("parameters", facts.receipt().parameters());
    object.addProperty("journal", HexFormat.of().formatHex(facts.receipt().journal().bytes()));
    facts.addTo(object);
    var parts = new JsonObject();
    for (Map.Entry<String, Integer> part : facts.parts().entrySet()) {
      parts.addProperty(part.getKey(), part.getValue());
    }
    object.add("parts", parts);
    var rounds = new JsonObject();
    for (String round : facts.level().rounds().keySet()) {
      rounds.addProperty(round, facts.level().bits(round));
    }
    object.add("security_rounds", rounds);
    return object;
  }
}
