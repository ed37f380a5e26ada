package org.zarf.sdk;

import java.util.List;
import java.util.Locale;
import org.zarf.air.LogUp;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;
import org.zarf.machine.Machine;
import org.zarf.stark.Parameters;

/**
 * How much memory proving takes, by what the prover keeps: traces, the columns on their evaluation
 * domains, trees and salts.
 *
 * @param bytes the estimate
 */
public record ProvingEstimate(long bytes) {

  /** What a JVM with all tables of constants takes before the first column. */
  private static final long BASE_BYTES = 256L << 20;

  /** Trees that are alive together: main, bus, quotient, and as much again for FRI and salts. */
  private static final int TREES = 4;

  /** The estimate for some filled tables. */
  public static ProvingEstimate of(List<TableTrace> traces, Parameters parameters) {
    long bytes = BASE_BYTES;
    int tallest = 0;
    for (TableTrace trace : traces) {
      Table table = Machine.circuit().slots().get(trace.slot()).table();
      long bus = (long) Ext.DEGREE * LogUp.of(table, parameters.hiding()).batches().size();
      long quotient = (long) Ext.DEGREE * parameters.quotientChunkCount();
      long main = table.main().size();
      long perRow = 2 * main + bus + parameters.blowup() * (main + bus + quotient);
      bytes += Integer.BYTES * perRow * trace.height();
      tallest = Math.max(tallest, trace.logHeight());
    }
    long domain = (long) parameters.blowup() << tallest;
    bytes += domain * (TREES * 2L * Digest.BYTES + 4L * Ext.DEGREE * Integer.BYTES);
    return new ProvingEstimate(bytes);
  }

  /**
   * Refuses what does not fit.
   *
   * @throws TooLargeException if the estimate is above the limit
   */
  void requireFits(long limit) throws TooLargeException {
    if (bytes > limit) {
      throw new TooLargeException(
          "proving this run takes about " + gib(bytes) + " of memory; the limit is " + gib(limit));
    }
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
