package org.zarf.prover;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.zarf.air.LogUp;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;
import org.zarf.hash.Matrix;
import org.zarf.hash.MerkleOpening;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.Extender.Extended;
import org.zarf.prover.Randomness.Purpose;
import org.zarf.prover.Randomness.Stream;
import org.zarf.prover.constraint.BusColumns;
import org.zarf.prover.constraint.InstanceColumns;
import org.zarf.prover.constraint.ProofValues;
import org.zarf.prover.constraint.Quotient;
import org.zarf.prover.kernel.Kernels.NonceRange;
import org.zarf.stark.Domain;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Parameters;
import org.zarf.stark.ProofLayout;
import org.zarf.stark.ProofTranscript;
import org.zarf.stark.ProofTranscript.BusChallenges;

/** The phases of one proof; each returns what the next one needs. */
final class ProverPhases {

  /** The streams of salts. */
  private static final int MAIN_TREE = 0;

  private static final int BUS_TREE = 1;
  private static final int QUOTIENT_TREE = 2;
  private static final int FIRST_LAYER_TREE = 3;

  private static final long GRINDING_BATCH = 1 << 14;

  private final ProvingKey key;
  private final Parameters parameters;
  private final ProofLayout layout;
  private final ProverOptions options;
  private final ProofReport.Watch watch;
  private final Workspace memory = new Workspace();
  private final Extender extender;

  ProverPhases(ProvingKey key, ProofLayout layout, ProverOptions options) {
    this.key = key;
    this.parameters = key.parameters();
    this.layout = layout;
    this.options = options;
    this.watch = new ProofReport.Watch(options);
    this.extender = new Extender(parameters, options.kernels(), memory);
  }

  ProofReport.Watch watch() {
    return watch;
  }

  /** Instances with the columns that are known so far, the last of which a tree commits to. */
  record Committed(List<ProvedInstance> instances, MerkleTree tree) {
    Digest root() {
      return tree.root();
    }
  }

  /** Committed bus columns with the published sums, and the values that constraints read. */
  record CommittedBuses(Committed columns, List<Ext> sums, List<ProofValues> values) {}

  /** Committed quotients, with the columns of the polynomial that hides the batch. */
  record CommittedQuotient(Committed columns, int[][] hiding) {}

  Committed commitMain(List<TableTrace> traces) {
    watch.begin("extend the trace", 0.02, cells(InstanceLayout::mainWidth));
    var instances = new ArrayList<ProvedInstance>();
    for (int i = 0; i < traces.size(); i++) {
      InstanceLayout instance = layout.instances().get(i);
      Extended fixed = key.fixedColumns(instance.instance().slot());
      Extended main =
          extender.extend(
              traces.get(i).main(),
              instance.instance().logHeight(),
              instance.nextColumns()::contains);
      instances.add(ProvedInstance.of(instance, fixed, main));
    }
    watch.begin("hash the trace", 0.15, cells(InstanceLayout::mainWidth));
    return committed(instances, ProvedInstance::main, List.of(), MAIN_TREE);
  }

  CommittedBuses commitBuses(List<TableTrace> traces, Committed main, BusChallenges challenges) {
    watch.begin("balance the buses", 0.22, cells(InstanceLayout::busWidth));
    List<Ext> powers = challenges.powers(longestTuple());
    var columns = new ArrayList<int[][]>();
    var sums = new ArrayList<Ext>();
    var values = new ArrayList<ProofValues>();
    for (int i = 0; i < traces.size(); i++) {
      TableTrace trace = traces.get(i);
      InstanceLayout instance = layout.instances().get(i);
      Ext sum = Ext.ZERO;
      if (instance.hasSum()) {
        int[][] bus = memory.take(instance.busWidth(), instance.instance().height());
        var columnsOfTrace = new InstanceColumns(trace.fixed(), trace.main(), bus);
        var buses =
            BusColumns.of(
                instance,
                parameters,
                columnsOfTrace,
                new ProofValues(i, powers, Ext.ZERO),
                options.kernels());
        blind(buses.columns(), instance, i);
        columns.add(buses.columns());
        sum = buses.sum();
        sums.add(sum);
      } else {
        columns.add(new int[0][]);
      }
      values.add(new ProofValues(i, powers, sum));
    }
    watch.begin("extend the bus columns", 0.32, cells(InstanceLayout::busWidth));
    var instances = new ArrayList<ProvedInstance>();
    for (int i = 0; i < columns.size(); i++) {
      ProvedInstance instance = main.instances().get(i);
      int running = columns.get(i).length - Ext.DEGREE;
      instances.add(
          instance.withBus(
              extender.extend(columns.get(i), instance.logHeight(), c -> c >= running)));
      memory.give(columns.get(i));
    }
    watch.begin("hash the bus columns", 0.45, cells(InstanceLayout::busWidth));
    Committed committed = committed(instances, ProvedInstance::bus, List.of(), BUS_TREE);
    return new CommittedBuses(committed, List.copyOf(sums), List.copyOf(values));
  }

