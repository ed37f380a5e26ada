package org.zarf.prover.kernel;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.sub;

import java.util.Arrays;
import java.util.List;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.algebra.Ntt;
import org.zarf.hash.Blake3;
import org.zarf.hash.Digest;
import org.zarf.hash.Digests;
import org.zarf.hash.HashSuite;
import org.zarf.hash.MerkleTree;

/** The reference kernels: one element after the other. */
public final class ScalarKernels implements Kernels {

  private static final HashSuite HASH = HashSuite.BLAKE3;

  /** The kernels. */
  public ScalarKernels() {}

  @Override
  public String name() {
    return "scalar";
  }

  /** Natural order to bit-reversed coefficients, spread apart, and back: no reordering pass. */
  @Override
  public void extend(int[] values, Extension extension, int[] out, List<Remainder> remainders) {
    int logHeight = extension.logHeight();
    int logBlowup = extension.logBlowup();
    int height = 1 << logHeight;
    int[] work = values.clone();
    ScalarTransform.toReversedCoefficients(work, logHeight);
    int[] scale = ScalarTransform.reversedPowers(extension.shift(), logHeight);
    int inverse = KoalaBear.inverse(KoalaBear.of(height));
    for (int i = 0; i < height; i++) {
      work[i] = mul(work[i], mul(scale[i], inverse));
      // The first layers see one coefficient and zeros: they copy it.
      Arrays.fill(out, i << logBlowup, (i + 1) << logBlowup, work[i]);
    }
    ScalarTransform.fromReversedCoefficients(out, logHeight + logBlowup, logBlowup);
    remainders.forEach(remainder -> reduce(work, logHeight, remainder));
  }

  private static void reduce(int[] reversed, int logHeight, Remainder remainder) {
    int size = 1 << remainder.logSize();
    Arrays.fill(remainder.out(), 0, size, 0);
    int power = KoalaBear.ONE;
    for (int from = 0; from < reversed.length; from += size) {
      for (int i = 0; i < size; i++) {
        int coefficient = reversed[MerkleTree.reverse(from + i, logHeight)];
        remainder.out()[i] = KoalaBear.add(remainder.out()[i], mul(coefficient, power));
      }
      power = mul(power, remainder.constant());
    }
  }

  @Override
  public void interpolate(int[] values, int logSize, int shift) {
    int[] coefficients = Ntt.interpolate(values, shift);
    System.arraycopy(coefficients, 0, values, 0, 1 << logSize);
  }

  @Override
  public void evaluate(int[] coefficients, int logCount, int logSize, int shift, int[] out) {
    int[] head = Arrays.copyOf(coefficients, 1 << logCount);
    System.arraycopy(Ntt.evaluate(head, logSize, shift), 0, out, 0, 1 << logSize);
  }

  @Override
  public void add(Span a, Span b, Span out, int count) {
    for (int i = 0; i < count; i++) {
      out.array()[out.offset() + i] =
          KoalaBear.add(a.array()[a.offset() + i], b.array()[b.offset() + i]);
    }
  }

  @Override
  public void subtract(Span a, Span b, Span out, int count) {
    for (int i = 0; i < count; i++) {
      out.array()[out.offset() + i] = sub(a.array()[a.offset() + i], b.array()[b.offset() + i]);
    }
  }

  @Override
  public void multiply(Span a, Span b, Span out, int count) {
    for (int i = 0; i < count; i++) {
      out.array()[out.offset() + i] = mul(a.array()[a.offset() + i], b.array()[b.offset() + i]);
    }
  }

  @Override
  public void addConstant(Span a, int constant, Span out, int count) {
    for (int i = 0; i < count; i++) {
      out.array()[out.offset() + i] = KoalaBear.add(a.array()[a.offset() + i], constant);
    }
  }

  @Override
  public void multiplyConstant(Span a, int constant, Span out, int count) {
    for (int i = 0; i < count; i++) {
      out.array()[out.offset() + i] = mul(a.array()[a.offset() + i], constant);
    }
  }

  @Override
  public void select(Span a, int logStep, Span out, int count) {
    for (int i = 0; i < count; i++) {
      out.array()[out.offset() + i] = a.array()[a.offset() + (i << logStep)];
    }
  }

  @Override
  public Ext dotExt(Span values, int logStep, Span planes, int count) {
    int[] sum = new int[Ext.DEGREE];
    for (int e = 0; e < Ext.DEGREE; e++) {
      for (int i = 0; i < count; i++) {
        int value = values.array()[values.offset() + (i << logStep)];
        int factor = planes.array()[planes.offset() + e * count + i];
        sum[e] = KoalaBear.add(sum[e], mul(value, factor));
      }
    }
    return Ext.at(sum, 0);
  }

  @Override
  public void invert(Span a, Span out, int count) {
    int[] products = new int[count];
    int product = KoalaBear.ONE;
    for (int i = 0; i < count; i++) {
      products[i] = product;
      product = mul(product, a.array()[a.offset() + i]);
    }
    int inverse = KoalaBear.inverse(product);
    for (int i = count - 1; i >= 0; i--) {
      int value = a.array()[a.offset() + i];
      out.array()[out.offset() + i] = mul(products[i], inverse);
      inverse = mul(inverse, value);
    }
  }

  @Override
  public void multiplyExt(Span a, Span b, Span out, int count) {
    for (int i = 0; i < count; i++) {
      put(out, count, i, get(a, count, i).times(get(b, count, i)));
    }
  }

