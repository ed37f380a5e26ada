package org.zarf.prover.constraint;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Works on blocks of rows, on all threads of the pool that it is called from. */
final class RowBlocks {

  /** Shares of the work for each thread: enough that none waits long for another. */
  private static final int SHARES = 4;

  private RowBlocks() {}

  /** What one thread does, with scratch memory of its own. */
  interface Work {
    void accept(int index, Inputs.Rows.Block block);
  }

  /**
   * Does all blocks.
   *
   * @param work makes the work of one thread
   */
  static void forEach(List<Inputs.Rows.Block> blocks, Supplier<Work> work) {
    ForkJoinPool pool = ForkJoinTask.getPool();
    int threads = (pool == null ? ForkJoinPool.commonPool() : pool).getParallelism();
    int shares = Math.min(blocks.size(), SHARES * Math.max(1, threads));
    IntStream.range(0, shares)
        .parallel()
        .forEach(
            share -> {
              int from = (int) ((long) share * blocks.size() / shares);
              int to = (int) ((share + 1L) * blocks.size() / shares);
              Work own = work.get();
              for (int i = from; i < to; i++) {
                own.accept(i, blocks.get(i));
              }
            });
  }
}
