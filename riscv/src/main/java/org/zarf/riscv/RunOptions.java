package org.zarf.riscv;

import java.io.OutputStream;
import org.zarf.machine.isa.AddressSpace;

/** What a run is given and how far it may go. Immutable; the {@code with} methods copy. */
public final class RunOptions {
  private final byte[] input;
  private final long maxCycles;
  private final long maxMemory;
  private final OutputStream print;

  private RunOptions(byte[] input, long maxCycles, long maxMemory, OutputStream print) {
    this.input = input;
    this.maxCycles = maxCycles;
    this.maxMemory = maxMemory;
    this.print = print;
  }

  /**
   * No input, at most 2^32 cycles, half of the memory that this Java process may use, and what the
   * guest prints is dropped.
   */
  public static RunOptions defaults() {
    long memory = Runtime.getRuntime().maxMemory() / 2;
    return new RunOptions(new byte[0], 1L << 32, memory, OutputStream.nullOutputStream());
  }

  /**
   * The private input. It is not copied: leave it alone while the run lasts.
   *
   * @throws IllegalArgumentException if it is larger than the window
   */
  public RunOptions withInput(byte[] newInput) {
    if (newInput.length > AddressSpace.MAX_INPUT_BYTES) {
      throw new IllegalArgumentException(
          "the input has "
              + newInput.length
              + " bytes, more than the "
              + AddressSpace.MAX_INPUT_BYTES
              + " of its window");
    }
    return new RunOptions(newInput, maxCycles, maxMemory, print);
  }

  /**
   * The number of instructions after which the run is stopped.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public RunOptions withMaxCycles(long newMaxCycles) {
    if (newMaxCycles < 0) {
      throw new IllegalArgumentException("maxCycles = " + newMaxCycles);
    }
    return new RunOptions(input, newMaxCycles, maxMemory, print);
  }

  /**
   * The bytes of memory and journal, in pages, beyond which the run is stopped; what is loaded at
   * the start counts but is not refused.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public RunOptions withMaxMemory(long newMaxMemory) {
    if (newMaxMemory < 0) {
      throw new IllegalArgumentException("maxMemory = " + newMaxMemory);
    }
    return new RunOptions(input, maxCycles, newMaxMemory, print);
  }

  /** Where the guest's debug text goes; it is not closed, and its failures are ignored. */
  public RunOptions withPrint(OutputStream newPrint) {
    return new RunOptions(input, maxCycles, maxMemory, newPrint);
  }

  byte[] input() {
    return input;
  }

  long maxCycles() {
    return maxCycles;
  }

  long maxMemory() {
    return maxMemory;
  }

  OutputStream print() {
    return print;
  }
}
