package org.zarf.kernels;

import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.EVEN;
import static org.zarf.kernels.Lanes.broadcast;
import static org.zarf.kernels.Lanes.load;

import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.prover.kernel.ScalarKernels;

/**
 * Operations element by element. Loops hold one multiplication each: the compiler keeps such loops
 * in registers, and what they read and write stays in the first-level cache.
 */
final class Planes {

  private static final ScalarKernels SCALAR = new ScalarKernels();

  private static final ThreadLocal<int[]> INVERSION = ThreadLocal.withInitial(() -> new int[0]);

  private Planes() {}

  /** Elements of the extension in an array: coefficient e of element i at offset + e stride + i. */
  record View(int[] array, int offset, int stride) {
    int plane(int e) {
      return offset + e * stride;
    }

    /** The elements from an index on. */
    View from(int index) {
      return new View(array, offset + index, stride);
    }

    /** Coefficient e from an index on. */
    Span at(int e, int index) {
      return new Span(array, plane(e) + index);
    }
  }

  /** out[n] = a[2 n], for n below a count that is a multiple of {@link Lanes#COUNT}. */
  static void everySecond(int[] a, int i, int[] out, int k, int count) {
    for (int n = 0; n < count; n += COUNT) {
      int at = i + 2 * n;
      load(a, at).rearrange(EVEN, load(a, at + COUNT)).intoArray(out, k + n);
    }
  }

  static void add(int[] a, int i, int[] b, int j, int[] out, int k, int count) {
    int n = 0;
    for (; n + COUNT <= count; n += COUNT) {
      Lanes.add(load(a, i + n), load(b, j + n)).intoArray(out, k + n);
    }
    for (; n < count; n++) {
      out[k + n] = KoalaBear.add(a[i + n], b[j + n]);
    }
  }

  static void subtract(int[] a, int i, int[] b, int j, int[] out, int k, int count) {
    int n = 0;
    for (; n + COUNT <= count; n += COUNT) {
      Lanes.subtract(load(a, i + n), load(b, j + n)).intoArray(out, k + n);
    }
    for (; n < count; n++) {
      out[k + n] = KoalaBear.sub(a[i + n], b[j + n]);
    }
  }

  static void multiply(int[] a, int i, int[] b, int j, int[] out, int k, int count) {
    int n = 0;
    for (; n + COUNT <= count; n += COUNT) {
      Lanes.multiply(load(a, i + n), load(b, j + n)).intoArray(out, k + n);
    }
    for (; n < count; n++) {
      out[k + n] = KoalaBear.mul(a[i + n], b[j + n]);
    }
  }

  /** out += a * b. */
  static void multiplyAdd(int[] a, int i, int[] b, int j, int[] out, int k, int count) {
    int n = 0;
    for (; n + COUNT <= count; n += COUNT) {
      var product = Lanes.multiply(load(a, i + n), load(b, j + n));
      Lanes.add(load(out, k + n), product).intoArray(out, k + n);
    }
    for (; n < count; n++) {
      out[k + n] = KoalaBear.add(out[k + n], KoalaBear.mul(a[i + n], b[j + n]));
    }
  }

  static void addConstant(int[] a, int i, int constant, int[] out, int k, int count) {
    var c = broadcast(constant);
    int n = 0;
    for (; n + COUNT <= count; n += COUNT) {
      Lanes.add(load(a, i + n), c).intoArray(out, k + n);
    }
    for (; n < count; n++) {
      out[k + n] = KoalaBear.add(a[i + n], constant);
    }
  }

  static void multiplyConstant(int[] a, int i, int constant, int[] out, int k, int count) {
    var c = broadcast(constant);
    var cOverP = broadcast(constant * KoalaBear.P_INVERSE);
    int n = 0;
    for (; n + COUNT <= count; n += COUNT) {
      Lanes.multiply(load(a, i + n), c, cOverP).intoArray(out, k + n);
    }
    for (; n < count; n++) {
      out[k + n] = KoalaBear.mul(a[i + n], constant);
    }
  }

  /** out += a * constant. */
  static void addScaled(int[] a, int i, int constant, int[] out, int k, int count) {
    var c = broadcast(constant);
    var cOverP = broadcast(constant * KoalaBear.P_INVERSE);
    int n = 0;
    for (; n + COUNT <= count; n += COUNT) {
      var product = Lanes.multiply(load(a, i + n), c, cOverP);
      Lanes.add(load(out, k + n), product).intoArray(out, k + n);
    }
    for (; n < count; n++) {
      out[k + n] = KoalaBear.add(out[k + n], KoalaBear.mul(a[i + n], constant));
    }
  }

  /** out = a * b in the extension. */
  static void multiplyExt(View a, View b, View out, int count) {
    ExtProducts.multiply(a, b, out, count);
  }

  /** out = a * constant in the extension. */
  static void multiplyExtConstant(View a, Ext constant, View out, int count) {
    WeightedSums.multiply(a, constant, out, count);
  }

  /** Inverts by halves: the inverse of a product gives those of its two factors. */
  static void invertExt(View a, View out, int count) {
    int[] scratch = INVERSION.get();
    if (scratch.length < 2 * Ext.DEGREE * count) {
      scratch = new int[2 * Ext.DEGREE * count];
      INVERSION.set(scratch);
    }
    invertExt(a, out, count, scratch, 0);
  }

  /** Inverts, with scratch memory for ten planes from an index on. */
  private static void invertExt(View a, View out, int count, int[] scratch, int at) {
    if (count < 2 * COUNT || (count & 1) == 1) {
      invertSingly(a, out, count);
      return;
    }
    int half = count / 2;
    var products = new View(scratch, at, half);
    var lower = new View(scratch, at + Ext.DEGREE * half, half);
    multiplyExt(a, a.from(half), products, half);
    invertExt(products, products, half, scratch, at + 2 * Ext.DEGREE * half);
    multiplyExt(products, a.from(half), lower, half);
    multiplyExt(products, a, out.from(half), half);
    for (int e = 0; e < Ext.DEGREE; e++) {
      System.arraycopy(scratch, lower.plane(e), out.array, out.plane(e), half);
    }
  }

  /** The same in the base field. */
  static void invert(int[] a, int i, int[] out, int k, int count) {
    if (count < 2 * COUNT || (count & 1) == 1) {
      SCALAR.invert(new Span(a, i), new Span(out, k), count);
      return;
    }
    int half = count / 2;
    int[] products = new int[count];
    multiply(a, i, a, i + half, products, 0, half);
    invert(products, 0, products, 0, half);
    multiply(products, 0, a, i + half, products, half, half);
    multiply(products, 0, a, i, out, k + half, half);
    System.arraycopy(products, half, out, k, half);
  }

  private static void invertSingly(View a, View out, int count) {
    Ext[] values = new Ext[count];
    for (int i = 0; i < count; i++) {
      int[] c = new int[Ext.DEGREE];
      for (int e = 0; e < Ext.DEGREE; e++) {
        c[e] = a.array[a.plane(e) + i];
      }
      values[i] = Ext.at(c, 0);
    }
    Ext[] inverses = Ext.inverses(values);
    for (int i = 0; i < count; i++) {
      for (int e = 0; e < Ext.DEGREE; e++) {
        out.array[out.plane(e) + i] = inverses[i].coefficient(e);
      }
    }
  }
}
