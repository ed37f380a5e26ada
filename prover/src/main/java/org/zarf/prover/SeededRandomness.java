package org.zarf.prover;

import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Blake3;
import org.zarf.hash.Digest;

/** {@link Randomness} as one output of keyed BLAKE3 for each stream, the seed being the key. */
final class SeededRandomness implements Randomness {

  private static final int FLAGS =
      Blake3.CHUNK_START | Blake3.CHUNK_END | Blake3.ROOT | Blake3.KEYED;

  private static final int MESSAGE_BYTES = 12;

  private final int[] key = new int[Blake3.DIGEST_WORDS];

  SeededRandomness(byte[] seed) {
    Digest.of(seed).write(key, 0);
  }

  /** 31 bits at a time, those that are no element skipped. */
  @Override
  public void fill(Stream stream, int[] target, int from, int to) {
    int[] block = new int[Blake3.BLOCK_WORDS];
    int used = block.length;
    long counter = 0;
    for (int i = from; i < to; ) {
      if (used == block.length) {
        block(stream, counter++, block);
        used = 0;
      }
      int candidate = block[used++] & 0x7fffffff;
      if (KoalaBear.isElement(candidate)) {
        target[i++] = candidate;
      }
    }
  }

  @Override
  public void salts(int tree, int from, int to, int[] target, int offset) {
    int[] block = new int[Blake3.BLOCK_WORDS];
    var stream = new Stream(Purpose.SALT, tree, 0);
    for (int leaf = from; leaf < to; leaf++) {
      // A block holds the salts of two leaves.
      if (leaf == from || (leaf & 1) == 0) {
        block(stream, leaf >>> 1, block);
      }
      int at = offset + (leaf - from) * Digest.WORDS;
      System.arraycopy(block, (leaf & 1) * Digest.WORDS, target, at, Digest.WORDS);
    }
  }

  /** Block {@code counter} of the output for a stream. */
  private void block(Stream stream, long counter, int[] out) {
    int[] message = new int[Blake3.BLOCK_WORDS];
    message[0] = stream.purpose().ordinal();
    message[1] = stream.first();
    message[2] = stream.second();
    System.arraycopy(key, 0, out, 0, key.length);
    Blake3.compress(out, message, counter, MESSAGE_BYTES, FLAGS);
  }
}
