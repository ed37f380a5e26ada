package org.zarf.prover.constraint;

/**
 * An operation of a schedule on all rows of a block. Its operands are values over the base field
 * (b), over the extension (e), values that are the same in every row (u, over the extension),
 * constants of the base field or numbers (k), or weighted sums (s).
 */
enum Op {
  /** b + b. */
  ADD("bb", false),
  /** b - b. */
  SUBTRACT("bb", false),
  /** b * b. */
  MULTIPLY("bb", false),
  /** b + k. */
  ADD_CONSTANT("bk", false),
  /** k - b. */
  SUBTRACT_FROM_CONSTANT("bk", false),
  /** b * k. */
  MULTIPLY_CONSTANT("bk", false),
  /** k. */
  CONSTANT("k", false),
  /** A bus column on the current row; its operand is not computed but loaded. */
  LOAD_BUS("k", true),
  /** A bus column on the next row. */
  LOAD_NEXT_BUS("k", true),
  /** u. */
  EXT_UNIFORM("u", true),
  /** e + e. */
  EXT_ADD("ee", true),
  /** e - e. */
  EXT_SUBTRACT("ee", true),
  /** e * e. */
  EXT_MULTIPLY("ee", true),
  /** e + b. */
  EXT_ADD_BASE("eb", true),
  /** e - b. */
  EXT_SUBTRACT_BASE("eb", true),
  /** e * b. */
  EXT_MULTIPLY_BASE("eb", true),
  /** e * k. */
  EXT_MULTIPLY_CONSTANT("ek", true),
  /** e + u. */
  EXT_ADD_UNIFORM("eu", true),
  /** u - e. */
  EXT_SUBTRACT_FROM_UNIFORM("eu", true),
  /** e * u. */
  EXT_MULTIPLY_UNIFORM("eu", true),
  /** b * u. */
  SCALE("bu", true),
  /** e + b * u. */
  ADD_SCALED("ebu", true),
  /** u + b * u. */
  AFFINE("buu", true),
  /** A weighted sum: it stands for the four operations above, which are in graphs only. */
  WEIGHTED_SUM("s", true),
  /** accumulator += b * weight. In graphs only. */
  ADD_WEIGHTED("bkk", false),
  /** accumulator += e * weight. In graphs only. */
  EXT_ADD_WEIGHTED("ekk", false),
  /** accumulator += a weighted sum. */
  ACCUMULATE("sk", false),
  /** output = b. */
  OUTPUT("bk", false),
  /** output = e. */
  EXT_OUTPUT("ek", false);

  /** The kinds of the operands. */
  final String operands;

  /** Whether the result is over the extension. */
  final boolean isExtension;

  Op(String operands, boolean isExtension) {
    this.operands = operands;
    this.isExtension = isExtension;
  }

  /** Whether the operation writes an accumulator or an output, rather than a value. */
  boolean isSink() {
    return ordinal() >= ADD_WEIGHTED.ordinal();
  }
}
