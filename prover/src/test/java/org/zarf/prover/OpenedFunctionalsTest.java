package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.algebra.Ntt;
import org.zarf.hash.Digests;
import org.zarf.hash.Matrix;
import org.zarf.hash.MerkleOpening;
import org.zarf.prover.FriProver.Layers;
import org.zarf.prover.ProverPhases.Committed;
import org.zarf.prover.ProverPhases.CommittedBuses;
import org.zarf.prover.ProverPhases.CommittedQuotient;
import org.zarf.prover.Randomness.Purpose;
import org.zarf.prover.Randomness.Stream;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.Domain;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Parameters;
import org.zarf.stark.ProofLayout;
import org.zarf.stark.ProofTranscript;
import org.zarf.stark.ProofTranscript.BusChallenges;
import org.zarf.stark.Statement;
import org.zarf.stark.Strength;

/**
 * Given all main columns, everything else that a proof opens is affine in the random cells of the
 * bus columns, the masks of the chunks and the polynomial R. The rank of that map is the number of
 * opened values less the equations that whoever knows the main columns can check: so what is opened
 * is uniform among all that the verifier would accept, and says nothing else.
 *
 * <p>There are two heights, two instances of one table and height, and five tables that share a
 * quotient.
 */
class OpenedFunctionalsTest {

  private static final Parameters PARAMETERS = InsecureParameters.of(true, 4, 1);
  private static final ProvingKey KEY = SmallCircuit.key(PARAMETERS, new ScalarKernels());
  private static final int TALL = PARAMETERS.minLogHeight() + 1;
  private static final int SHORT = PARAMETERS.minLogHeight();
  private static final BusChallenges BUSES = new BusChallenges(ext(1), ext(2));
  private static final Ext ALPHA = ext(3);
  private static final Ext ZETA = ext(4);
  private static final Ext LAMBDA = ext(5);
  private static final Randomness SAME = Attacks.seeded(-7);

  /**
   * Sets of queries. In the first, no two meet modulo the short domain, nor is one the next row of
   * another. In the second are two rows and the point between them, which is on the other coset of
   * the trace's domain; and two that are one row of the short tables. The third has one too many.
   */
  private static final List<int[]> QUERIES =
      List.of(
          new int[] {5, 40, 90, 200},
          new int[] {5, 6, 7, 5 + (1 << (SHORT + PARAMETERS.logBlowup()))},
          new int[] {5, 40, 90, 150, 200});

  private static final int APART = 0;
  private static final int MEETING = 1;
  private static final int TOO_MANY = 2;

  private static Ext ext(int seed) {
    int[] coefficients = new int[Ext.DEGREE];
    Attacks.seeded(seed).fill(new Stream(Purpose.SALT, 0, 0), coefficients, 0, Ext.DEGREE);
    return Ext.at(coefficients, 0);
  }

  /** One random value. */
  private record Random(Stream stream, int index) {}

  /** The same randomness with one more in one place; notes what is asked for. */
  private record Bumped(Random place, Map<Stream, int[]> asked) implements Randomness {
    @Override
    public void fill(Stream stream, int[] target, int from, int to) {
      SAME.fill(stream, target, from, to);
      synchronized (asked) {
        asked.put(stream, new int[] {from, to});
      }
      if (stream.equals(place.stream)) {
        target[place.index] = KoalaBear.add(target[place.index], KoalaBear.ONE);
      }
    }

    @Override
    public void salts(int tree, int first, int count, Digests target, int offset) {
      SAME.salts(tree, first, count, target, offset);
    }
  }

  private static final Random NOTHING = new Random(new Stream(Purpose.SALT, -1, -1), 0);

  /** The steps of a proof at fixed challenges. */
  private static final class Run {
    final Map<Stream, int[]> asked = new HashMap<>();
    final List<TableTrace> traces;
    final ProofLayout layout;
    final ProverPhases phases;
    final Committed main;
    final CommittedBuses buses;

    Run(Random bumped) {
      var randomness = new Bumped(bumped, asked);
      var run = SmallCircuit.run(PARAMETERS, TALL, SHORT, SHORT);
      traces = Blinding.apply(KEY.verifyingKey().circuit(), PARAMETERS, run.traces(), randomness);
      var instances = traces.stream().map(t -> new Instance(t.slot(), t.logHeight())).toList();
      layout = ProofLayout.of(KEY.verifyingKey(), instances);
      phases = phases(randomness);
      main = phases.commitMain(traces);
      buses = phases.commitBuses(traces, main, BUSES);
    }

    /** The same with another random value, which main columns do not depend on. */
    Run(Random bumped, Run like) {
      traces = like.traces;
      layout = like.layout;
      phases = phases(new Bumped(bumped, asked));
      main = like.main;
      buses =
          bumped.stream.purpose() == Purpose.BUS
              ? phases.commitBuses(traces, main, BUSES)
              : like.buses;
    }

