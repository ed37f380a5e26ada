package org.zarf.sdk;

import org.zarf.riscv.Run;

/**
 * A run that did not reach its end, since it trapped or ran out of memory, or one that ended with
 * an exit code that is not to be proved.
 */
public final class RunFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Run run;

  RunFailedException(String message, Run run) {
    super(message);
    this.run = run;
  }

  /** The run up to where it stopped. */
  public Run run() {
    return run;
  }
}
