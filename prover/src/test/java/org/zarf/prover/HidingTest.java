package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.algebra.Ntt;
import org.zarf.hash.Digests;
import org.zarf.prover.Randomness.Purpose;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.Domain;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Parameters;
import org.zarf.stark.ProofLayout;
import org.zarf.stark.ProofTranscript.BusChallenges;

/**
 * What a proof opens says nothing about the trace: at challenges that the test fixes, every opened
 * value is uniform over fresh randomness, whatever the input. The same test fails as soon as one
 * kind of blinding is switched off.
 */
class HidingTest {

  private static final Parameters PARAMETERS = InsecureParameters.of(true, 5, 2);
  private static final int PROOFS = 2000;
  private static final int BUCKETS = 16;

  /** Chi-squared with 15 degrees of freedom exceeds this once in 10^9. */
  private static final double LIMIT = 77;

  private static final ProvingKey KEY = SmallCircuit.key(PARAMETERS, new ScalarKernels());
  private static final List<Instance> INSTANCES =
      List.of(new Instance(0, PARAMETERS.minLogHeight()));
  private static final Ext GAMMA = ext(1);
  private static final Ext BETA = ext(2);
  private static final Ext ALPHA = ext(3);
  private static final Ext ZETA = ext(4);
  private static final int[] ROWS = {5, 77};

  private static Ext ext(int seed) {
    return Ext.at(new SplittableRandom(seed).ints(5, 0, KoalaBear.P).toArray(), 0);
  }

  /** Randomness without one kind of blinding. */
  private record Without(Purpose missing, Randomness rest) implements Randomness {
    @Override
    public void fill(Stream stream, int[] target, int from, int to) {
      if (stream.purpose() == missing) {
        Arrays.fill(target, from, to, KoalaBear.ZERO);
      } else {
        rest.fill(stream, target, from, to);
      }
    }

    @Override
    public void salts(int tree, int first, int count, Digests target, int offset) {
      rest.salts(tree, first, count, target, offset);
    }
  }

  /** Randomness of which one kind is fresh, and all others are the same in every proof. */
  private record Only(Purpose varying, Randomness fresh, Randomness same) implements Randomness {
    @Override
    public void fill(Stream stream, int[] target, int from, int to) {
      (stream.purpose() == varying ? fresh : same).fill(stream, target, from, to);
    }

    @Override
    public void salts(int tree, int first, int count, Digests target, int offset) {
      same.salts(tree, first, count, target, offset);
    }
  }

  private static Randomness seeded(int seed) {
    byte[] bytes = new byte[32];
    new SplittableRandom(seed).nextBytes(bytes);
    return Randomness.unsafeOf(bytes);
  }

