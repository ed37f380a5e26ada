package org.zarf.sdk;

import org.zarf.riscv.Run;

/** A run that did not reach its end: it trapped or ran out of cycles or memory. */
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
