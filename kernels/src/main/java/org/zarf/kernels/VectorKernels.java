package org.zarf.kernels;

import static org.zarf.kernels.Lanes.COUNT;

import java.util.Arrays;
import java.util.List;
import org.zarf.algebra.Ext;
import org.zarf.hash.Blake3;
import org.zarf.hash.Blake3Suite;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;
import org.zarf.hash.MerkleTree;
import org.zarf.kernels.Planes.View;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.ScalarKernels;

/** Kernels on the Vector API; what is too small for it goes to the scalar ones. */
public final class VectorKernels implements Kernels {

  private static final Blake3Suite HASH = (Blake3Suite) HashSuite.BLAKE3;
  private static final int WORDS = Digest.WORDS;

  /** The largest blow-up of a transform, so that its rows fit the cache and the twiddles. */
  private static final int MAX_LOG_BLOWUP = 2;

  private final ScalarKernels scalar = new ScalarKernels();
  private final ThreadLocal<VectorHash> leaf =
      ThreadLocal.withInitial(() -> new VectorHash(HASH.leafHash()));
  private final ThreadLocal<VectorHash> node =
      ThreadLocal.withInitial(() -> new VectorHash(HASH.nodeHash()));
  private final ThreadLocal<VectorHash> nodeWithRow =
      ThreadLocal.withInitial(() -> new VectorHash(HASH.nodeWithRowHash()));

  /** The kernels. */
  public VectorKernels() {}

  @Override
  public String name() {
    return "vector, " + Lanes.INTS.vectorBitSize() + " bits";
  }

  @Override
  public void extend(int[] values, int logHeight, int logBlowup, int shift, int[] out) {
    if (logHeight < VectorTransform.MIN_LOG_SIZE) {
      scalar.extend(values, logHeight, logBlowup, shift, out);
    } else {
      VectorTransform.extend(values, logHeight, logBlowup, shift, out);
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
  public void invert(Span a, Span out, int count) {
    scalar.invert(a, out, count);
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
  public void invertExt(Span a, Span out, int count) {
    Planes.invertExt(view(a, count), view(out, count), count);
  }

  private static View view(Span span, int count) {
    return new View(span.array(), span.offset(), count);
  }

  @Override
  public void addWeighted(int[][] columns, List<Ext> weights, int from, Span sum, int count) {
    for (int c = 0; c < columns.length; c++) {
      addScaled(sum, weights.get(c), new Span(columns[c], from), count);
    }
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
  public void hashLeaves(List<Span> columns, int[] salts, Level out, int from, int to) {
    VectorHash hash = leaf.get();
    int saltWords = salts.length == 0 ? 0 : WORDS;
    int[] head = new int[saltWords * COUNT];
    int row = from;
    for (; row + COUNT <= to; row += COUNT) {
      for (int lane = 0; lane < COUNT; lane++) {
        for (int w = 0; w < saltWords; w++) {
          head[w * COUNT + lane] = salts[(row + lane) * WORDS + w];
        }
      }
      hash.hash(head, saltWords, columns, row);
      for (int lane = 0; lane < COUNT; lane++) {
        int position = MerkleTree.reverse(row + lane, out.logCount());
        hash.digest(lane, out.digests(), position * WORDS);
      }
    }
    scalar.hashLeaves(columns, salts, out, row, to);
  }

  @Override
  public void hashNodes(int[] children, List<Span> columns, Level out, int from, int to) {
    VectorHash hash = columns.isEmpty() ? node.get() : nodeWithRow.get();
    int[] head = new int[2 * WORDS * COUNT];
    int index = from;
    for (; index + COUNT <= to; index += COUNT) {
      for (int lane = 0; lane < COUNT; lane++) {
        int child = 2 * WORDS * position(columns, out, index + lane);
        for (int w = 0; w < 2 * WORDS; w++) {
          head[w * COUNT + lane] = children[child + w];
        }
      }
      hash.hash(head, 2 * WORDS, columns, index);
      for (int lane = 0; lane < COUNT; lane++) {
        int position = position(columns, out, index + lane);
        hash.digest(lane, out.digests(), position * WORDS);
      }
    }
    scalar.hashNodes(children, columns, out, index, to);
  }

  /** Nodes that absorb rows are numbered by these, so that the rows are contiguous. */
  private static int position(List<Span> columns, Level out, int index) {
    return columns.isEmpty() ? index : MerkleTree.reverse(index, out.logCount());
  }

  @Override
  public long grind(byte[] state, int bits, NonceRange range) {
    if (bits > Integer.SIZE || range.stride() != 1) {
      return scalar.grind(state, bits, range);
    }
    var hash = new VectorHash(HASH.grindingHash());
    int[] words = new int[WORDS];
    Digest.of(state).write(words, 0);
    int flags = Blake3.KEYED | Blake3.CHUNK_START | Blake3.CHUNK_END | Blake3.ROOT;
    long mask = (1L << bits) - 1;
    for (long i = 0; i < range.tries(); i += COUNT) {
      hash.setState(hash.key());
      for (int w = 0; w < WORDS; w++) {
        Lanes.broadcast(words[w]).intoArray(hash.block, w * COUNT);
      }
      for (int lane = 0; lane < COUNT; lane++) {
        long nonce = range.start() + i + lane;
        hash.block[WORDS * COUNT + lane] = (int) nonce;
        hash.block[(WORDS + 1) * COUNT + lane] = (int) (nonce >>> 32);
      }
      hash.compress(0, 4 * (WORDS + 2), flags);
      for (int lane = 0; lane < COUNT && i + lane < range.tries(); lane++) {
        if ((hash.state[lane] & mask) == 0) {
          return range.start() + i + lane;
        }
      }
    }
    return -1;
  }
}
