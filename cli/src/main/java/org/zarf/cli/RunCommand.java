package org.zarf.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;
import org.zarf.sdk.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Executes a guest without proving. */
@Command(
    name = "run",
    header = "Executes a program without proving.",
    description = {
      "",
      "Executes GUEST.elf and reports its journal (what it published), how it ended, the cycles it "
          + "took (one executed instruction is one cycle), by instruction class, function and line, "
          + "the memory it used, and an estimate of what proving the run would take.",
      "",
      "What the guest prints for debugging goes to standard error.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status:",
      "  0  the guest ended with exit code 0",
      "  1  it ended with another code, trapped, or went beyond a limit",
      "  2  the call or a file is wrong",
      "",
      "Examples:",
      "  zarf run guest.elf --input data.bin",
      "  zarf run guest.elf --input - --journal - < data.bin > journal.bin",
      "  zarf run guest.elf --json | jq .cycles",
    })
final class RunCommand implements Callable<Integer> {

  private static final long DEFAULT_MAX_CYCLES = 1L << 32;

  private final Streams streams;

  @Parameters(paramLabel = "GUEST.elf", description = "The program: a RISC-V ELF file.")
  private String guest = "";

  @Option(
      names = "--input",
      paramLabel = "F",
      description = "The guest's private input; - is standard input. Empty without this option.")
  private @Nullable String input;

  @Option(
      names = "--journal",
      paramLabel = "F",
      description =
          "Writes the journal to a file; - is standard output (the report then goes to standard "
              + "error).")
  private @Nullable String journal;

  @Option(names = "--json", description = "Reports as one JSON object on standard output.")
  private boolean json;

  @Option(
      names = "--max-cycles",
      paramLabel = "N",
      description = "Stops the run after N cycles. Default: 2^32.")
  private long maxCycles = DEFAULT_MAX_CYCLES;

  RunCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws CommandException {
    if (maxCycles < 0) {
      throw CommandException.wrong("--max-cycles takes a number from 0 on, not " + maxCycles);
    }
    boolean isPiped = Source.STANDARD.equals(journal);
    if (json && isPiped) {
      throw CommandException.wrong("--json and --journal - both want standard output");
    }
    Place place = journal == null ? null : Place.checked(streams, journal);
    Program program = GuestFiles.program(guest);
    byte[] bytes = GuestFiles.input(streams, input);
    long start = System.nanoTime();
    Run run =
        Executor.run(
            program.guest(),
            RunOptions.defaults()
                .withInput(bytes)
                .withMaxCycles(maxCycles)
                .withPrint(streams.err()));
    var report = new RunReport(program.guest(), run, System.nanoTime() - start);
    if (place != null) {
      place.write(run.journal());
    }
    if (json) {
      Json.print(streams.out(), report.json());
    } else {
      report.print(new Report(isPiped ? streams.err() : streams.out()));
    }
    return status(report, run);
  }

  private int status(RunReport report, Run run) {
    if (run.exit() instanceof Exit.Halted(long code) && code == 0) {
      return Main.DONE;
    }
    streams.err().println("zarf: " + report.ending());
    return Main.FAILED;
  }
}
