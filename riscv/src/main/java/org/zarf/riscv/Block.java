package org.zarf.riscv;

/**
 * Compiled instructions that are executed one after the other, with one way in, the first.
 *
 * @param number counts the blocks of all regions
 * @param indices of the instructions
 */
record Block(int number, int[] indices) {

  int start() {
    return indices[0];
  }

  int last() {
    return indices[indices.length - 1];
  }

  int size() {
    return indices.length;
  }

  /** The place of an instruction, or -1. */
  int placeOf(int index) {
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] == index) {
        return i;
      }
    }
    return -1;
  }
}
