package org.zarf.prover.constraint;

import java.util.stream.IntStream;

/**
 * A part of a schedule: an operation and its operands, which are nodes, uniform values, constants
 * or column numbers as the operation says.
 */
record Node(Op op, int a, int b, int c) {

  int operand(int i) {
    return switch (i) {
      case 0 -> a;
      case 1 -> b;
      case 2 -> c;
      default -> throw new IndexOutOfBoundsException(i);
    };
  }

  /** The computed values among the operands. */
  int[] operands() {
    return IntStream.range(0, 3).filter(this::isComputed).map(this::operand).toArray();
  }

  /** Whether operand i is a computed value, and not a column or a constant. */
  boolean isComputed(int i) {
    return i < op.operands.length() && isValue(op.operands.charAt(i)) && operand(i) >= 0;
  }

  private static boolean isValue(char kind) {
    return kind == 'b' || kind == 'e';
  }
}
