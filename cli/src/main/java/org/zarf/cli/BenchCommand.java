package org.zarf.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zarf.sdk.ProvedRun;
import org.zarf.sdk.Prover;
import org.zarf.sdk.RunFailedException;
import org.zarf.sdk.TooLargeException;
import org.zarf.stark.ProofRejectedException;
import org.zarf.verifier.Receipt;
import org.zarf.verifier.ReceiptCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures proving. */
@Command(
    name = "bench",
    header = "Measures how fast this machine proves.",
    description = {
      "",
      "Proves the programs of bench/guests: SHA-256, quicksort, modular exponentiation of big "
          + "integers, a bytecode interpreter, text parsing with a hash map, matrix product, stable "
          + "matching. Prints kHz (cycles by milliseconds of proving, execution included, in a "
          + "process warmed up by three proofs), the time of each stage and its nanoseconds for each "
          + "cell, beside what the machine can do at best: copying, hashing and multiplying a cell "
          + "with all threads at once.",
      "",
      "Without --cycles, at 2^18 and at 2^20 cycles for each program, which takes minutes.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status:",
      "  0  done",
      "  2  the call is wrong, or there is too little memory",
      "",
      "Examples:",
      "  zarf bench --cycles 65536",
      "  zarf bench --json --chart stages.svg > bench.json",
    })
final class BenchCommand implements Callable<Integer> {

  private static final List<Integer> DEFAULT_LOG_CYCLES = List.of(18, 20);
  private static final int VERIFICATIONS = 5;
  private static final int WARM_UPS = 3;

  private final Streams streams;

  @Option(
      names = "--cycles",
      paramLabel = "N",
      description = "Only at the largest power of two up to N, from 65536 to 4194304.")
  private @Nullable Long cycles;

  @Option(names = "--guest", paramLabel = "NAME", description = "Only one program of the suite.")
  private @Nullable String guest;

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

  @Option(names = "--no-hiding", description = "Measures proofs that hide nothing.")
  private boolean isRevealing;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Writes a picture of the time of each stage at the largest size, in SVG.")
  private @Nullable String chart;

  @Option(names = "--json", description = "Reports as one JSON object on standard output.")
  private boolean json;

  BenchCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call()
      throws CommandException, RunFailedException, TooLargeException, ProofRejectedException {
    ProveCommand.requireThreads(threads);
    List<Integer> logs = logCycles();
    List<BenchSuite.Guest> guests = guests();
    Place picture = chart == null ? null : Place.checked(streams, chart);
    Prover prover = Prover.create().withThreads(threads).withHiding(!isRevealing);
    if (memory != null) {
      prover = prover.withMemory(MemorySize.parse(memory));
    }
    streams.err().println("measuring the machine ...");
    Floors floors = Floors.measure(threads);
    streams.err().println("warming up ...");
    // What is compiled late is compiled by then, and the memory is there.
    for (int i = 0; i < WARM_UPS; i++) {
      prove(prover, guests.get(i % guests.size()), logs.getLast());
    }
    var sizes = new ArrayList<BenchResults>();
    for (int log : logs) {
      var results = new ArrayList<BenchResults.Result>();
      for (BenchSuite.Guest each : guests) {
        streams.err().println(each.name() + ", 2^" + log + " cycles ...");
        results.add(prove(prover, each, log));
      }
      sizes.add(new BenchResults(log, List.copyOf(results)));
    }
    if (picture != null) {
      picture.write(sizes.getLast().chart().svg());
    }
    if (json) {
      Json.print(streams.out(), json(floors, sizes));
    } else {
      var report = new Report(streams.out());
      report.line("threads", threads);
      report.line("receipts", isRevealing ? "hide nothing" : "hide the input");
      floors.print(report);
      sizes.forEach(s -> s.print(report));
    }
    return Main.DONE;
  }

  private List<Integer> logCycles() throws CommandException {
    if (cycles == null) {
      return DEFAULT_LOG_CYCLES;
    }
    int log = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, cycles));
    if (log < BenchSuite.MIN_LOG_CYCLES || log > BenchSuite.MAX_LOG_CYCLES) {
      throw CommandException.wrong("--cycles takes a number from 65536 to 4194304, not " + cycles);
    }
    return List.of(log);
  }

  private List<BenchSuite.Guest> guests() throws CommandException {
    List<BenchSuite.Guest> all = BenchSuite.load().guests();
    if (guest == null) {
      return all;
    }
    List<BenchSuite.Guest> named = all.stream().filter(g -> g.name().equals(guest)).toList();
    if (named.isEmpty()) {
      throw CommandException.wrong(
          "--guest takes one of "
              + String.join(", ", all.stream().map(BenchSuite.Guest::name).toList())
              + ", not "
              + guest);
    }
    return named;
  }

  private BenchResults.Result prove(Prover prover, BenchSuite.Guest each, int log)
      throws CommandException, RunFailedException, TooLargeException, ProofRejectedException {
    int size = each.size(log);
    ProvedRun proved = prover.proveRun(each.program(), BenchSuite.Guest.input(size));
    if (proved.receipt().exitCode() != 0) {
      throw CommandException.failed(each.name() + " ended with another exit code than 0");
    }
    byte[] receipt = ReceiptCodec.encode(proved.receipt());
    return new BenchResults.Result(
        each.name(), size, ProvingFacts.of(proved, receipt.length, threads), verifyNanos(receipt));
  }

  /** The median of some verifications, decoding included. */
  private static long verifyNanos(byte[] bytes) throws ProofRejectedException {
    long[] nanos = new long[VERIFICATIONS];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      Receipt receipt = ReceiptCodec.decode(bytes);
      receipt.verify(receipt.programId());
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  /** The figures of the largest size, and all sizes one by one. */
  private static JsonObject json(Floors floors, List<BenchResults> sizes) {
    JsonObject object = sizes.getLast().json();
    object.add("floors", floors.json());
    var all = new JsonArray();
    sizes.forEach(s -> all.add(s.json()));
    object.add("sizes", all);
    return object;
  }
}
