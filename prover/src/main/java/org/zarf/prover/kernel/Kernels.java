package org.zarf.prover.kernel;

import java.util.List;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digests;

/**
 * Operations on arrays of KoalaBear elements in Montgomery form. "Planes" are five runs of {@code
 * count} elements, one after the other, that hold the coefficients of {@code count} elements of the
 * extension. Output ranges may equal input ranges, but not overlap them otherwise.
 */
public interface Kernels {

  /** A range of an array, by its start; the operation says how long it is. */
  record Span(int[] array, int offset) {}

  /** What these kernels run on, for people: say, "scalar" or "vector, 512 bits". */
  String name();

  // Transforms.

  /**
   * The values of a polynomial f on the coset shift * H of size 2^(logHeight + logBlowup), from
   * those on the group H of size 2^logHeight.
   *
   * @param values 2^logHeight elements, not changed
   * @param out 2^(logHeight + logBlowup) elements
   * @param remainders of f(shift * X), which are filled; each of at most 2^logHeight coefficients
   */
  void extend(int[] values, Extension extension, int[] out, List<Remainder> remainders);

  /** From which group to which coset a polynomial is extended. */
  record Extension(int logHeight, int logBlowup, int shift) {}

  /**
   * A polynomial modulo X^(2^logSize) - constant.
   *
   * @param out takes 2^logSize coefficients, lowest first
   */
  record Remainder(int logSize, int constant, int[] out) {}

  /** The values of a polynomial on a coset, without remainders. */
  default void extend(int[] values, int logHeight, int logBlowup, int shift, int[] out) {
    extend(values, new Extension(logHeight, logBlowup, shift), out, List.of());
  }

  /**
   * The coefficients of the polynomial of degree below 2^logSize with some values on shift * H.
   *
   * @param values 2^logSize elements, replaced by the coefficients, lowest first
   */
  void interpolate(int[] values, int logSize, int shift);

  /**
   * The values of a polynomial on shift * H of size 2^logSize.
   *
   * @param coefficients 2^logCount elements, lowest first, not changed
   * @param out 2^logSize elements
   */
  void evaluate(int[] coefficients, int logCount, int logSize, int shift, int[] out);

  // Element by element.

  /** out = a + b. */
  void add(Span a, Span b, Span out, int count);

  /** out = a - b. */
  void subtract(Span a, Span b, Span out, int count);

  /** out = a * b. */
  void multiply(Span a, Span b, Span out, int count);

  /** out = a + constant. */
  void addConstant(Span a, int constant, Span out, int count);

  /** out = a * constant. */
  void multiplyConstant(Span a, int constant, Span out, int count);

  /** out = every 2^logStep-th element of a, from the first on. */
  void select(Span a, int logStep, Span out, int count);

  /** The sum of the products of every 2^logStep-th value, from the first on, and planes. */
  Ext dotExt(Span values, int logStep, Span planes, int count);

  /** out = 1 / a, by one inversion for all; no element may be 0. */
  void invert(Span a, Span out, int count);

  /** Planes: out = a * b. */
  void multiplyExt(Span a, Span b, Span out, int count);

  /** Planes a times elements b of the base field. */
  void multiplyExtByBase(Span a, Span b, Span out, int count);

  /** Planes: out = a * constant. */
  void multiplyExtConstant(Span a, Ext constant, Span out, int count);

  /** Planes: sum = sum + constant * (elements a of the base field). */
  void addScaled(Span sum, Ext constant, Span a, int count);

  /** Planes: out = start + the terms. */
  void addTerms(Span start, Terms terms, Span out, int count);

  /** Planes: out = 1 / a, by one inversion for all; no element may be 0. */
  void invertExt(Span a, Span out, int count);

  // Folding.

  /**
   * Folds a layer of FRI: with f(x) = sum x^u f_u(x^k), k = 2^logFold, the next layer is sum beta^u
   * f_u, on the k-th powers of the points shift * w^j.
   *
   * @param layer five arrays of 2^logSize values
   * @param out five arrays of 2^(logSize - logFold) values, filled in [from, to)
   */
  void fold(int[][] layer, FoldStep step, int[][] out, int from, int to);

  /** A step of folding. */
  record FoldStep(int logSize, int logFold, int shift, Ext beta) {}

  // Hashing (BLAKE3).

  /**
   * Hashes rows to leaves, for the rows in [from, to).
   *
   * @param columns one span for each column, which starts at row 0
   * @param salts one for each row, or none at all
   * @param out the level of the leaves
   */
  void hashLeaves(List<Span> columns, Digests salts, Digests out, int from, int to);

  /**
   * Hashes the digests r and r + out.count() to their parent r, for r in [from, to).
   *
   * @param children twice as many digests as out
   * @param columns the columns whose row r the parent absorbs; may be empty
   */
  void hashNodes(Digests children, List<Span> columns, Digests out, int from, int to);

  /**
   * Keyed BLAKE3 with a long output: sixteen blocks from a number on, word w of block first + i at
   * 16 w + i.
   *
   * @param key eight words
   * @param message one block
   * @param messageBytes how long the message is
   * @param first the number of the first block
   * @param out takes 256 words from an offset on
   */
  void expand(int[] key, int[] message, int messageBytes, int first, Span out);

  /**
   * The first nonce of a range that shows so many bits of work on a state of 32 bytes, or -1 if
   * there is none.
   */
  long grind(byte[] state, int bits, NonceRange range);

  /** The nonces start, start + stride, .., {@code tries} of them. */
  record NonceRange(long start, long stride, long tries) {}

  /** The fastest kernels that this JVM was started with the means for. */
  static Kernels best() {
    return KernelProvider.best();
  }
}
