package org.zarf.prover.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.algebra.Ntt;
import org.zarf.hash.Blake3;
import org.zarf.hash.Digest;
import org.zarf.hash.Digests;
import org.zarf.hash.HashSuite;
import org.zarf.hash.Matrix;
import org.zarf.hash.MerkleTree;
import org.zarf.testkit.Trials;

class ScalarKernelsTest {

  private final Kernels kernels = new ScalarKernels();

  private static int[] random(SplittableRandom random, int count) {
    return random.ints(count, 0, KoalaBear.P).toArray();
  }

  @Trials(50)
  void extensionAgreesWithTheReference(SplittableRandom random) {
    int logHeight = random.nextInt(9);
    int logBlowup = random.nextInt(3);
    int[] values = random(random, 1 << logHeight);
    int[] out = new int[1 << (logHeight + logBlowup)];
    kernels.extend(values, logHeight, logBlowup, KoalaBear.GENERATOR, out);
    assertThat(out).isEqualTo(Ntt.extend(values, logBlowup, KoalaBear.GENERATOR));
  }

  @Trials(50)
  void remaindersAreThoseOfTheShiftedPolynomial(SplittableRandom random) {
    int logHeight = random.nextInt(9);
    int logSize = random.nextInt(logHeight + 1);
    int[] values = random(random, 1 << logHeight);
    int shift = random.nextInt(1, KoalaBear.P);
    int root = random.nextInt(1, KoalaBear.P);
    int constant = KoalaBear.pow(root, 1L << logSize);
    var remainder = new Kernels.Remainder(logSize, constant, random(random, 1 << logSize));
    var extension = new Kernels.Extension(logHeight, 1, shift);
    kernels.extend(values, extension, new int[2 << logHeight], List.of(remainder));
    // Where X^(2^logSize) is the constant, a polynomial has the value of its remainder.
    Ext there = Ext.of(KoalaBear.mul(root, shift));
    assertThat(Ntt.evaluate(remainder.out(), Ext.of(root)))
        .isEqualTo(Ntt.evaluate(Ntt.interpolate(values, KoalaBear.ONE), there));
  }

  @Trials(30)
  void foldingEvaluatesThePartsAtBeta(SplittableRandom random) {
    int logFold = random.nextInt(1, 4);
    int logSize = logFold + random.nextInt(4);
    int k = 1 << logFold;
    int shift = random.nextInt(1, KoalaBear.P);
    Ext beta = Ext.at(random(random, 5), 0);
    int[][] layer = new int[5][];
    Ext[] expected = new Ext[1 << (logSize - logFold)];
    Arrays.fill(expected, Ext.ZERO);
    for (int e = 0; e < 5; e++) {
      int[] coefficients = random(random, 1 << logSize);
      layer[e] = Ntt.evaluate(coefficients, logSize, shift);
      Ext power = Ext.ONE;
      int[] one = new int[5];
      one[e] = KoalaBear.ONE;
      Ext unit = Ext.at(one, 0);
      for (int u = 0; u < k; u++) {
        int[] part = new int[1 << (logSize - logFold)];
        for (int i = 0; i < part.length; i++) {
          part[i] = coefficients[i * k + u];
        }
        int[] values = Ntt.evaluate(part, logSize - logFold, KoalaBear.pow(shift, k));
        for (int i = 0; i < part.length; i++) {
          expected[i] = expected[i].plus(power.times(unit).times(values[i]));
        }
        power = power.times(beta);
      }
    }
    int[][] out = new int[5][expected.length];
    kernels.fold(
        layer, new Kernels.FoldStep(logSize, logFold, shift, beta), out, 0, expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(new Ext(out[0][i], out[1][i], out[2][i], out[3][i], out[4][i]))
          .isEqualTo(expected[i]);
    }
  }

  @Trials(30)
  void treesAgreeWithTheReference(SplittableRandom random) {
    int top = random.nextInt(1, 6);
    int[][] tall = {random(random, 1 << top), random(random, 1 << top)};
    int[][] low = {random(random, 1 << (top - 1))};
    var salts = Digests.zeros(1 << top);
    Arrays.setAll(salts.words(), i -> random.nextInt());
    MerkleTree tree =
        MerkleTree.of(
            HashSuite.BLAKE3,
            List.of(Matrix.of(top, tall), Matrix.of(top - 1, low)),
            row -> {
              int[] salt = new int[Digest.WORDS];
              salts.get(row).write(salt, 0);
              return salt;
            });
    var leaves = Digests.zeros(1 << top);
    kernels.hashLeaves(spans(tall), salts, leaves, 0, 1 << top);
    assertThat(leaves.words()).isEqualTo(tree.levels().get(top).words());
    var parents = Digests.zeros(1 << (top - 1));
    kernels.hashNodes(leaves, spans(low), parents, 0, 1 << (top - 1));
    assertThat(parents.words()).isEqualTo(tree.levels().get(top - 1).words());
  }

  @Trials(5)
  void outputAgreesWithTheHash(SplittableRandom random) {
    int[] key = random.ints(8).toArray();
    int[] message = new int[16];
    int words = random.nextInt(1, 17);
    System.arraycopy(random.ints(words).toArray(), 0, message, 0, words);
    int[] out = new int[256];
    kernels.expand(key, message, 4 * words, 0, new Kernels.Span(out, 0));
    int[] expected = Blake3.keyed(key).hash(message, 4 * words, 256);
    for (int i = 0; i < expected.length; i++) {
      assertThat(out[i % 16 * 16 + i / 16]).isEqualTo(expected[i]);
    }
  }

  private static List<Kernels.Span> spans(int[][] columns) {
    return Arrays.stream(columns).map(c -> new Kernels.Span(c, 0)).toList();
  }
}
