package org.zarf.compiler;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.zarf.toolchain.CompiledKit;
import org.zarf.toolchain.ToolchainException;

/** The guest kit as Java needs it: compiled once in each JVM, while TeaVM translates. */
final class JavaKit {

  private static @Nullable FutureTask<CompiledKit> compilation;

  private JavaKit() {}

  /** Begins to compile it, unless that was done; what fails is said to who waits for it. */
  static void begin() {
    var _ = compilation();
  }

  /** After a failure it begins anew: a compiler may have been installed. */
  private static synchronized FutureTask<CompiledKit> compilation() {
    FutureTask<CompiledKit> known = compilation;
    if (known != null && known.state() != FutureTask.State.FAILED) {
      return known;
    }
    var task = new FutureTask<>(() -> CompiledKit.with(CProgram.FLAGS));
    compilation = task;
    Thread.ofPlatform().name("zarf-kit").start(task);
    return task;
  }

  /** Waits until it is compiled. */
  static CompiledKit await() throws ToolchainException {
    try {
      return compilation().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the guest kit is compiled", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ToolchainException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    }
  }
}
