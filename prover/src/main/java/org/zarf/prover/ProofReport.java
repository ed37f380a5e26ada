package org.zarf.prover;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.zarf.stark.Proof;

/**
 * A proof, and what making it took.
 *
 * @param proof the proof
 * @param stages what was done, in order
 */
public record ProofReport(Proof proof, List<Stage> stages) {

  /**
   * A part of the work.
   *
   * @param name what was done
   * @param nanos how long it took
   * @param cells how many base-field cells of traces it worked on; 0 where that says nothing
   */
  public record Stage(String name, long nanos, long cells) {}

  /** Measures stages one after the other. */
  static final class Watch {
    private final List<Stage> stages = new ArrayList<>();
    private final ProverOptions options;
    private String name = "";
    private long cells;
    private long start;

    Watch(ProverOptions options) {
      this.options = options;
    }

    /** Ends the last stage and begins another. */
    void begin(String stage, double fraction, long workedCells) {
      end();
      if (options.cancelled().getAsBoolean()) {
        throw new CancellationException("proving was cancelled");
      }
      options.progress().stage(stage, fraction);
      name = stage;
      cells = workedCells;
      start = System.nanoTime();
    }

    /** Ends the last stage. */
    List<Stage> end() {
      if (!name.isEmpty()) {
        stages.add(new Stage(name, System.nanoTime() - start, cells));
      }
      name = "";
      return List.copyOf(stages);
    }
  }
}