  /** Random values on all blinding rows, but where the running sum ends. */
  private void blind(int[][] columns, InstanceLayout instance, int index) {
    if (!parameters.hiding()) {
      return;
    }
    int height = instance.instance().height();
    int end = height - parameters.blindingRows();
    int running = columns.length - Ext.DEGREE;
    int defined = instance.table().isMasked() ? 2 : 1;
    IntStream.range(0, columns.length)
        .parallel()
        .forEach(
            c -> {
              int from = c < running ? end : end + defined;
              options
                  .randomness()
                  .get()
                  .fill(new Stream(Purpose.BUS, index, c), columns[c], from, height);
            });
  }

  CommittedQuotient commitQuotient(CommittedBuses buses, Ext alpha) {
    watch.begin("evaluate the constraints", 0.52, cells(i -> i.mainWidth() + i.busWidth()));
    var instances = new ArrayList<>(buses.columns().instances());
    for (int i = 0; i < instances.size(); i++) {
      ProvedInstance first = instances.get(i);
      int[][] columns = new int[0][];
      if (first.layout().share().chunks() > 0) {
        List<Quotient.Part> parts = parts(buses, first.logHeight());
        int[][] coefficients = Quotient.of(parts, parameters, alpha, options.kernels());
        columns = chunks(coefficients, first.logHeight(), i);
      }
      instances.set(i, first.withQuotient(columns));
    }
    watch.begin("hash the quotients", 0.72, cells(InstanceLayout::quotientWidth));
    int[][] hiding = parameters.hiding() ? hidingPolynomial() : new int[0][];
    List<Matrix> more =
        parameters.hiding() ? List.of(Matrix.of(layout.logDomain(), hiding)) : List.of();
    Committed committed = committed(instances, ProvedInstance::quotient, more, QUOTIENT_TREE);
    return new CommittedQuotient(committed, hiding);
  }

  /** All instances of one height. */
  private static List<Quotient.Part> parts(CommittedBuses buses, int logHeight) {
    var parts = new ArrayList<Quotient.Part>();
    for (int i = 0; i < buses.values().size(); i++) {
      ProvedInstance instance = buses.columns().instances().get(i);
      if (instance.logHeight() == logHeight) {
        var columns = new InstanceColumns(instance.fixed(), instance.main(), instance.bus());
        parts.add(
            new Quotient.Part(instance.layout(), columns, instance.extra(), buses.values().get(i)));
      }
    }
    return parts;
  }

  private int[][] chunks(int[][] coefficients, int logHeight, int instance) {
    int[][] columns =
        memory.take(
            Ext.DEGREE * parameters.quotientChunkCount(),
            1 << (logHeight + parameters.logBlowup()));
    QuotientChunks.fill(columns, coefficients, instance, parameters, options);
    return columns;
  }

  /** A uniform polynomial of degree below the largest height, on the largest domain. */
  private int[][] hidingPolynomial() {
    int[][] columns = new int[Ext.DEGREE][];
    IntStream.range(0, Ext.DEGREE)
        .parallel()
        .forEach(
            e -> {
              int count = 1 << layout.logHeight();
              int[] coefficients = memory.take(count);
              options
                  .randomness()
                  .get()
                  .fill(new Stream(Purpose.BATCH, e, 0), coefficients, 0, count);
              columns[e] = memory.take(1 << layout.logDomain());
              options
                  .kernels()
                  .evaluate(
                      coefficients,
                      layout.logHeight(),
                      layout.logDomain(),
                      Domain.SHIFT,
                      columns[e]);
              memory.give(coefficients);
            });
    return columns;
  }

