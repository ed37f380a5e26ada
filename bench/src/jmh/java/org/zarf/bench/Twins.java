package org.zarf.bench;

/**
 * The three kernels that exist in C, too, on whole arrays: the Java ones and their twins take the
 * same arguments and must fill the same arrays.
 */
interface Twins {

  /** See {@link org.zarf.prover.kernel.Kernels#extend}; logHeight is from 8 to 20. */
  void extend(int[] values, int logHeight, int logBlowup, int shift, int[] out);

  /** out = a * b, time and again. */
  void multiply(int[] a, int[] b, int[] out, int times);

  /**
   * Hashes the rows of a matrix to leaves without salts.
   *
   * @param matrix column after column, at most 256 of them; the height is a multiple of sixteen
   * @param out the words of the leaves
   */
  void hashLeaves(int[] matrix, int columns, int[] out);

  /** Twins by the value of a benchmark's parameter: "java" or "c". */
  static Twins named(String name) {
    return name.equals("c") ? new CTwins() : new JavaTwins();
  }
}
