package org.zarf.cli;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zarf.sdk.Program;
import org.zarf.stark.ProofRejectedException;
import org.zarf.verifier.MachineKeys;
import org.zarf.verifier.ProgramId;
import org.zarf.verifier.Receipt;
import org.zarf.verifier.ReceiptCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a receipt. */
@Command(
    name = "verify",
    header = "Checks a receipt and says what it proves.",
    description = {
      "",
      "Checks that RECEIPT proves a run of the program, and prints the statement that is proved. "
          + "The program is named by its ELF file or by its id, which 'zarf inspect' prints; with "
          + "the id, the program itself is not needed.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status:",
      "  0  everything asked for is proved",
      "  1  it is not: the receipt is rejected",
      "  2  the call or a file is wrong",
      "",
      "Examples:",
      "  zarf verify guest.receipt --program guest.elf",
      "  zarf verify guest.receipt --program guest.elf --journal expected.bin --exit-code 3",
    })
final class VerifyCommand implements Callable<Integer> {

  private static final long MOST_CODE = 0xffffffffL;

  private final Streams streams;

  @Parameters(paramLabel = "RECEIPT", description = "The receipt; - is standard input.")
  private String receiptName = "";

  @Option(
      names = "--program",
      paramLabel = "GUEST.elf|PROGRAM-ID",
      required = true,
      description =
          "The program that must have run: its ELF file, or its id of 64 hexadecimal " + "digits.")
  private String program = "";

  @Option(
      names = "--journal",
      paramLabel = "F",
      description =
          "Demands that the journal is exactly the content of a file; - is standard " + "input.")
  private @Nullable String journal;

  @Option(
      names = "--exit-code",
      paramLabel = "N",
      description = "Demands this exit code, from 0 to 4294967295. Default: 0.")
  private long exitCode;

  @Option(names = "--json", description = "Reports as one JSON object on standard output.")
  private boolean json;

  VerifyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws CommandException, ProofRejectedException {
    if (exitCode < 0 || exitCode > MOST_CODE) {
      throw CommandException.wrong(
          "--exit-code takes a number from 0 to " + MOST_CODE + ", not " + exitCode);
    }
    if (receiptName.equals(Source.STANDARD) && Source.STANDARD.equals(journal)) {
      throw CommandException.wrong("the receipt and the journal both want standard input");
    }
    byte[] bytes = Source.read(streams, receiptName, "a receipt", ReceiptFiles.MAX_BYTES);
    byte[] expected =
        journal == null ? null : Source.read(streams, journal, "a journal", ReceiptFiles.MAX_BYTES);
    Program elf = isId() ? null : GuestFiles.program(program);
    try {
      check(bytes, elf, expected);
    } catch (ProofRejectedException e) {
      if (json) {
        var object = new JsonObject();
        object.addProperty("verified", false);
        object.addProperty("reason", e.getMessage());
        Json.print(streams.out(), object);
      }
      throw e;
    }
    return Main.DONE;
  }

  private boolean isId() {
    return program.matches("[0-9a-fA-F]{64}");
  }

  private void check(byte[] bytes, @Nullable Program elf, byte @Nullable [] expected)
      throws CommandException, ProofRejectedException {
    Receipt receipt = ReceiptCodec.decode(bytes);
    ProgramId id = elf == null ? ProgramId.parse(program) : id(elf, receipt);
    long start = System.nanoTime();
    receipt.verify(id, (int) exitCode);
    long nanos = System.nanoTime() - start;
    if (expected != null) {
      requireJournal(receipt.journal().bytes(), expected);
    }
    report(ReceiptFacts.of(receipt, bytes.length), nanos);
  }

  /** The program's id under the receipt's parameter set. */
  private static ProgramId id(Program elf, Receipt receipt) throws ProofRejectedException {
    MachineKeys.MachineKey key =
        MachineKeys.named(receipt.parameters()).orElse(MachineKeys.all().getFirst());
    return elf.commitment(key.parameters()).id(key.parameters(), key.machine());
  }

  private void requireJournal(byte[] proved, byte[] expected) throws CommandException {
    int difference = Arrays.mismatch(proved, expected);
    if (difference >= 0) {
      throw CommandException.failed(
          "the journal is not the content of "
              + journal
              + ": they differ from byte "
              + difference
              + " on ("
              + proved.length
              + " bytes proved, "
              + expected.length
              + " expected)");
    }
  }

  private void report(ReceiptFacts facts, long nanos) {
    Receipt receipt = facts.receipt();
    if (json) {
      var object = new JsonObject();
      object.addProperty("verified", true);
      object.addProperty("verify_ms", Figures.millis(nanos));
      object.addProperty("journal", HexFormat.of().formatHex(receipt.journal().bytes()));
      facts.addTo(object);
      Json.print(streams.out(), object);
      return;
    }
    var report = new Report(streams.out());
    report.text("It is proved that");
    report.line("  the program", facts.id());
    report.line(
        "  ran to its end",
        "on some input" + (facts.parameters().hiding() ? ", which stays hidden" : ""));
    report.line("  with exit code", Integer.toUnsignedString(receipt.exitCode()));
    report.line("  and the journal", JournalText.of(receipt.journal().bytes()));
    if (!facts.parameters().hiding()) {
      report.text("This receipt hides nothing: who has it may learn the input.");
    }
    report.text(
        "Verified in "
            + Figures.nanos(nanos)
            + ", with "
            + facts.level().total()
            + " proven bits of security.");
  }
}