  /** Everything of the chain's table that a proof opens at the fixed challenges, and its sum. */
  private static int[] opened(int start, Randomness randomness) {
    var options =
        ProverOptions.defaults()
            .withThreads(1)
            .withKernels(new ScalarKernels())
            .withRandomness(randomness);
    var run = SmallCircuit.runFrom(start, PARAMETERS, PARAMETERS.minLogHeight());
    List<TableTrace> traces =
        Blinding.apply(KEY.verifyingKey().circuit(), PARAMETERS, run.traces(), randomness);
    var instances = traces.stream().map(t -> new Instance(t.slot(), t.logHeight())).toList();
    var phases = new ProverPhases(KEY, ProofLayout.of(KEY.verifyingKey(), instances), options);
    var main = phases.commitMain(traces);
    var buses = phases.commitBuses(traces, main, new BusChallenges(GAMMA, BETA));
    var quotient = phases.commitQuotient(buses, ALPHA);
    InstanceOpenings values = phases.open(quotient.columns(), ZETA).getFirst();
    ProvedInstance chain = quotient.columns().instances().getFirst();
    var all = new ArrayList<Integer>();
    Stream.of(values.main(), values.bus(), values.quotient(), values.busNext())
        .flatMap(List::stream)
        .forEach(value -> add(all, value));
    for (int[][] columns :
        List.of(chain.main(), chain.bus(), chain.quotient(), quotient.hiding())) {
      for (int[] column : columns) {
        for (int row : ROWS) {
          all.add(column[row]);
        }
      }
    }
    add(all, buses.sums().getFirst());
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void add(List<Integer> all, Ext value) {
    for (int i = 0; i < Ext.DEGREE; i++) {
      all.add(value.coefficient(i));
    }
  }

  /** The largest chi-squared of any opened value. */
  private static double worst(int start, IntFunction<Randomness> randomness, int proofs) {
    return worst(start, randomness, proofs, IntStream::range);
  }

  private static double worst(
      int start,
      IntFunction<Randomness> randomness,
      int proofs,
      BiFunction<Integer, Integer, IntStream> values) {
    int[][] samples =
        IntStream.range(0, proofs)
            .parallel()
            .mapToObj(i -> opened(start, randomness.apply(i)))
            .toArray(int[][]::new);
    double worst = 0;
    for (int value : values.apply(0, samples[0].length).toArray()) {
      int[] counts = new int[BUCKETS];
      for (int[] sample : samples) {
        counts[(int) ((long) sample[value] * BUCKETS / KoalaBear.P)]++;
      }
      double expected = (double) proofs / BUCKETS;
      double chi = 0;
      for (int count : counts) {
        chi += (count - expected) * (count - expected) / expected;
      }
      worst = Math.max(worst, chi);
    }
    return worst;
  }

  @Test
  void openedValuesAreUniformWhateverTheInput() {
    assertThat(worst(3, HidingTest::seeded, PROOFS)).isLessThan(LIMIT);
    assertThat(worst(12345, HidingTest::seeded, PROOFS)).isLessThan(LIMIT);
  }

  /**
   * Of the three chunks of a quotient, the verifier can compute one from the others. The masks of
   * the chunks alone make these others uniform, even if everything else were known.
   */
  @Test
  void theChunksOfAQuotientAreUniformByTheirMasksAlone() {
    Randomness same = seeded(-1);
    IntFunction<Randomness> masked = i -> new Only(Purpose.CHUNKS, seeded(i), same);
    assertThat(worst(3, masked, PROOFS, HidingTest::twoChunks)).isLessThan(LIMIT);
    IntFunction<Randomness> unmasked = i -> new Without(Purpose.CHUNKS, same);
    assertThat(worst(3, unmasked, 200, HidingTest::twoChunks)).isGreaterThan(LIMIT);
  }

  /** The places of the first two chunks' values at zeta among all opened values. */
  private static IntStream twoChunks(int from, int to) {
    var layout = ProofLayout.of(KEY.verifyingKey(), INSTANCES).instances().getFirst();
    int first = Ext.DEGREE * (layout.mainWidth() + layout.busWidth());
    return IntStream.range(from + first, first + 2 * Ext.DEGREE * Ext.DEGREE);
  }

  @Test
  void withoutAnyKindOfBlindingTheyAreNot() {
    for (Purpose purpose : List.of(Purpose.MAIN, Purpose.BUS, Purpose.BATCH)) {
      IntFunction<Randomness> without = i -> new Without(purpose, seeded(i));
      assertThat(worst(3, without, 200)).as(purpose.name()).isGreaterThan(LIMIT);
    }
  }

  /**
   * The running sum is opened at q rows, at their next rows (which the quotient reveals), and at
   * two points outside the base field: 2 q + 10 equations over the base field on B - 2 random
   * cells. They are independent, so they say nothing about the other rows.
   */
  @Test
  void theOpenedFunctionalsAreIndependentOnTheRandomCells() {
    int logHeight = PARAMETERS.minLogHeight();
    int height = 1 << logHeight;
    int q = PARAMETERS.maxQueries();
    int first = height - PARAMETERS.blindingRows() + 2;
    int[][] matrix = new int[height - first][];
    for (int cell = first; cell < height; cell++) {
      int[] column = new int[height];
      column[cell] = KoalaBear.ONE;
      int[] coefficients = Ntt.interpolate(column, KoalaBear.ONE);
      var values = new ArrayList<Integer>();
      int[] domain = Ntt.evaluate(coefficients, logHeight + PARAMETERS.logBlowup(), Domain.SHIFT);
      for (int i = 0; i < q; i++) {
        int row = 7 + 11 * i;
        values.add(domain[row]);
        values.add(domain[row + PARAMETERS.blowup()]);
      }
      add(values, Ntt.evaluate(coefficients, ZETA));
      add(values, Ntt.evaluate(coefficients, ZETA.times(KoalaBear.rootOfUnity(logHeight))));
      matrix[cell - first] = values.stream().mapToInt(Integer::intValue).toArray();
    }
    assertThat(matrix).hasDimensions(2 * q + 10, 2 * q + 10);
    assertThat(rank(matrix)).isEqualTo(2 * q + 10);
  }

  private static int rank(int[][] matrix) {
    int rank = 0;
    for (int column = 0; column < matrix[0].length; column++) {
      int pivot = rank;
      while (pivot < matrix.length && matrix[pivot][column] == 0) {
        pivot++;
      }
      if (pivot == matrix.length) {
        continue;
      }
      int[] swap = matrix[rank];
      matrix[rank] = matrix[pivot];
      matrix[pivot] = swap;
      int inverse = KoalaBear.inverse(matrix[rank][column]);
      for (int row = rank + 1; row < matrix.length; row++) {
        int factor = KoalaBear.mul(matrix[row][column], inverse);
        for (int k = column; k < matrix[0].length; k++) {
          int product = KoalaBear.mul(factor, matrix[rank][k]);
          matrix[row][k] = KoalaBear.sub(matrix[row][k], product);
        }
      }
      rank++;
    }
    return rank;
  }
}
