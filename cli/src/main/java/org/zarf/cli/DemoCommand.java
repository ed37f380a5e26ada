package org.zarf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.ProvedRun;
import org.zarf.sdk.Prover;
import org.zarf.sdk.RunFailedException;
import org.zarf.sdk.TooLargeException;
import org.zarf.stark.ProofRejectedException;
import org.zarf.verifier.Journal;
import org.zarf.verifier.ProgramId;
import org.zarf.verifier.Receipt;
import org.zarf.verifier.ReceiptCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves and verifies a real program on private input, with explanations. */
@Command(
    name = "demo",
    header = "Proves and verifies a real program, with explanations.",
    description = {
      "",
      "A program reads who prefers whom: residents rank hospitals, hospitals rank residents. It "
          + "computes a stable matching, checks that it is stable, and publishes the matching with "
          + "a commitment to the lists. This command runs it on a sample, proves the run, verifies "
          + "the receipt, and shows what happens to a forged matching and to a damaged receipt.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status:",
      "  0  all went as told",
      "  2  the call is wrong, or there is too little memory",
      "",
      "Examples:",
      "  zarf demo",
      "  zarf demo --keep demo && zarf verify demo/matching.receipt --program demo/matching.elf",
    })
final class DemoCommand implements Callable<Integer> {

  private static final String FOLDER = "examples/matching/";

  private final Streams streams;
  private final Report report;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Leaves program, input, journal, receipt and the forged ones in a folder.")
  private @Nullable String keep;

  DemoCommand(Streams streams) {
    this.streams = streams;
    this.report = new Report(streams.out());
  }

  /** A file of the demo. */
  private record Kept(String name, byte[] bytes) {}

  @Override
  public Integer call()
      throws CommandException, RunFailedException, TooLargeException, ProofRejectedException {
    Path folder = keep == null ? null : created(keep);
    byte[] elf = sample("matching.elf");
    byte[] input = sample("input.bin");
    Program program = GuestFiles.program(FOLDER + "matching.elf", elf);
    ProvedRun proved = prove(program, input);
    byte[] receipt = ReceiptCodec.encode(proved.receipt());
    Journal journal = verify(receipt, program.id());
    explain(proved.receipt(), Matching.of(journal.bytes()));

    report.heading("Can it be forged?");
    byte[] forgedJournal = Matching.of(journal.bytes()).withAnotherHospital();
    Receipt r = proved.receipt();
    byte[] forged =
        ReceiptCodec.encode(
            new Receipt(
                r.parameters(), r.program(), Journal.of(forgedJournal), r.exitCode(), r.proof()));
    report.line("one resident moved", rejection(forged, program.id()));
    byte[] damaged = receipt.clone();
    damaged[damaged.length / 2] ^= 1;
    report.line("one bit flipped", rejection(damaged, program.id()));
    if (folder != null) {
      keep(
          folder,
          List.of(
              new Kept("matching.elf", elf),
              new Kept("input.bin", input),
              new Kept("journal.bin", journal.bytes()),
              new Kept("matching.receipt", receipt),
              new Kept("forged-journal.bin", forgedJournal),
              new Kept("forged.receipt", forged),
              new Kept("damaged.receipt", damaged)));
    }
    return Main.DONE;
  }

  private static byte[] sample(String name) throws CommandException {
    return Source.readFile(
        Installation.file(FOLDER + name).toString(), "the demo", GuestFiles.MAX_ELF_BYTES);
  }

  private ProvedRun prove(Program program, byte[] input)
      throws RunFailedException, TooLargeException {
    report.text("Stable matching: residents and hospitals rank each other in private lists.");
    report.line("program", FOLDER + "matching.elf (source: matching.c)");
    report.line("private input", Figures.bytes(input.length) + ": all lists, and a salt");
    ProvedRun proved;
    try (var progress = new ProgressDisplay(streams, false)) {
      proved =
          Prover.create()
              .withProgress(progress)
              .withPrint(streams.err())
              .proveRun(program, Input.of(input));
    }
    long cycles = proved.run().cycles();
    report.line("executed", Figures.count(cycles) + " cycles");
    report.line(
        "proved",
        "in "
            + Figures.nanos(proved.proveNanos())
            + " ("
            + Figures.decimal(cycles * 1e6 / proved.proveNanos())
            + " kHz, the JVM's warm-up included)");
    return proved;
  }

  private Journal verify(byte[] receipt, ProgramId id) throws ProofRejectedException {
    long start = System.nanoTime();
    Journal journal = ReceiptCodec.decode(receipt).verify(id);
    report.line(
        "receipt",
        Figures.bytes(receipt.length)
            + ", verified in "
            + Figures.nanos(System.nanoTime() - start));
    return journal;
  }

  private void explain(Receipt receipt, Matching matching) throws ProofRejectedException {
    ReceiptFacts facts = ReceiptFacts.of(receipt, 0);
    report.heading("What the verifier learns");
    report.line("program id", facts.id());
    report.line(
        "exit code", Integer.toUnsignedString(receipt.exitCode()) + ": the matching is stable");
    report.line("the matching", matching.summary());
    report.line("", matching.sample());
    report.line("commitment to lists", matching.commitment());
    report.line("table heights", "how much of what was done, rounded up to sums of powers of two");
    report.line("certainty", facts.level().total() + " proven bits");
    report.heading("What stays hidden");
    report.text("All lists, who was refused where, the salt, and every step of the run.");
  }

  private static String rejection(byte[] bytes, ProgramId id) throws CommandException {
    try {
      ReceiptCodec.decode(bytes).verify(id);
    } catch (ProofRejectedException e) {
      return "rejected: " + e.getMessage();
    }
    throw CommandException.failed("a forged receipt was accepted");
  }

  private static Path created(String name) throws CommandException {
    Path folder = Source.path(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw CommandException.wrong("cannot create folder " + name + ": " + Failures.reason(e));
    }
  }

  private void keep(Path folder, List<Kept> files) throws CommandException {
    for (Kept file : files) {
      Place.checked(streams, folder.resolve(file.name).toString()).write(file.bytes);
    }
    report.heading("All of it is in " + folder + ". Try:");
    String command = System.getProperty("zarf.command", "zarf");
    report.text(
        "  "
            + command
            + " verify "
            + folder.resolve("matching.receipt")
            + " --program "
            + folder.resolve("matching.elf"));
    report.text("  " + command + " inspect " + folder.resolve("matching.receipt"));
  }
}
