package org.zarf.hash;

import java.nio.charset.StandardCharsets;

/** {@link HashSuite} by keyed BLAKE3; the key of a domain is the plain hash of its name. */
public final class Blake3Suite implements HashSuite {

  private final Blake3 leaf = domain("leaf");
  private final Blake3 node = domain("node");
  private final Blake3 nodeWithRow = domain("node with row");
  private final Blake3 transcript = domain("transcript");
  private final Blake3 grinding = domain("grinding");

  Blake3Suite() {}

  private static Blake3 domain(String name) {
    byte[] label = ("zarf blake3 " + name).getBytes(StandardCharsets.UTF_8);
    int[] key = new int[Blake3.DIGEST_WORDS];
    Digest.of(Blake3.plain().hash(label, Digest.BYTES)).write(key, 0);
    return Blake3.keyed(key);
  }

  @Override
  public String name() {
    return "blake3";
  }

  /** The hash of leaves. */
  public Blake3 leafHash() {
    return leaf;
  }

  /** The hash of inner nodes. */
  public Blake3 nodeHash() {
    return node;
  }

  /** The hash of inner nodes that absorb rows. */
  public Blake3 nodeWithRowHash() {
    return nodeWithRow;
  }

  /** The hash of grinding. */
  public Blake3 grindingHash() {
    return grinding;
  }

  @Override
  public Digest leaf(int[] salt, int[] row) {
    int[] words = new int[salt.length + row.length];
    System.arraycopy(salt, 0, words, 0, salt.length);
    System.arraycopy(row, 0, words, salt.length, row.length);
    return digest(leaf, words);
  }

  @Override
  public Digest node(Digest left, Digest right) {
    return digest(node, join(left, right, new int[0]));
  }

  @Override
  public Digest nodeWithRow(Digest left, Digest right, int[] row) {
    return digest(nodeWithRow, join(left, right, row));
  }

  private static int[] join(Digest left, Digest right, int[] row) {
    int[] words = new int[2 * Digest.WORDS + row.length];
    left.write(words, 0);
    right.write(words, Digest.WORDS);
    System.arraycopy(row, 0, words, 2 * Digest.WORDS, row.length);
    return words;
  }

  private static Digest digest(Blake3 hash, int[] words) {
    return Digest.at(hash.hash(words, 4 * words.length, Digest.WORDS), 0);
  }

  @Override
  public byte[] transcript(byte[] message, int outputBytes) {
    return transcript.hash(message, outputBytes);
  }

  /** The message is the state and the nonce, little-endian; the low bits of the hash must be 0. */
  @Override
  public boolean isGround(byte[] state, long nonce, int bits) {
    int[] words = new int[Digest.WORDS + 2];
    Digest.of(state).write(words, 0);
    words[Digest.WORDS] = (int) nonce;
    words[Digest.WORDS + 1] = (int) (nonce >>> 32);
    int[] hash = grinding.hash(words, 4 * words.length, 2);
    long low = (hash[0] & 0xffffffffL) | ((long) hash[1] << 32);
    return (low & ((1L << bits) - 1)) == 0;
  }
}
