package org.zarf.prover;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.zarf.prover.constraint.ExtraCoset;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Extension;
import org.zarf.prover.kernel.Kernels.Remainder;
import org.zarf.stark.Domain;
import org.zarf.stark.Parameters;

/** Extends columns from the rows of a table to the points where proofs need them. */
record Extender(Parameters parameters, Kernels kernels, Workspace memory) {

  /**
   * Extended columns.
   *
   * @param domain the values on the evaluation domain
   * @param extra when hiding, the entries on the extra coset; otherwise empty
   */
  record Extended(int[][] domain, int[][] extra) {}

  /**
   * Extends, on all threads of the pool that it is called from.
   *
   * @param isReadAhead which columns some constraint reads in the next row
   */
  Extended extend(int[][] columns, int logHeight, IntPredicate isReadAhead) {
    int[][] extended = new int[columns.length][];
    int[][] extra = new int[columns.length][0];
    IntStream.range(0, columns.length)
        .parallel()
        .forEach(
            c -> {
              int[] out = memory.take(columns[c].length << parameters.logBlowup());
              extra[c] = extend(columns[c], logHeight, isReadAhead.test(c), out);
              extended[c] = out;
            });
    return new Extended(extended, extra);
  }

  private int[] extend(int[] column, int logHeight, boolean isReadAhead, int[] out) {
    var extension = new Extension(logHeight, parameters.logBlowup(), Domain.SHIFT);
    if (!parameters.hiding()) {
      kernels.extend(column, extension, out, List.of());
      return new int[0];
    }
    var coset = ExtraCoset.of(parameters);
    List<Remainder> remainders = coset.remainders(logHeight, isReadAhead);
    kernels.extend(column, extension, out, remainders);
    return coset.values(remainders, logHeight, kernels);
  }
}
