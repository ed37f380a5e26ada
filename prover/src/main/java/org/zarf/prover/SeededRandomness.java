package org.zarf.prover;

import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Blake3;
import org.zarf.hash.Digest;
import org.zarf.hash.Digests;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.Span;

/** {@link Randomness} as one output of keyed BLAKE3 for each stream, the seed being the key. */
final class SeededRandomness implements Randomness {

  private static final int MESSAGE_BYTES = 12;

  /** The words of sixteen blocks of output. */
  private static final int WORDS = Digests.GROUP * Blake3.BLOCK_WORDS;

  private final int[] key = new int[Blake3.DIGEST_WORDS];
  private final Kernels kernels = Kernels.best();

  SeededRandomness(byte[] seed) {
    Digest.of(seed).write(key, 0);
  }

  /** 31 bits at a time, those that are no element skipped. */
  @Override
  public void fill(Stream stream, int[] target, int from, int to) {
    int[] message = message(stream);
    var words = new Span(new int[WORDS], 0);
    int used = WORDS;
    int block = 0;
    for (int i = from; i < to; ) {
      if (used == WORDS) {
        kernels.expand(key, message, MESSAGE_BYTES, block, words);
        block += Digests.GROUP;
        used = 0;
      }
      int candidate = words.array()[used++] & 0x7fffffff;
      if (KoalaBear.isElement(candidate)) {
        target[i++] = candidate;
      }
    }
  }

  /** Sixteen blocks hold the first eight words of sixteen salts, and of the next sixteen. */
  @Override
  public void salts(int tree, int first, int count, Digests target, int offset) {
    int[] message = message(new Stream(Purpose.SALT, tree, 0));
    for (int leaf = 0; leaf < count; leaf += SALTS) {
      var out = new Span(target.words(), Digests.index(offset + leaf, 0));
      kernels.expand(key, message, MESSAGE_BYTES, (first + leaf) / 2, out);
    }
  }

  private static int[] message(Stream stream) {
    int[] message = new int[Blake3.BLOCK_WORDS];
    message[0] = stream.purpose().ordinal();
    message[1] = stream.first();
    message[2] = stream.second();
    return message;
  }
}
