package org.zarf.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digests;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;
import org.zarf.prover.kernel.ScalarKernels;

/** What benchmarks run on: the same random elements every time. */
final class Inputs {

  private final SplittableRandom random = new SplittableRandom(1);

  /** Kernels by the value of a benchmark's parameter: "scalar" or "vector". */
  static Kernels kernels(String name) {
    Kernels kernels = name.equals("scalar") ? new ScalarKernels() : Kernels.best();
    if (!kernels.name().startsWith(name)) {
      throw new IllegalStateException(
          "no " + name + " kernels: the JVM needs --add-modules jdk.incubator.vector");
    }
    return kernels;
  }

  /** Elements other than 0, which all kernels take. */
  int[] elements(int count) {
    return random.ints(count, 1, KoalaBear.P).toArray();
  }

  /** Such elements from the start of an array. */
  Span span(int count) {
    return new Span(elements(count), 0);
  }

  /** An element of the extension. */
  Ext ext() {
    return Ext.at(elements(Ext.DEGREE), 0);
  }

  /** Columns of a matrix, each an array of its own. */
  int[][] columns(int count, int height) {
    int[][] columns = new int[count][];
    Arrays.setAll(columns, _ -> elements(height));
    return columns;
  }

  /** Columns of a matrix in one array, one after the other. */
  List<Span> spans(int count, int height) {
    int[] matrix = elements(count * height);
    return IntStream.range(0, count).mapToObj(i -> new Span(matrix, i * height)).toList();
  }

  /** Digests. */
  Digests digests(int count) {
    return new Digests(count, random.ints(Digests.size(count)).toArray());
  }
}