  @Override
  public void multiplyExtByBase(Span a, Span b, Span out, int count) {
    for (int i = 0; i < count; i++) {
      put(out, count, i, get(a, count, i).times(b.array()[b.offset() + i]));
    }
  }

  @Override
  public void multiplyExtConstant(Span a, Ext constant, Span out, int count) {
    for (int i = 0; i < count; i++) {
      put(out, count, i, get(a, count, i).times(constant));
    }
  }

  @Override
  public void addScaled(Span sum, Ext constant, Span a, int count) {
    for (int i = 0; i < count; i++) {
      put(sum, count, i, get(sum, count, i).plus(constant.times(a.array()[a.offset() + i])));
    }
  }

  @Override
  public void addTerms(Span start, Terms terms, Span out, int count) {
    for (int i = 0; i < count; i++) {
      Ext sum = get(start, count, i);
      for (int t = 0; t < terms.count(); t++) {
        int element = terms.arrays()[t][terms.offsets()[t] + i];
        sum = sum.plus(terms.factor(t).times(element));
      }
      put(out, count, i, sum);
    }
  }

  @Override
  public void invertExt(Span a, Span out, int count) {
    Ext[] values = new Ext[count];
    for (int i = 0; i < count; i++) {
      values[i] = get(a, count, i);
    }
    Ext[] inverses = Ext.inverses(values);
    for (int i = 0; i < count; i++) {
      put(out, count, i, inverses[i]);
    }
  }

  private static Ext get(Span planes, int count, int i) {
    int[] array = planes.array();
    int at = planes.offset() + i;
    return new Ext(
        array[at],
        array[at + count],
        array[at + 2 * count],
        array[at + 3 * count],
        array[at + 4 * count]);
  }

  private static void put(Span planes, int count, int i, Ext value) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      planes.array()[planes.offset() + e * count + i] = value.coefficient(e);
    }
  }

  @Override
  public void fold(int[][] layer, FoldStep step, int[][] out, int from, int to) {
    int logRows = step.logSize() - step.logFold();
    int k = 1 << step.logFold();
    int generator = KoalaBear.rootOfUnity(step.logSize());
    int inverseGenerator = KoalaBear.inverse(generator);
    int inverseRoot = KoalaBear.inverse(KoalaBear.rootOfUnity(step.logFold()));
    int inverseX = KoalaBear.inverse(mul(step.shift(), KoalaBear.pow(generator, from)));
    int inverseK = KoalaBear.inverse(KoalaBear.of(k));
    for (int j = from; j < to; j++) {
      Ext ratio = step.beta().times(inverseX);
      Ext power = Ext.of(inverseK);
      Ext total = Ext.ZERO;
      for (int u = 0; u < k; u++) {
        // x^u f_u(x^k) = 1/k sum over t of z^(-u t) f(x z^t), where z has order k.
        int twiddle = KoalaBear.ONE;
        int root = KoalaBear.pow(inverseRoot, u);
        Ext part = Ext.ZERO;
        for (int t = 0; t < k; t++) {
          int at = j + (t << logRows);
          Ext value = new Ext(layer[0][at], layer[1][at], layer[2][at], layer[3][at], layer[4][at]);
          part = part.plus(value.times(twiddle));
          twiddle = mul(twiddle, root);
        }
        total = total.plus(part.times(power));
        power = power.times(ratio);
      }
      for (int e = 0; e < Ext.DEGREE; e++) {
        out[e][j] = total.coefficient(e);
      }
      inverseX = mul(inverseX, inverseGenerator);
    }
  }

  @Override
  public void hashLeaves(List<Span> columns, Digests salts, Digests out, int from, int to) {
    int[] salt = new int[salts.count() == 0 ? 0 : Digest.WORDS];
    for (int row = from; row < to; row++) {
      if (salt.length > 0) {
        salts.get(row).write(salt, 0);
      }
      out.set(row, HASH.leaf(salt, rowOf(columns, row)));
    }
  }

  @Override
  public void hashNodes(Digests children, List<Span> columns, Digests out, int from, int to) {
    for (int index = from; index < to; index++) {
      Digest left = children.get(index);
      Digest right = children.get(index + out.count());
      int[] row = rowOf(columns, index);
      out.set(index, row.length == 0 ? HASH.node(left, right) : HASH.nodeWithRow(left, right, row));
    }
  }

  @Override
  public void expand(int[] key, int[] message, int messageBytes, int first, Span out) {
    int[] block = new int[Blake3.BLOCK_WORDS];
    for (int i = 0; i < Digests.GROUP; i++) {
      System.arraycopy(key, 0, block, 0, key.length);
      Blake3.compress(block, message, first + i, messageBytes, Blake3.KEYED_OUTPUT);
      for (int w = 0; w < Blake3.BLOCK_WORDS; w++) {
        out.array()[out.offset() + Digests.GROUP * w + i] = block[w];
      }
    }
  }

  private static int[] rowOf(List<Span> columns, int row) {
    int[] values = new int[columns.size()];
    for (int c = 0; c < values.length; c++) {
      values[c] = columns.get(c).array()[columns.get(c).offset() + row];
    }
    return values;
  }

  @Override
  public long grind(byte[] state, int bits, NonceRange range) {
    long nonce = range.start();
    for (long i = 0; i < range.tries(); i++) {
      if (HASH.isGround(state, nonce, bits)) {
        return nonce;
      }
      nonce += range.stride();
    }
    return -1;
  }
}
