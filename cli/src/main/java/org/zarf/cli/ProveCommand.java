package org.zarf.cli;

import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.ProvedRun;
import org.zarf.sdk.Prover;
import org.zarf.sdk.RunFailedException;
import org.zarf.sdk.TooLargeException;
import org.zarf.verifier.ReceiptCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves a run. */
@Command(
    name = "prove",
    header = "Executes a program and proves the run.",
    description = {
      "",
      "Executes GUEST.elf, proves the run, verifies the proof and writes it as a receipt. The "
          + "receipt shows the program's id, the journal and the exit code; it hides the input. "
          + "The heights of its tables tell roughly how much of what the program did.",
      "",
      "A guest that ends with another exit code than 0 still gets its receipt. One that traps gets "
          + "none. The file is written whole or not at all.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status:",
      "  0  the receipt is written and the guest ended with exit code 0",
      "  1  the guest trapped, or ended with another code",
      "  2  the call or a file is wrong, or the run is too large for one proof or the memory",
      "",
      "Examples:",
      "  zarf prove guest.elf --input secret.bin -o guest.receipt",
      "  zarf prove guest.elf --input secret.bin -o guest.receipt --journal journal.bin --json",
    })
final class ProveCommand implements Callable<Integer> {

  private static final int MOST_THREADS = 1024;

  private final Streams streams;

  @Parameters(paramLabel = "GUEST.elf", description = "The program: a RISC-V ELF file.")
  private String guest = "";

  @Option(
      names = "--input",
      paramLabel = "F",
      description = "The guest's private input; - is standard input. Empty without this option.")
  private @Nullable String input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "RECEIPT",
      required = true,
      description = "Where the receipt is written; - is standard output.")
  private String output = "";

  @Option(
      names = "--journal",
      paramLabel = "F",
      description = "Writes the journal to a file too; - is standard output.")
  private @Nullable String journal;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work. Default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "How much memory to use, such as 8g. Default: 80 %% of what there is.")
  private @Nullable String memory;

  @Option(
      names = "--no-hiding",
      description =
          "Makes a smaller receipt, faster, that hides nothing: who has it may learn "
              + "the input.")
  private boolean isRevealing;

  @Option(names = "--json", description = "Reports as one JSON object on standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Shows no progress and no report.")
  private boolean quiet;

  ProveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws CommandException, RunFailedException, TooLargeException {
    checkCall();
    Place receiptPlace = Place.checked(streams, output);
    Place journalPlace = journal == null ? null : Place.checked(streams, journal);
    Program program = GuestFiles.program(guest);
    var bytes = Input.of(GuestFiles.input(streams, input));
    ProvedRun proved;
    try (var progress = new ProgressDisplay(streams, quiet)) {
      proved = prover().withProgress(progress).proveRun(program, bytes);
    }
    byte[] encoded = ReceiptCodec.encode(proved.receipt());
    receiptPlace.write(encoded);
    if (journalPlace != null) {
      journalPlace.write(proved.run().journal());
    }
    report(ProvingFacts.of(proved, encoded.length, threads));
    int exitCode = proved.receipt().exitCode();
    if (exitCode != 0) {
      throw CommandException.failed(
          "the guest ended with exit code "
              + Integer.toUnsignedString(exitCode)
              + "; the receipt says so and is written");
    }
    return Main.DONE;
  }

  /** Refuses numbers of threads that make no sense. */
  static void requireThreads(int threads) throws CommandException {
    if (threads < 1 || threads > MOST_THREADS) {
      throw CommandException.wrong(
          "--threads takes a number from 1 to " + MOST_THREADS + ", not " + threads);
    }
  }

  private void checkCall() throws CommandException {
    requireThreads(threads);
    int wanted =
        (json ? 1 : 0)
            + (output.equals(Source.STANDARD) ? 1 : 0)
            + (Source.STANDARD.equals(journal) ? 1 : 0);
    if (wanted > 1) {
      throw CommandException.wrong("--json, -o - and --journal - exclude each other");
    }
  }

  private Prover prover() throws CommandException {
    Prover prover = Prover.create().withThreads(threads).withHiding(!isRevealing);
    OutputStream print = streams.err();
    if (memory != null) {
      prover = prover.withMemory(MemorySize.parse(memory));
    }
    return prover.withPrint(print);
  }

  private void report(ProvingFacts facts) {
    if (json) {
      Json.print(streams.out(), facts.json());
    }
    if (isRevealing) {
      streams
          .err()
          .println("zarf: this receipt hides nothing: keep it, or prove without --no-hiding");
    }
    if (json || quiet) {
      return;
    }
    boolean isTaken = output.equals(Source.STANDARD) || Source.STANDARD.equals(journal);
    var report = new Report(isTaken ? streams.err() : streams.out());
    report.line("program", facts.receipt().id());
    report.line("exit code", Integer.toUnsignedString(facts.receipt().receipt().exitCode()));
    report.line("journal", JournalText.of(facts.receipt().receipt().journal().bytes()));
    report.line(
        "proved",
        Figures.count(facts.cycles())
            + " cycles in "
            + Figures.nanos(facts.proved().proveNanos())
            + " ("
            + Figures.decimal(facts.kilohertz())
            + " kHz), peak memory "
            + Figures.bytes(facts.peakMemory()));
    report.line("verified", "in " + Figures.nanos(facts.proved().verifyNanos()));
    report.line(
        "receipt",
        output
            + ", "
            + Figures.bytes(facts.receipt().bytes())
            + ", "
            + facts.receipt().level().total()
            + " proven bits of security, "
            + (isRevealing ? "hides nothing" : "hides the input"));
  }
}
