package org.zarf.riscv;

import java.util.function.LongFunction;

/** Leaves the interpreter's loop; never leaves the interpreter. */
final class StopSignal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient LongFunction<Exit> exit;

  private StopSignal(LongFunction<Exit> exit) {
    super(null, null, false, false);
    this.exit = exit;
  }

  static StopSignal trap(Cause cause) {
    return new StopSignal(pc -> new Exit.Trapped(cause, pc));
  }

  static StopSignal trapAt(Cause cause, long place) {
    return new StopSignal(_ -> new Exit.Trapped(cause, place));
  }

  static StopSignal outOfMemory(long limit) {
    return new StopSignal(pc -> new Exit.OutOfMemory(limit, pc));
  }

  /** The end of a run that was stopped in the instruction at {@code pc}. */
  Exit exitAt(long pc) {
    return exit.apply(pc);
  }
}
