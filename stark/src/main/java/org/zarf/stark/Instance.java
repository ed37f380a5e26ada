package org.zarf.stark;

/**
 * A table in a proof.
 *
 * @param slot its place in the circuit
 * @param logHeight the logarithm of its height
 */
public record Instance(int slot, int logHeight) {

  /** The height. */
  public int height() {
    return 1 << logHeight;
  }
}
