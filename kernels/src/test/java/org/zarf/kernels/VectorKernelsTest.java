package org.zarf.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import jdk.incubator.vector.IntVector;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digests;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.FoldStep;
import org.zarf.prover.kernel.Kernels.NonceRange;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.prover.kernel.Terms;
import org.zarf.testkit.Trials;

/**
 * The vector kernels against the scalar ones, at all kinds of lengths and at extreme values. The
 * build runs it at the preferred width, and once for each value of {@code zarf.vector.bits}.
 */
class VectorKernelsTest {

  private final Kernels scalar = new ScalarKernels();
  private final Kernels vector = Kernels.best();

  private static int[] random(SplittableRandom random, int count) {
    int[] extremes = {0, 1, KoalaBear.P - 1, KoalaBear.P - 2, KoalaBear.ONE};
    return IntStream.range(0, count)
        .map(
            i ->
                random.nextInt(4) == 0
                    ? extremes[random.nextInt(extremes.length)]
                    : random.nextInt(KoalaBear.P))
        .toArray();
  }

  private static Ext ext(SplittableRandom random) {
    return Ext.at(random(random, 5), 0);
  }

  @Test
  void theVectorKernelsAreFound() {
    assertThat(vector).isInstanceOf(VectorKernels.class);
    int bits = Integer.getInteger("zarf.vector.bits", IntVector.SPECIES_PREFERRED.vectorBitSize());
    assertThat(vector.name()).isEqualTo("vector, " + bits + " bits");
  }

  @Trials(60)
  void transformsAgree(SplittableRandom random) {
    int logHeight = random.nextInt(13);
    int logBlowup = random.nextInt(3);
    int shift = random.nextInt(1, KoalaBear.P);
    int[] values = random(random, 1 << logHeight);
    int[] a = new int[1 << (logHeight + logBlowup)];
    int[] b = a.clone();
    scalar.extend(values, logHeight, logBlowup, shift, a);
    vector.extend(values.clone(), logHeight, logBlowup, shift, b);
    assertThat(b).isEqualTo(a);
    scalar.evaluate(values, logHeight, logHeight + logBlowup, shift, a);
    vector.evaluate(values, logHeight, logHeight + logBlowup, shift, b);
    assertThat(b).isEqualTo(a);
    scalar.interpolate(a, logHeight + logBlowup, shift);
    vector.interpolate(b, logHeight + logBlowup, shift);
    assertThat(b).isEqualTo(a);
  }

