package org.zarf.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.zarf.prover.ProverOptions.Progress;

/**
 * Shows how far proving is: on a terminal as a bar with the stage and the time left, elsewhere as a
 * line for each stage.
 */
final class ProgressDisplay implements Progress, AutoCloseable {

  private static final int BAR_WIDTH = 28;
  private static final int LINE_WIDTH = 78;
  private static final long REDRAW_MILLIS = 200;

  private final PrintStream out;
  private final boolean isBar;
  private final Timer timer = new Timer("progress", true);
  private final long start = System.nanoTime();
  private String stage = "";
  private double fraction;
  private long stageStart = start;
  private boolean isClosed;

  ProgressDisplay(Streams streams, boolean quiet) {
    this.out = quiet ? Streams.nowhere() : streams.err();
    this.isBar = streams.isTerminal() && !quiet;
    if (isBar) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              draw();
            }
          },
          REDRAW_MILLIS,
          REDRAW_MILLIS);
    }
  }

  @Override
  public synchronized void stage(String name, double done) {
    stage = name;
    // Grinding comes twice; a bar does not go back.
    fraction = Math.max(fraction, done);
    stageStart = System.nanoTime();
    if (isBar) {
      draw();
    } else {
      out.printf(Locale.ROOT, "%3.0f %%  %s%n", 100 * fraction, name);
    }
  }

  /** Nothing is drawn before there is something to tell: the guest may be printing. */
  private synchronized void draw() {
    if (isClosed || fraction == 0) {
      return;
    }
    int filled = (int) (BAR_WIDTH * fraction);
    String bar = "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled);
    String line =
        String.format(
            Locale.ROOT, "[%s] %3.0f %%  %-24s %s", bar, 100 * fraction, stage, timeLeft());
    out.print("\r" + pad(line));
    out.flush();
  }

  /** By the time that the stages so far took, and the share that they are of the whole. */
  private String timeLeft() {
    double whole = (stageStart - start) / fraction;
    double left = whole - (System.nanoTime() - start);
    return left < 1e9 ? "" : Math.round(left / 1e9) + " s left";
  }

  private static String pad(String line) {
    return line.length() >= LINE_WIDTH
        ? line.substring(0, LINE_WIDTH)
        : line + " ".repeat(LINE_WIDTH - line.length());
  }

  /** Ends the display; a bar disappears. */
  @Override
  public synchronized void close() {
    isClosed = true;
    timer.cancel();
    if (isBar) {
      out.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
      out.flush();
    }
  }
}
