package org.zarf.kernels;

import static org.zarf.kernels.Lanes.COUNT;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.VectorOperators;
import org.zarf.algebra.Ext;
import org.zarf.hash.Blake3;
import org.zarf.hash.Blake3Suite;
import org.zarf.hash.Digest;
import org.zarf.hash.Digests;
import org.zarf.hash.HashSuite;
import org.zarf.kernels.Planes.View;
import org.zarf.kernels.VectorHash.Head;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.prover.kernel.Terms;

/** Kernels on the Vector API; what is too small for it goes to the scalar ones. */
public final class VectorKernels implements Kernels {

  private static final Blake3Suite HASH = (Blake3Suite) HashSuite.BLAKE3;
  private static final int WORDS = Digest.WORDS;

  /** The largest blow-up of a transform, so that its rows fit the cache and the twiddles. */
  private static final int MAX_LOG_BLOWUP = 2;

  private final ScalarKernels scalar = new ScalarKernels();
  private final ThreadLocal<VectorHash> leaf =
      ThreadLocal.withInitial(() -> new VectorHash(HASH.leafHash().key()));
  private final ThreadLocal<VectorHash> node =
      ThreadLocal.withInitial(() -> new VectorHash(HASH.nodeHash().key()));
  private final ThreadLocal<VectorHash> nodeWithRow =
      ThreadLocal.withInitial(() -> new VectorHash(HASH.nodeWithRowHash().key()));

  private final ThreadLocal<VectorHash> output =
      ThreadLocal.withInitial(() -> new VectorHash(new int[WORDS]));

  /** The kernels. */
  public VectorKernels() {}

  @Override
  public String name() {
    return "vector, " + Lanes.INTS.vectorBitSize() + " bits";
  }

  @Override
  public void extend(int[] values, Extension extension, int[] out, List<Remainder> remainders) {
    if (extension.logHeight() < VectorTransform.MIN_LOG_SIZE) {
      scalar.extend(values, extension, out, remainders);
    } else {
      VectorTransform.extend(values, extension, out, remainders);
    }
  }

  @Override
  public void interpolate(int[] values, int logSize, int shift) {
    if (logSize < VectorTransform.MIN_LOG_SIZE) {
      scalar.interpolate(values, logSize, shift);
    } else {
      VectorTransform.interpolate(values, logSize, shift);
    }
  }

  @Override
  public void evaluate(int[] coefficients, int logCount, int logSize, int shift, int[] out) {
    if (logSize - logCount > MAX_LOG_BLOWUP) {
      // Rows would grow beyond the twiddles: some of the zeros are coefficients like others.
      int logPadded = logSize - MAX_LOG_BLOWUP;
      int[] padded = Arrays.copyOf(coefficients, 1 << logPadded);
      Arrays.fill(padded, 1 << logCount, padded.length, 0);
      evaluate(padded, logPadded, logSize, shift, out);
    } else if (logCount < VectorTransform.MIN_LOG_SIZE) {
      scalar.evaluate(coefficients, logCount, logSize, shift, out);
    } else {
      VectorTransform.evaluate(coefficients, logCount, logSize, shift, out);
    }
  }

  @Override
  public void add(Span a, Span b, Span out, int count) {
    Planes.add(a.array(), a.offset(), b.array(), b.offset(), out.array(), out.offset(), count);
  }

  @Override
  public void subtract(Span a, Span b, Span out, int count) {
    Planes.subtract(a.array(), a.offset(), b.array(), b.offset(), out.array(), out.offset(), count);
  }

  @Override
  public void multiply(Span a, Span b, Span out, int count) {
    Planes.multiply(a.array(), a.offset(), b.array(), b.offset(), out.array(), out.offset(), count);
  }

  @Override
  public void addConstant(Span a, int constant, Span out, int count) {
    Planes.addConstant(a.array(), a.offset(), constant, out.array(), out.offset(), count);
  }

  @Override
  public void multiplyConstant(Span a, int constant, Span out, int count) {
    Planes.multiplyConstant(a.array(), a.offset(), constant, out.array(), out.offset(), count);
  }

  @Override
  public void select(Span a, int logStep, Span out, int count) {
    // Domains have twice the height of their tables, and blocks are powers of two.
    if (logStep == 1 && count % COUNT == 0) {
      Planes.everySecond(a.array(), a.offset(), out.array(), out.offset(), count);
    } else {
      scalar.select(a, logStep, out, count);
    }
  }

  @Override
  public Ext dotExt(Span values, int logStep, Span planes, int count) {
    return logStep == 1 && count % COUNT == 0
        ? DotProduct.ofPairs(values, view(planes, count), count)
        : scalar.dotExt(values, logStep, planes, count);
  }

  @Override
  public void invert(Span a, Span out, int count) {
    Planes.invert(a.array(), a.offset(), out.array(), out.offset(), count);
  }

  @Override
  public void multiplyExt(Span a, Span b, Span out, int count) {
    Planes.multiplyExt(view(a, count), view(b, count), view(out, count), count);
  }