  List<InstanceOpenings> open(Committed quotient, Ext zeta) {
    watch.begin("open outside the domain", 0.78, cells(InstanceLayout::openingCount));
    var point = new OutOfDomain(parameters.logBlowup(), options.kernels());
    return quotient.instances().stream().map(i -> point.open(i, zeta)).toList();
  }

  int[][] batch(CommittedQuotient quotient, List<InstanceOpenings> openings, Ext zeta, Ext lambda) {
    watch.begin("batch the columns", 0.83, cells(InstanceLayout::openingCount));
    var point =
        new BatchedColumns.BatchPoint(zeta, lambda, layout.logDomain(), parameters.logBlowup());
    return BatchedColumns.of(
        quotient.columns().instances(), openings, quotient.hiding(), point, options.kernels());
  }

  FriProver.Layers fold(int[][] batch, ProofTranscript transcript) {
    watch.begin("fold", 0.9, (long) Ext.DEGREE << layout.logHeight());
    return FriProver.fold(
        layout,
        batch,
        transcript,
        (layer, matrix) -> commit(List.of(matrix), FIRST_LAYER_TREE + layer),
        options.kernels());
  }

  /** Searches a nonce for the transcript's state, all threads side by side. */
  long grind(ProofTranscript transcript, int bits) {
    if (bits == 0) {
      return 0;
    }
    watch.begin("grind", 0.95, 0);
    byte[] state = transcript.state();
    for (long round = 0; ; round++) {
      long first = round * options.threads() * GRINDING_BATCH;
      // The smallest of a round, so that the number of threads does not matter.
      OptionalLong found =
          LongStream.range(0, options.threads())
              .parallel()
              .map(t -> options.kernels().grind(state, bits, range(first + t * GRINDING_BATCH)))
              .filter(nonce -> nonce >= 0)
              .min();
      if (found.isPresent()) {
        return found.getAsLong();
      }
    }
  }

  private static NonceRange range(long start) {
    return new NonceRange(start, 1, GRINDING_BATCH);
  }

  List<MerkleOpening> openTrees(List<MerkleTree> trees, int[] queries) {
    watch.begin("open the queries", 0.97, 0);
    return trees.stream()
        .map(tree -> tree.open(MerkleOpening.distinct(queries, tree.levels().size() - 1)))
        .toList();
  }

  private Committed committed(
      List<ProvedInstance> instances,
      Function<ProvedInstance, int[][]> columns,
      List<Matrix> more,
      int tree) {
    var matrices = new ArrayList<Matrix>();
    for (ProvedInstance instance : instances) {
      int[][] values = columns.apply(instance);
      if (values.length > 0) {
        matrices.add(Matrix.of(instance.logHeight() + parameters.logBlowup(), values));
      }
    }
    matrices.addAll(more);
    return new Committed(instances, commit(matrices, tree));
  }

  private MerkleTree commit(List<Matrix> matrices, int tree) {
    return parameters.hiding()
        ? CommittedColumns.commit(
            options.kernels(), matrices, options.randomness().get(), tree, memory)
        : CommittedColumns.commit(options.kernels(), matrices, memory);
  }

  private int longestTuple() {
    return layout.instances().stream()
        .mapToInt(i -> LogUp.longestTuple(i.table(), parameters.hiding()))
        .reduce(1, Math::max);
  }

  private long cells(ToIntFunction<InstanceLayout> width) {
    return layout.instances().stream()
        .mapToLong(i -> (long) i.instance().height() * width.applyAsInt(i))
        .sum();
  }

  /**
   * Gives all memory back, to be used by other proofs: what the phases have returned is not valid
   * any more. Not called when a proof fails, as some thread may still be at work on it.
   */
  void end() {
    memory.end();
  }
}