  @Trials(60)
  void remaindersAgree(SplittableRandom random) {
    int logHeight = random.nextInt(14);
    int[] values = random(random, 1 << logHeight);
    var extension = new Kernels.Extension(logHeight, 1, random.nextInt(1, KoalaBear.P));
    var expected = new ArrayList<Kernels.Remainder>();
    var actual = new ArrayList<Kernels.Remainder>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int logSize = random.nextInt(logHeight + 1);
      int constant = random.nextInt(KoalaBear.P);
      expected.add(new Kernels.Remainder(logSize, constant, new int[1 << logSize]));
      actual.add(new Kernels.Remainder(logSize, constant, random(random, 1 << logSize)));
    }
    int[] a = new int[2 << logHeight];
    int[] b = a.clone();
    scalar.extend(values, extension, a, expected);
    vector.extend(values, extension, b, actual);
    assertThat(b).isEqualTo(a);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).out()).isEqualTo(expected.get(i).out());
    }
  }

  /**
   * A few coefficients on a large domain, and the largest heights' worth of columns; less of both
   * where the processor has no vectors of that width.
   */
  @Test
  void tallTransformsAgree() {
    boolean isEmulated = Lanes.COUNT > IntVector.SPECIES_PREFERRED.length();
    int log = isEmulated ? 16 : 20;
    int logTall = isEmulated ? 14 : 22;
    var random = new SplittableRandom(5);
    int[] values = random(random, 1 << 9);
    int[] a = new int[1 << log];
    int[] b = new int[1 << log];
    scalar.evaluate(values, 9, log, KoalaBear.GENERATOR, a);
    vector.evaluate(values, 9, log, KoalaBear.GENERATOR, b);
    assertThat(Arrays.equals(a, b)).isTrue();
    int height = 1 << logTall;
    int[] tall = random(random, height);
    int[] out = new int[4 * height];
    vector.extend(tall, logTall, 2, KoalaBear.GENERATOR, out);
    vector.interpolate(out, logTall + 2, KoalaBear.GENERATOR);
    assertThat(Arrays.stream(out, height, 4 * height).allMatch(x -> x == 0)).isTrue();
    int[] again = new int[height];
    vector.evaluate(Arrays.copyOf(out, height), logTall, logTall, KoalaBear.ONE, again);
    assertThat(Arrays.equals(again, tall)).isTrue();
  }

  private interface Operation {
    void apply(Kernels kernels, Span a, Span b, Span out, int count);
  }

  @Trials(200)
  void elementwiseOperationsAgree(SplittableRandom random) {
    int count = random.nextInt(1, 150);
    int constant = random.nextInt(KoalaBear.P);
    Ext scale = ext(random);
    int termCount = random.nextInt(1, 9);
    List<Operation> operations =
        List.of(
            (k, a, b, out, n) -> k.add(a, b, out, n),
            (k, a, b, out, n) -> k.subtract(a, b, out, n),
            (k, a, b, out, n) -> k.multiply(a, b, out, n),
            (k, a, b, out, n) -> k.addConstant(a, constant, out, n),
            (k, a, b, out, n) -> k.multiplyConstant(a, constant, out, n),
            (k, a, b, out, n) -> k.multiplyExt(a, b, out, n),
            (k, a, b, out, n) -> k.multiplyExtByBase(a, b, out, n),
            (k, a, b, out, n) -> k.multiplyExtConstant(a, scale, out, n),
            (k, a, b, out, n) -> k.addTerms(a, terms(termCount, b, n), out, n),
            // Its input and output differ in shape, so it never works in place.
            (k, a, b, out, n) -> k.addScaled(out, scale, b, n));
    int[] a = random(random, 5 * count + 3);
    int[] b = random(random, 5 * count + 7);
    int[] out = random(random, 5 * count + 1);
    for (Operation operation : operations) {
      int[] expected = out.clone();
      int[] actual = out.clone();
      operation.apply(scalar, new Span(a, 3), new Span(b, 7), new Span(expected, 1), count);
      operation.apply(vector, new Span(a, 3), new Span(b, 7), new Span(actual, 1), count);
      assertThat(actual).isEqualTo(expected);
      // In place.
      int[] place = a.clone();
      operation.apply(vector, new Span(place, 3), new Span(b, 7), new Span(place, 3), count);
      int[] reference = a.clone();
      operation.apply(
          scalar, new Span(reference, 3), new Span(b, 7), new Span(reference, 3), count);
      assertThat(place).isEqualTo(reference);
    }
  }

  /** Terms on the planes of an element, with constants that are as large as they can be. */
  private static Terms terms(int count, Span elements, int stride) {
    var terms = new Terms(count);
    for (int t = 0; t < count; t++) {
      int last = KoalaBear.P - 1;
      terms.setElements(t, elements.array(), elements.offset() + t % 5 * stride);
      terms.setFactor(t, new Ext(last, last - t, t, 1, last));
    }
    return terms;
  }

  /** Sums of the largest elements, which come closest to the limits of 64 bits. */
  @Test
  void largestElementsAgree() {
    int count = 64;
    int[] a = new int[5 * count];
    Arrays.fill(a, KoalaBear.P - 1);
    var all = new Span(a, 0);
    int[] expected = new int[5 * count];
    int[] actual = new int[5 * count];
    scalar.addTerms(all, terms(9, all, count), new Span(expected, 0), count);
    vector.addTerms(all, terms(9, all, count), new Span(actual, 0), count);
    assertThat(actual).isEqualTo(expected);
    scalar.multiplyExt(all, all, new Span(expected, 0), count);
    vector.multiplyExt(all, all, new Span(actual, 0), count);
    assertThat(actual).isEqualTo(expected);
  }

  @Trials(60)
  void inversesAgree(SplittableRandom random) {
    int count = random.nextBoolean() ? 1 << random.nextInt(10) : random.nextInt(1, 200);
    int[] a = random.ints(5 * count, 1, KoalaBear.P).toArray();
    int[] expected = new int[5 * count];
    int[] actual = new int[5 * count];
    scalar.invertExt(new Span(a, 0), new Span(expected, 0), count);
    vector.invertExt(new Span(a, 0), new Span(actual, 0), count);
    assertThat(actual).isEqualTo(expected);
    int[] place = a.clone();
    vector.invertExt(new Span(place, 0), new Span(place, 0), count);
    assertThat(place).isEqualTo(expected);
    scalar.invert(new Span(a, 0), new Span(expected, 0), count);
    vector.invert(new Span(a, 0), new Span(actual, 0), count);
    assertThat(actual).isEqualTo(expected);
    int[] inPlace = a.clone();
    vector.invert(new Span(inPlace, 0), new Span(inPlace, 0), count);
    assertThat(Arrays.copyOf(inPlace, count)).isEqualTo(Arrays.copyOf(expected, count));
  }

  @Trials(40)
  void foldingAndWeighingAgree(SplittableRandom random) {
    int logFold = random.nextInt(1, 4);
    int logRows = random.nextInt(8);
    int rows = 1 << logRows;
    int[][] layer = new int[5][];
    for (int e = 0; e < 5; e++) {
      layer[e] = random(random, rows << logFold);
    }
    var step =
        new FoldStep(logRows + logFold, logFold, random.nextInt(1, KoalaBear.P), ext(random));
    int from = random.nextInt(rows);
    int to = random.nextInt(from, rows + 1);
    int[][] expected = new int[5][rows];
    int[][] actual = new int[5][rows];
    scalar.fold(layer, step, expected, from, to);
    vector.fold(layer, step, actual, from, to);
    assertThat(actual).isDeepEqualTo(expected);
  }

  @Trials(60)
  void dotProductsAgree(SplittableRandom random) {
    int count = random.nextBoolean() ? random.nextInt(300) : 1 << random.nextInt(10);
    int logStep = random.nextInt(3);
    int[] a = random(random, (count << logStep) + 3);
    int[] b = random(random, 5 * count + 5);
    if (random.nextBoolean()) {
      Arrays.fill(a, KoalaBear.P - 1);
      Arrays.fill(b, KoalaBear.P - 1);
    }
    assertThat(vector.dotExt(new Span(a, 3), logStep, new Span(b, 5), count))
        .isEqualTo(scalar.dotExt(new Span(a, 3), logStep, new Span(b, 5), count));
  }

  @Trials(40)
  void selectionsAgree(SplittableRandom random) {
    int count = random.nextBoolean() ? 16 * random.nextInt(20) : random.nextInt(100);
    int logStep = random.nextInt(3);
    int[] a = random(random, (count << logStep) + 3);
    int[] expected = new int[count + 5];
    int[] actual = new int[count + 5];
    scalar.select(new Span(a, 3), logStep, new Span(expected, 5), count);
    vector.select(new Span(a, 3), logStep, new Span(actual, 5), count);
    assertThat(actual).isEqualTo(expected);
  }

  @Trials(40)
  void hashesAgree(SplittableRandom random) {
    int log = random.nextInt(11);
    int width = random.nextInt(4) == 0 ? random.nextInt(1, 1200) : random.nextInt(1, 40);
    List<Span> columns =
        IntStream.range(0, width)
            .mapToObj(c -> new Span(random(random, (1 << log) + 3), 3))
            .toList();
    Digests salts = Digests.zeros(random.nextBoolean() ? 1 << log : 0);
    Arrays.setAll(salts.words(), i -> random.nextInt());
    var expected = Digests.zeros(1 << log);
    var actual = Digests.zeros(1 << log);
    int cut = random.nextInt((1 << log) + 1);
    if (random.nextBoolean()) {
      cut -= cut % 16;
    }
    scalar.hashLeaves(columns, salts, expected, 0, 1 << log);
    vector.hashLeaves(columns, salts, actual, 0, cut);
    vector.hashLeaves(columns, salts, actual, cut, 1 << log);
    assertThat(actual.words()).isEqualTo(expected.words());
    var children = Digests.zeros(2 << log);
    Arrays.setAll(children.words(), i -> random.nextInt());
    for (List<Span> absorbed : List.of(List.<Span>of(), columns)) {
      scalar.hashNodes(children, absorbed, expected, 0, 1 << log);
      vector.hashNodes(children, absorbed, actual, 0, cut);
      vector.hashNodes(children, absorbed, actual, cut, 1 << log);
      assertThat(actual.words()).isEqualTo(expected.words());
    }
  }

  @Trials(10)
  void outputsAgree(SplittableRandom random) {
    int[] key = random.ints(8).toArray();
    int[] message = random.ints(16).toArray();
    int[] expected = new int[300];
    int[] actual = new int[300];
    int first = random.nextInt(1 << 20);
    int bytes = random.nextInt(65);
    scalar.expand(key, message, bytes, first, new Span(expected, 7));
    vector.expand(key, message, bytes, first, new Span(actual, 7));
    assertThat(actual).isEqualTo(expected);
  }

  @Trials(10)
  void grindingFindsTheSameNonce(SplittableRandom random) {
    byte[] state = new byte[32];
    random.nextBytes(state);
    for (long start : new long[] {0, 0xfffffff0L, random.nextLong(1L << 40)}) {
      var range = new NonceRange(start, 1, 3000);
      assertThat(vector.grind(state, 9, range)).isEqualTo(scalar.grind(state, 9, range));
      assertThat(vector.grind(state, 22, new NonceRange(start, 1, 5)))
          .isEqualTo(scalar.grind(state, 22, new NonceRange(start, 1, 5)));
    }
  }
}