  @Override
  public void multiplyExtByBase(Span a, Span b, Span out, int count) {
    for (int e = Ext.DEGREE - 1; e >= 0; e--) {
      int at = e * count;
      Planes.multiply(
          a.array(), a.offset() + at, b.array(), b.offset(), out.array(), out.offset() + at, count);
    }
  }

  @Override
  public void multiplyExtConstant(Span a, Ext constant, Span out, int count) {
    Planes.multiplyExtConstant(view(a, count), constant, view(out, count), count);
  }

  @Override
  public void addScaled(Span sum, Ext constant, Span a, int count) {
    for (int e = 0; e < Ext.DEGREE; e++) {
      Planes.addScaled(
          a.array(),
          a.offset(),
          constant.coefficient(e),
          sum.array(),
          sum.offset() + e * count,
          count);
    }
  }

  @Override
  public void addTerms(Span start, Terms terms, Span out, int count) {
    WeightedSums.add(view(start, count), terms, view(out, count), count);
  }

  @Override
  public void invertExt(Span a, Span out, int count) {
    Planes.invertExt(view(a, count), view(out, count), count);
  }

  private static View view(Span span, int count) {
    return new View(span.array(), span.offset(), count);
  }

  @Override
  public void fold(int[][] layer, FoldStep step, int[][] out, int from, int to) {
    if (to - from < COUNT) {
      scalar.fold(layer, step, out, from, to);
    } else {
      VectorFold.fold(layer, step, out, from, to);
    }
  }

  @Override
  public void hashLeaves(List<Span> columns, Digests salts, Digests out, int from, int to) {
    var head = salts.count() == 0 ? Head.NONE : new Head(salts, WORDS, 0);
    int done = hash(leaf.get(), head, columns, out, from, to);
    scalar.hashLeaves(columns, salts, out, done, to);
  }

  @Override
  public void hashNodes(Digests children, List<Span> columns, Digests out, int from, int to) {
    VectorHash hash = columns.isEmpty() ? node.get() : nodeWithRow.get();
    int done = from;
    // The second children of fewer rows do not stand together.
    if (out.count() >= Digests.GROUP) {
      done = hash(hash, new Head(children, 2 * WORDS, out.count()), columns, out, from, to);
    }
    scalar.hashNodes(children, columns, out, done, to);
  }

  /** Hashes as many whole vectors of rows as there are, and says where it ends. */
  private static int hash(
      VectorHash hash, Head head, List<Span> columns, Digests out, int from, int to) {
    int row = from;
    if (from % COUNT == 0) {
      for (int end = to - to % COUNT; row < end; ) {
        int rows = Math.min(VectorHash.BATCH, end - row);
        hash.hash(head, columns, row, rows, out);
        row += rows;
      }
    }
    return row;
  }

  @Override
  public void expand(int[] key, int[] message, int messageBytes, int first, Span out) {
    var hash = output.get();
    for (int w = 0; w < Blake3.BLOCK_WORDS; w++) {
      Lanes.broadcast(message[w]).intoArray(hash.block, w * COUNT);
    }
    for (int i = 0; i < Digests.GROUP; i += COUNT) {
      hash.setChainingValue(key);
      hash.compress(1, first + i, messageBytes, Blake3.KEYED_OUTPUT);
      for (int w = 0; w < WORDS; w++) {
        var low = Lanes.load(hash.work, w * COUNT);
        var high = Lanes.load(hash.work, (WORDS + w) * COUNT);
        int at = out.offset() + Digests.GROUP * w + i;
        low.lanewise(VectorOperators.XOR, high).intoArray(out.array(), at);
        high.lanewise(VectorOperators.XOR, key[w])
            .intoArray(out.array(), at + WORDS * Digests.GROUP);
      }
    }
  }

  @Override
  public long grind(byte[] state, int bits, NonceRange range) {
    if (bits > Integer.SIZE || range.stride() != 1) {
      return scalar.grind(state, bits, range);
    }
    int[] key = HASH.grindingHash().key();
    var hash = new VectorHash(key);
    int[] words = new int[WORDS];
    Digest.of(state).write(words, 0);
    int flags = Blake3.KEYED | Blake3.CHUNK_START | Blake3.CHUNK_END | Blake3.ROOT;
    long mask = (1L << bits) - 1;
    for (int w = 0; w < WORDS; w++) {
      Lanes.broadcast(words[w]).intoArray(hash.block, w * COUNT);
    }
    for (long i = 0; i < range.tries(); i += COUNT) {
      hash.setChainingValue(key);
      for (int lane = 0; lane < COUNT; lane++) {
        long nonce = range.start() + i + lane;
        hash.block[WORDS * COUNT + lane] = (int) nonce;
        hash.block[(WORDS + 1) * COUNT + lane] = (int) (nonce >>> 32);
      }
      hash.compress(0, 0, 4 * (WORDS + 2), flags);
      for (int lane = 0; lane < COUNT && i + lane < range.tries(); lane++) {
        if (((hash.work[lane] ^ hash.work[WORDS * COUNT + lane]) & mask) == 0) {
          return range.start() + i + lane;
        }
      }
    }
    return -1;
  }
}
