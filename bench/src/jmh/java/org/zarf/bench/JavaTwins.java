package org.zarf.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.zarf.hash.Digests;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;

/** The vector kernels. */
final class JavaTwins implements Twins {

  private final Kernels kernels = Inputs.kernels("vector");

  @Override
  public void extend(int[] values, int logHeight, int logBlowup, int shift, int[] out) {
    kernels.extend(values, logHeight, logBlowup, shift, out);
  }

  @Override
  public void multiply(int[] a, int[] b, int[] out, int times) {
    var left = new Span(a, 0);
    var right = new Span(b, 0);
    var product = new Span(out, 0);
    for (int i = 0; i < times; i++) {
      kernels.multiply(left, right, product, out.length);
    }
  }

  @Override
  public void hashLeaves(int[] matrix, int columns, int[] out) {
    int height = matrix.length / columns;
    List<Span> spans =
        IntStream.range(0, columns).mapToObj(i -> new Span(matrix, i * height)).toList();
    kernels.hashLeaves(spans, Digests.zeros(0), new Digests(height, out), 0, height);
  }
}
