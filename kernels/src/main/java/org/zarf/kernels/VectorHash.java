package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.INTS;
import static org.zarf.kernels.Lanes.broadcast;
import static org.zarf.kernels.Lanes.load;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.IntVector;
import org.zarf.hash.Blake3;
import org.zarf.prover.kernel.Kernels.Span;

/**
 * BLAKE3 of as many messages side by side as a vector has lanes: word w of all messages is one
 * vector. Message and chaining values lie in arrays, a vector for each word.
 */
final class VectorHash {

  private static final int WORDS = Blake3.DIGEST_WORDS;
  private static final int BLOCK = Blake3.BLOCK_WORDS;
  private static final int ROUNDS = 7;
  private static final int[] IV = Blake3.initialVector();
  private static final int[] SCHEDULE = schedule();

  /** The chaining value; after the last compression, the digest. */
  final int[] state = new int[WORDS * COUNT];

  /** The next block. */
  final int[] block = new int[BLOCK * COUNT];

  private final int[] stack = new int[32 * WORDS * COUNT];
  private final int[] key;

  VectorHash(Blake3 hash) {
    key = hash.key();
  }

  /** Where in the message array each round finds its words. */
  private static int[] schedule() {
    int[] schedule = new int[ROUNDS * BLOCK];
    for (int round = 0; round < ROUNDS; round++) {
      int[] order = Blake3.schedule(round);
      for (int i = 0; i < BLOCK; i++) {
        schedule[round * BLOCK + i] = order[i] * COUNT;
      }
    }
    return schedule;
  }

