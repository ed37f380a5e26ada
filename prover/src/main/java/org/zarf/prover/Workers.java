package org.zarf.prover;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Runs independent pieces of work on all threads. Which thread does a piece, and when, changes no
 * result: pieces write to places of their own.
 *
 * @param pool the threads
 * @param isCancelled asked before each piece
 */
record Workers(ForkJoinPool pool, BooleanSupplier isCancelled) {

  /** Rows in a piece of work over rows. */
  private static final int ROWS = 1 << 12;

  /** Works on a range of rows. */
  interface RangeWork {
    void accept(int from, int to);
  }

  /** Does the pieces 0 to count - 1. */
  void forEach(int count, IntConsumer work) {
    forEach(() -> work, count, IntConsumer::accept);
  }

  /** Does the rows 0 to count - 1, some thousand at a time. */
  void forRows(int count, RangeWork work) {
    int pieces = (count + ROWS - 1) / ROWS;
    forEach(pieces, i -> work.accept(i * ROWS, Math.min(count, (i + 1) * ROWS)));
  }

  /** Does the pieces 0 to count - 1, with one scratch object for each thread. */
  <S> void forEach(Supplier<S> scratch, int count, ObjIntConsumer<S> work) {
    var next = new AtomicInteger();
    Runnable loop =
        () -> {
          if (next.get() >= count) {
            return;
          }
          S own = scratch.get();
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            if (isCancelled.getAsBoolean()) {
              throw new CancellationException("proving was cancelled");
            }
            work.accept(own, i);
          }
        };
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (int i = 0; i < Math.min(count, pool.getParallelism()); i++) {
      tasks.add(pool.submit(loop));
    }
    try {
      tasks.forEach(ForkJoinTask::join);
    } catch (RuntimeException | Error e) {
      next.set(count);
      tasks.forEach(ForkJoinTask::quietlyJoin);
      throw e;
    }
  }
}
