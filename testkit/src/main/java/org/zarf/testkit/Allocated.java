package org.zarf.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What a computation came to, and what it allocated on the way: a measure of time and memory that
 * does not depend on how busy the machine is.
 *
 * @param result what it returned
 * @param bytes how many bytes its thread allocated
 */
public record Allocated<T>(T result, long bytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Measures a computation.
   *
   * @throws AssertionError if it throws anything
   */
  public static <T> Allocated<T> by(Callable<T> computation) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      T result = computation.call();
      return new Allocated<>(result, THREADS.getCurrentThreadAllocatedBytes() - before);
    } catch (Exception e) {
      throw new AssertionError("the computation failed", e);
    }
  }
}
