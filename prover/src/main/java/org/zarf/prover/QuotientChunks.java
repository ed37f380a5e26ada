package org.zarf.prover;

import static org.zarf.algebra.KoalaBear.add;
import static org.zarf.algebra.KoalaBear.sub;

import java.util.stream.IntStream;
import org.zarf.algebra.Ext;
import org.zarf.prover.Randomness.Purpose;
import org.zarf.prover.Randomness.Stream;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.Domain;
import org.zarf.stark.Parameters;

/**
 * Cuts a quotient into polynomials of degree below the height. When hiding, with stride m: q_0 +
 * X^m r_0, q_1 - r_0 + X^m r_1, q_2 - r_1, with random r_i.
 */
final class QuotientChunks {

  private QuotientChunks() {}

  /**
   * Fills columns with the values of the chunks on the evaluation domain: five for each chunk.
   *
   * @param coefficients the quotient's coefficients, five columns
   * @param instance whose quotient it is, which names its random values
   */
  static void fill(
      int[][] columns,
      int[][] coefficients,
      int instance,
      Parameters parameters,
      ProverOptions options) {
    Kernels kernels = options.kernels();
    int logDomain = Integer.numberOfTrailingZeros(columns[0].length);
    int logHeight = logDomain - parameters.logBlowup();
    IntStream.range(0, Ext.DEGREE)
        .parallel()
        .forEach(
            e -> {
              int[] stream = {instance, e};
              int[][] parts = cut(coefficients[e], logHeight, stream, parameters, options);
              for (int c = 0; c < parts.length; c++) {
                int[] out = columns[Ext.DEGREE * c + e];
                kernels.evaluate(parts[c], logHeight, logDomain, Domain.SHIFT, out);
              }
            });
  }

  private static int[][] cut(
      int[] coefficients,
      int logHeight,
      int[] stream,
      Parameters parameters,
      ProverOptions options) {
    int height = 1 << logHeight;
    int stride = parameters.chunkStride(height);
    int chunks = parameters.quotientChunkCount();
    int[][] parts = new int[chunks][height];
    for (int c = 0; c < chunks; c++) {
      int length = Math.min(stride, coefficients.length - c * stride);
      System.arraycopy(coefficients, c * stride, parts[c], 0, length);
    }
    int count = parameters.chunkMaskCount();
    for (int c = 0; c + 1 < chunks && count > 0; c++) {
      int[] mask = new int[count];
      int index = stream[1] * chunks + c;
      options.randomness().get().fill(new Stream(Purpose.CHUNKS, stream[0], index), mask, 0, count);
      for (int i = 0; i < count; i++) {
        parts[c][stride + i] = add(parts[c][stride + i], mask[i]);
        parts[c + 1][i] = sub(parts[c + 1][i], mask[i]);
      }
    }
    return parts;
  }
}
