package org.zarf.prover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zarf.air.Cell;
import org.zarf.air.Circuit;
import org.zarf.air.MaskChip;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.Randomness.Purpose;
import org.zarf.prover.Randomness.Stream;
import org.zarf.stark.Parameters;

/** Fills the rows that hide the others, and the table that takes back the masks of all sums. */
final class Blinding {

  private Blinding() {}

  /**
   * The traces of a proof, in canonical order: when hiding, with random blinding rows and with the
   * mask table.
   *
   * @param circuit the key's circuit
   */
  static List<TableTrace> apply(
      Circuit circuit, Parameters parameters, List<TableTrace> traces, Randomness randomness) {
    var ordered = new ArrayList<>(traces);
    ordered.sort(
        Comparator.comparingInt(TableTrace::slot)
            .thenComparing(TableTrace::logHeight, Comparator.reverseOrder()));
    if (!parameters.hiding()) {
      return ordered;
    }
    int masks = circuit.slots().size() - 1;
    boolean hasMasks = ordered.stream().anyMatch(trace -> trace.slot() == masks);
    for (int i = 0; i < ordered.size(); i++) {
      blind(ordered.get(i), i, parameters, randomness);
    }
    if (!hasMasks) {
      TableTrace trace = maskTable(circuit, parameters, ordered);
      blind(trace, ordered.size(), parameters, randomness);
      ordered.add(trace);
    }
    return ordered;
  }

  private static void blind(
      TableTrace trace, int instance, Parameters parameters, Randomness randomness) {
    int height = trace.height();
    IntStream.range(0, trace.main().length)
        .parallel()
        .forEach(
            column ->
                randomness.fill(
                    new Stream(Purpose.MAIN, instance, column),
                    trace.main()[column],
                    height - parameters.blindingRows(),
                    height));
  }

  private static TableTrace maskTable(
      Circuit circuit, Parameters parameters, List<TableTrace> traces) {
    var defined = Table.of(new MaskChip());
    MaskChip.Row row = defined.row();
    int logHeight = parameters.minLogHeight();
    while ((1 << logHeight) - parameters.blindingRows() < traces.size()) {
      logHeight++;
    }
    int[][] main = new int[defined.table().main().size()][1 << logHeight];
    int used = 0;
    for (int i = 0; i < traces.size(); i++) {
      TableTrace trace = traces.get(i);
      if (circuit.slots().get(trace.slot()).table().isMasked()) {
        int maskRow = trace.height() - parameters.blindingRows();
        main[row.active().column()][used] = KoalaBear.ONE;
        main[row.instance().column()][used] = KoalaBear.of(i);
        for (int k = 0; k < Table.MASK_COLUMNS; k++) {
          Cell random = row.random().get(k);
          main[random.column()][used] = trace.main()[k][maskRow];
        }
        used++;
      }
    }
    return new TableTrace(circuit.slots().size() - 1, logHeight, main, new int[0][]);
  }
}
