package org.zarf.hash;

/**
 * How everything in a proof is hashed. Leaves, inner nodes, nodes that also absorb rows, transcript
 * and grinding are separate domains. Rows are field elements in Montgomery form.
 */
public interface HashSuite {

  /** BLAKE3: for proofs that a CPU makes and a CPU verifies. */
  HashSuite BLAKE3 = new Blake3Suite();

  /** The suite's name, part of every key. */
  String name();

  /**
   * The hash of a leaf.
   *
   * @param salt eight words, or none
   * @param row the rows of all matrices of the leaf's height, one after the other
   */
  Digest leaf(int[] salt, int[] row);

  /** The hash of an inner node. */
  Digest node(Digest left, Digest right);

  /** The hash of an inner node that also absorbs the rows of the matrices of its height. */
  Digest nodeWithRow(Digest left, Digest right, int[] row);

  /** The hash of a message of the transcript, of any length. */
  byte[] transcript(byte[] message, int outputBytes);

  /** Whether a nonce shows {@code bits} bits of work on a state of 32 bytes. */
  boolean isGround(byte[] state, long nonce, int bits);
}