  /**
   * Hashes messages: words that the caller has put into an array, then the rows of some columns.
   *
   * @param head {@code headWords} vectors
   * @param row the first of the rows
   */
  void hash(int[] head, int headWords, List<Span> columns, int row) {
    int words = headWords + columns.size();
    int chunks = Math.max(1, (words + Blake3.CHUNK_WORDS - 1) / Blake3.CHUNK_WORDS);
    int depth = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      setState(key);
      int end = Math.min(words, (chunk + 1) * Blake3.CHUNK_WORDS);
      for (int from = chunk * Blake3.CHUNK_WORDS; from < end; from += BLOCK) {
        int to = Math.min(end, from + BLOCK);
        for (int w = from; w < to; w++) {
          if (w < headWords) {
            load(head, w * COUNT).intoArray(block, (w - from) * COUNT);
          } else {
            Span column = columns.get(w - headWords);
            load(column.array(), column.offset() + row).intoArray(block, (w - from) * COUNT);
          }
        }
        Arrays.fill(block, (to - from) * COUNT, block.length, 0);
        boolean isFirst = from == chunk * Blake3.CHUNK_WORDS;
        int flags =
            Blake3.KEYED
                | (isFirst ? Blake3.CHUNK_START : 0)
                | (to == end ? Blake3.CHUNK_END : 0)
                | (to == words && chunks == 1 ? Blake3.ROOT : 0);
        compress(chunk, 4 * (to - from), flags);
      }
      if (chunk < chunks - 1) {
        for (int total = chunk + 1; (total & 1) == 0; total >>= 1) {
          parent(--depth, 0);
        }
        System.arraycopy(state, 0, stack, depth++ * WORDS * COUNT, WORDS * COUNT);
      }
    }
    while (depth > 0) {
      depth--;
      parent(depth, depth == 0 ? Blake3.ROOT : 0);
    }
  }

  /** state = the parent of the stack's entry and state. */
  private void parent(int depth, int flags) {
    System.arraycopy(stack, depth * WORDS * COUNT, block, 0, WORDS * COUNT);
    System.arraycopy(state, 0, block, WORDS * COUNT, WORDS * COUNT);
    setState(key);
    compress(0, 4 * BLOCK, Blake3.KEYED | Blake3.PARENT | flags);
  }

  /** The digest of a lane. */
  void digest(int lane, int[] target, int offset) {
    for (int w = 0; w < WORDS; w++) {
      target[offset + w] = state[w * COUNT + lane];
    }
  }

  /** All lanes start from one chaining value. */
  void setState(int[] words) {
    for (int w = 0; w < WORDS; w++) {
      broadcast(words[w]).intoArray(state, w * COUNT);
    }
  }

  /** The key. */
  int[] key() {
    return key;
  }

  /** The compression function; flat, so that the state stays in registers. */
  void compress(int counter, int length, int flags) {
    int[] m = block;
    IntVector v0 = load(state, 0);
    IntVector v1 = load(state, COUNT);
    IntVector v2 = load(state, 2 * COUNT);
    IntVector v3 = load(state, 3 * COUNT);
    IntVector v4 = load(state, 4 * COUNT);
    IntVector v5 = load(state, 5 * COUNT);
    IntVector v6 = load(state, 6 * COUNT);
    IntVector v7 = load(state, 7 * COUNT);
    IntVector v8 = IntVector.broadcast(INTS, IV[0]);
    IntVector v9 = IntVector.broadcast(INTS, IV[1]);
    IntVector v10 = IntVector.broadcast(INTS, IV[2]);
    IntVector v11 = IntVector.broadcast(INTS, IV[3]);
    IntVector v12 = IntVector.broadcast(INTS, counter);
    IntVector v13 = IntVector.zero(INTS);
    IntVector v14 = IntVector.broadcast(INTS, length);
    IntVector v15 = IntVector.broadcast(INTS, flags);
    for (int r = 0; r < ROUNDS * BLOCK; r += BLOCK) {
      // Columns.
      v0 = v0.add(v4).add(load(m, SCHEDULE[r + 0]));
      v1 = v1.add(v5).add(load(m, SCHEDULE[r + 2]));
      v2 = v2.add(v6).add(load(m, SCHEDULE[r + 4]));
      v3 = v3.add(v7).add(load(m, SCHEDULE[r + 6]));
      v12 = v12.lanewise(XOR, v0).lanewise(ROR, 16);
      v13 = v13.lanewise(XOR, v1).lanewise(ROR, 16);
      v14 = v14.lanewise(XOR, v2).lanewise(ROR, 16);
      v15 = v15.lanewise(XOR, v3).lanewise(ROR, 16);
      v8 = v8.add(v12);
      v9 = v9.add(v13);
      v10 = v10.add(v14);
      v11 = v11.add(v15);
      v4 = v4.lanewise(XOR, v8).lanewise(ROR, 12);
      v5 = v5.lanewise(XOR, v9).lanewise(ROR, 12);
      v6 = v6.lanewise(XOR, v10).lanewise(ROR, 12);
      v7 = v7.lanewise(XOR, v11).lanewise(ROR, 12);
      v0 = v0.add(v4).add(load(m, SCHEDULE[r + 1]));
      v1 = v1.add(v5).add(load(m, SCHEDULE[r + 3]));
      v2 = v2.add(v6).add(load(m, SCHEDULE[r + 5]));
      v3 = v3.add(v7).add(load(m, SCHEDULE[r + 7]));
      v12 = v12.lanewise(XOR, v0).lanewise(ROR, 8);
      v13 = v13.lanewise(XOR, v1).lanewise(ROR, 8);
      v14 = v14.lanewise(XOR, v2).lanewise(ROR, 8);
      v15 = v15.lanewise(XOR, v3).lanewise(ROR, 8);
      v8 = v8.add(v12);
      v9 = v9.add(v13);
      v10 = v10.add(v14);
      v11 = v11.add(v15);
      v4 = v4.lanewise(XOR, v8).lanewise(ROR, 7);
      v5 = v5.lanewise(XOR, v9).lanewise(ROR, 7);
      v6 = v6.lanewise(XOR, v10).lanewise(ROR, 7);
      v7 = v7.lanewise(XOR, v11).lanewise(ROR, 7);
      // Diagonals.
      v0 = v0.add(v5).add(load(m, SCHEDULE[r + 8]));
      v1 = v1.add(v6).add(load(m, SCHEDULE[r + 10]));
      v2 = v2.add(v7).add(load(m, SCHEDULE[r + 12]));
      v3 = v3.add(v4).add(load(m, SCHEDULE[r + 14]));
      v15 = v15.lanewise(XOR, v0).lanewise(ROR, 16);
      v12 = v12.lanewise(XOR, v1).lanewise(ROR, 16);
      v13 = v13.lanewise(XOR, v2).lanewise(ROR, 16);
      v14 = v14.lanewise(XOR, v3).lanewise(ROR, 16);
      v10 = v10.add(v15);
      v11 = v11.add(v12);
      v8 = v8.add(v13);
      v9 = v9.add(v14);
      v5 = v5.lanewise(XOR, v10).lanewise(ROR, 12);
      v6 = v6.lanewise(XOR, v11).lanewise(ROR, 12);
      v7 = v7.lanewise(XOR, v8).lanewise(ROR, 12);
      v4 = v4.lanewise(XOR, v9).lanewise(ROR, 12);
      v0 = v0.add(v5).add(load(m, SCHEDULE[r + 9]));
      v1 = v1.add(v6).add(load(m, SCHEDULE[r + 11]));
      v2 = v2.add(v7).add(load(m, SCHEDULE[r + 13]));
      v3 = v3.add(v4).add(load(m, SCHEDULE[r + 15]));
      v15 = v15.lanewise(XOR, v0).lanewise(ROR, 8);
      v12 = v12.lanewise(XOR, v1).lanewise(ROR, 8);
      v13 = v13.lanewise(XOR, v2).lanewise(ROR, 8);
      v14 = v14.lanewise(XOR, v3).lanewise(ROR, 8);
      v10 = v10.add(v15);
      v11 = v11.add(v12);
      v8 = v8.add(v13);
      v9 = v9.add(v14);
      v5 = v5.lanewise(XOR, v10).lanewise(ROR, 7);
      v6 = v6.lanewise(XOR, v11).lanewise(ROR, 7);
      v7 = v7.lanewise(XOR, v8).lanewise(ROR, 7);
      v4 = v4.lanewise(XOR, v9).lanewise(ROR, 7);
    }
    v0.lanewise(XOR, v8).intoArray(state, 0);
    v1.lanewise(XOR, v9).intoArray(state, COUNT);
    v2.lanewise(XOR, v10).intoArray(state, 2 * COUNT);
    v3.lanewise(XOR, v11).intoArray(state, 3 * COUNT);
    v4.lanewise(XOR, v12).intoArray(state, 4 * COUNT);
    v5.lanewise(XOR, v13).intoArray(state, 5 * COUNT);
    v6.lanewise(XOR, v14).intoArray(state, 6 * COUNT);
    v7.lanewise(XOR, v15).intoArray(state, 7 * COUNT);
  }
}