    private ProverPhases phases(Randomness randomness) {
      var options =
          ProverOptions.defaults()
              .withThreads(1)
              .withKernels(new ScalarKernels())
              .withRandomness(randomness);
      return new ProverPhases(KEY, layout, options);
    }

    /** Everything that is opened but main columns, for each of some sets of queries. */
    int[][] opened() {
      var quotient = phases.commitQuotient(buses, ALPHA);
      List<InstanceOpenings> openings = phases.open(quotient.columns(), ZETA);
      int[][] batch = phases.batch(quotient, openings, ZETA, LAMBDA);
      return QUERIES.stream()
          .map(queries -> opened(quotient, openings, batch, queries))
          .toArray(int[][]::new);
    }

    private int[] opened(
        CommittedQuotient quotient, List<InstanceOpenings> openings, int[][] batch, int[] queries) {
      var all = new ArrayList<Integer>();
      for (int i = 0; i < openings.size(); i++) {
        ProvedInstance instance = quotient.columns().instances().get(i);
        InstanceOpenings values = openings.get(i);
        java.util.stream.Stream.of(values.bus(), values.quotient(), values.busNext())
            .flatMap(List::stream)
            .forEach(value -> add(all, value));
        int[] rows = MerkleOpening.distinct(queries, instance.logHeight() + PARAMETERS.logBlowup());
        addRows(all, instance.bus(), rows);
        addRows(all, instance.quotient(), rows);
      }
      addRows(all, quotient.hiding(), queries);
      addFri(all, batch, queries);
      return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The opened rows of the layers, and the final polynomial. */
    private void addFri(List<Integer> all, int[][] batch, int[] queries) {
      var options = ProverOptions.defaults().withKernels(new ScalarKernels());
      // The transcript only gives the challenges, which must not depend on what is committed to.
      Layers layers =
          FriProver.fold(
              layout,
              batch,
              fixedTranscript(),
              (layer, matrix) -> {
                int[] rows = MerkleOpening.distinct(queries, matrix.logHeight());
                int[][] columns =
                    matrix.columns().stream()
                        .map(c -> Arrays.copyOfRange(c.values(), c.offset(), c.values().length))
                        .toArray(int[][]::new);
                addRows(all, columns, rows);
                int[][] zeros = new int[columns.length][1 << matrix.logHeight()];
                return CommittedColumns.commit(
                    options.kernels(),
                    List.of(Matrix.of(matrix.logHeight(), zeros)),
                    new Workspace());
              },
              options.kernels());
      layers.finalPolynomial().forEach(value -> add(all, value));
    }

    private ProofTranscript fixedTranscript() {
      var strength = new Strength(1, 0, 0, 0);
      return ProofTranscript.begin(
          KEY.verifyingKey(), strength, List.of(), Statement.of(List.of()));
    }
  }

