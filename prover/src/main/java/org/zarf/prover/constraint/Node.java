package org.zarf.prover.constraint;

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
}
