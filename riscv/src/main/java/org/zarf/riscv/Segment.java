package org.zarf.riscv;

/**
 * A loaded segment of a program.
 *
 * @param address of its first byte
 * @param fileBytes how many of its bytes are in the file
 * @param memoryBytes how many it occupies; those not in the file are zero
 * @param readable its flag, which the machine ignores
 * @param writable its flag, which the machine ignores
 * @param executable whether it holds code
 */
public record Segment(
    long address,
    long fileBytes,
    long memoryBytes,
    boolean readable,
    boolean writable,
    boolean executable) {

  /** The first address after the segment. */
  public long end() {
    return address + memoryBytes;
  }
}