  private static void add(List<Integer> all, Ext value) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      all.add(value.coefficient(e));
    }
  }

  private static void addRows(List<Integer> all, int[][] columns, int[] rows) {
    for (int[] column : columns) {
      for (int row : rows) {
        all.add(column[row]);
      }
    }
  }

  /** What each of the random values that bus columns, chunks and R are made of changes. */
  private static final Map<Random, int[][]> CHANGES = new LinkedHashMap<>();

  @BeforeAll
  static void changeEachRandomValue() {
    var run = new Run(NOTHING);
    int[][] base = run.opened();
    var random = new ArrayList<Random>();
    run.asked.forEach(
        (stream, range) -> {
          if (stream.purpose() != Purpose.MAIN) {
            IntStream.range(range[0], range[1]).forEach(i -> random.add(new Random(stream, i)));
          }
        });
    // R last, as it changes the fewest values.
    random.sort(Comparator.comparing(value -> value.stream.purpose()));
    List<int[][]> opened =
        random.parallelStream().map(value -> new Run(value, run).opened()).toList();
    for (int i = 0; i < random.size(); i++) {
      int[][] values = opened.get(i);
      int[][] change = new int[values.length][];
      Arrays.setAll(change, set -> difference(values[set], base[set]));
      CHANGES.put(random.get(i), change);
    }
  }

  /** The rank of what random values change, but for some of them. */
  private static int rank(int set, List<Random> fixed) {
    var pivots = new TreeMap<Integer, int[]>();
    CHANGES.forEach(
        (value, change) -> {
          if (!fixed.contains(value)) {
            insert(pivots, change[set].clone());
          }
        });
    return pivots.size();
  }

  private static int[] difference(int[] values, int[] base) {
    int[] difference = new int[base.length];
    Arrays.setAll(difference, i -> KoalaBear.sub(values[i], base[i]));
    return difference;
  }

  /** Adds a vector to a basis in echelon form, unless it depends on it. */
  private static void insert(Map<Integer, int[]> pivots, int[] vector) {
    for (int at = 0; at < vector.length; at++) {
      if (vector[at] == 0) {
        continue;
      }
      int[] pivot = pivots.get(at);
      if (pivot == null) {
        int inverse = KoalaBear.inverse(vector[at]);
        for (int i = at; i < vector.length; i++) {
          vector[i] = KoalaBear.mul(vector[i], inverse);
        }
        pivots.put(at, vector);
        return;
      }
      int factor = vector[at];
      for (int i = at; i < vector.length; i++) {
        vector[i] = KoalaBear.sub(vector[i], KoalaBear.mul(factor, pivot[i]));
      }
    }
  }

  /**
   * How many values are opened, less what can be computed from others and the main columns: the
   * quotient of each height at zeta and its four conjugates, where all columns are known, as they
   * are over the base field; and at each query whose next row is queried as well; R at each query,
   * from the batch; each layer's folding.
   */
  private static int unpredictable(int set) {
    int[] queries = QUERIES.get(set);
    var run = new Run(NOTHING);
    int equations = queries.length;
    for (int logHeight : new int[] {TALL, SHORT}) {
      int logRows = logHeight + PARAMETERS.logBlowup();
      int[] rows = MerkleOpening.distinct(queries, logRows);
      long withNext =
          Arrays.stream(rows)
              .map(row -> (row + PARAMETERS.blowup()) & ((1 << logRows) - 1))
              .filter(next -> Arrays.binarySearch(rows, next) >= 0)
              .count();
      equations += Ext.DEGREE + (int) withNext;
    }
    int logRows = run.layout.logDomain();
    for (int logFold : run.layout.folds()) {
      logRows -= logFold;
      equations += MerkleOpening.distinct(queries, logRows).length;
    }
    return run.opened()[set].length - Ext.DEGREE * equations;
  }

  @Test
  void whatIsOpenedIsUniformAmongWhatIsAccepted() {
    for (int set : new int[] {APART, MEETING}) {
      assertThat(rank(set, List.of())).isEqualTo(unpredictable(set));
    }
  }

  @Test
  void withOneCellLessOrOneQueryMoreItIsNot() {
    int running = new Run(NOTHING).layout.instances().getFirst().busWidth() - Ext.DEGREE;
    var cell = new Random(new Stream(Purpose.BUS, 0, running), (1 << TALL) - 1);
    assertThat(CHANGES).containsKey(cell);
    assertThat(rank(APART, List.of(cell))).isEqualTo(unpredictable(APART) - 1);
    assertThat(rank(TOO_MANY, List.of())).isLessThan(unpredictable(TOO_MANY));
  }

  /**
   * A published sum is a fixed value plus 1/d, where the five mask cells give each d once: so it is
   * uniform but for that value, for each instance apart.
   */
  @Test
  void theSumsOfAllInstancesAreUniform() {
    Run run = new Run(NOTHING);
    int sum = 0;
    for (int i = 0; i < run.traces.size(); i++) {
      InstanceLayout instance = run.layout.instances().get(i);
      if (!instance.hasSum() || !instance.table().isMasked()) {
        sum += instance.hasSum() ? 1 : 0;
        continue;
      }
      int maskRow = instance.instance().height() - PARAMETERS.blindingRows();
      Ext before = run.buses.sums().get(sum).minus(end(run.buses.columns(), i, maskRow)).inverse();
      var pivots = new TreeMap<Integer, int[]>();
      for (int k = 0; k < Ext.DEGREE; k++) {
        Run changed = new Run(new Random(new Stream(Purpose.MAIN, i, k), maskRow));
        Ext end = end(changed.buses.columns(), i, maskRow);
        assertThat(end).isEqualTo(end(run.buses.columns(), i, maskRow));
        Ext after = changed.buses.sums().get(sum).minus(end).inverse();
        int[] change = new int[Ext.DEGREE];
        after.minus(before).write(change, 0);
        insert(pivots, change);
        for (int other = 0; other < run.buses.sums().size() - 1; other++) {
          boolean isSame = changed.buses.sums().get(other).equals(run.buses.sums().get(other));
          assertThat(isSame).isEqualTo(other != sum);
        }
      }
      assertThat(pivots).hasSize(Ext.DEGREE);
      sum++;
    }
    assertThat(sum).isEqualTo(5);
  }

  /** The running sum of an instance on a row of the trace. */
  private static Ext end(Committed columns, int i, int row) {
    ProvedInstance instance = columns.instances().get(i);
    int[][] running = instance.busNext();
    Ext point = Ext.of(KoalaBear.pow(KoalaBear.rootOfUnity(instance.logHeight()), row));
    int[] value = new int[Ext.DEGREE];
    for (int e = 0; e < Ext.DEGREE; e++) {
      value[e] = Ntt.evaluate(Ntt.interpolate(running[e], Domain.SHIFT), point).coefficient(0);
    }
    return Ext.at(value, 0);
  }
}
