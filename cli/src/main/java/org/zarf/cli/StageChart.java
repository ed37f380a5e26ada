package org.zarf.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.zarf.prover.ProofReport.Stage;

/**
 * Where the time goes, as a picture: a bar for each stage.
 *
 * @param title what was measured
 * @param stages the stages, in order
 */
record StageChart(String title, List<Stage> stages) {

  private static final int WIDTH = 820;
  private static final int ROW = 22;
  private static final int TOP = 44;
  private static final int NAMES = 200;
  private static final int BARS = 380;

  /** The picture, in SVG. */
  byte[] svg() {
    long whole = Math.max(1, stages.stream().mapToLong(Stage::nanos).sum());
    long longest = Math.max(1, stages.stream().mapToLong(Stage::nanos).max().orElse(1));
    int height = TOP + ROW * stages.size() + 12;
    var svg = new StringBuilder();
    svg.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                .formatted(WIDTH, height))
        .append(" font-family=\"sans-serif\" font-size=\"13\">\n")
        .append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n")
        .append(text(12, 26, "start", title));
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      int y = TOP + ROW * i;
      long width = Math.max(1, BARS * stage.nanos() / longest);
      svg.append(text(NAMES - 8, y + 15, "end", stage.name()))
          .append(
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#4a78b5\"/>\n"
                  .formatted(NAMES, y + 3, width, ROW - 6))
          .append(text(NAMES + width + 8, y + 15, "start", label(stage, whole)));
    }
    return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String label(Stage stage, long whole) {
    String label = Figures.nanos(stage.nanos()) + ", " + Figures.percent(stage.nanos(), whole);
    return stage.cells() == 0
        ? label
        : label
            + String.format(
                Locale.ROOT, ", %.1f ns per cell", (double) stage.nanos() / stage.cells());
  }

  private static String text(long x, int y, String anchor, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
        .formatted(x, y, anchor, escaped);
  }
}
