package org.zarf.kernels;

import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.INTS;
import static org.zarf.kernels.Lanes.broadcast;
import static org.zarf.kernels.Lanes.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.IntVector;
import org.zarf.hash.Blake3;
import org.zarf.hash.Digests;
import org.zarf.prover.kernel.Kernels.Span;

/**
 * BLAKE3 of many messages side by side: word w of as many messages as a vector has lanes is one
 * vector. Messages are worked on in batches of several vectors, a block of each in turn, so that
 * what is read of a column at a time is contiguous.
 */
final class VectorHash {

  /** The most messages in a batch. */
  static final int BATCH = 256;

  private static final int WORDS = Blake3.DIGEST_WORDS;
  private static final int BLOCK = Blake3.BLOCK_WORDS;
  private static final int ROUNDS = 7;
  private static final int[] SCHEDULE = schedule();

  /** The first four constants, a vector each. */
  private static final int[] IV = new int[4 * COUNT];

  /** The number of each lane. */
  private static final int[] LANES = IntStream.range(0, COUNT).toArray();

  static {
    int[] constants = Blake3.initialVector();
    for (int i = 0; i < IV.length; i++) {
      IV[i] = constants[i / COUNT];
    }
  }

  /** The words of the next block, a vector each. */
  final int[] block = new int[BLOCK * COUNT];

  /** The state of the compression function, a vector for each word. */
  final int[] work = new int[BLOCK * COUNT];

  /** Chaining values: word w of message i at w BATCH + i. */
  private final int[] states = new int[WORDS * BATCH];

  /** Chaining values that wait for their siblings. */
  private int[] stack = new int[0];

  private final int[] key;

  /** A hash with a key of eight words. */
  VectorHash(int[] key) {
    this.key = key;
  }

  /** Where in the block each round finds its words. */
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
   * What messages begin with: for the message of row r, the words of the digests r, r + distance,
   * ..
   *
   * @param words how many words
   */
  record Head(Digests digests, int words, int distance) {

    /** Nothing. */
    static final Head NONE = new Head(Digests.zeros(0), 0, 0);

    IntVector vector(int row, int word) {
      int index = Digests.index(row + word / WORDS * distance, word % WORDS);
      return load(digests.words(), index);
    }
  }

  /**
   * Hashes messages: a head, then a row of some columns.
   *
   * @param row the first of the rows, a multiple of {@link Lanes#COUNT} if there is a head
   * @param rows how many rows: a multiple of {@link Lanes#COUNT}, at most {@link #BATCH}
   * @param out takes the digests of these rows
   */
  void hash(Head head, List<Span> columns, int row, int rows, Digests out) {
    int words = head.words + columns.size();
    int chunks = Math.max(1, (words + Blake3.CHUNK_WORDS - 1) / Blake3.CHUNK_WORDS);
    int depth = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      begin(rows);
      int end = Math.min(words, (chunk + 1) * Blake3.CHUNK_WORDS);
      for (int from = chunk * Blake3.CHUNK_WORDS; from < end; from += BLOCK) {
        int to = Math.min(end, from + BLOCK);
        int flags =
            (from % Blake3.CHUNK_WORDS == 0 ? Blake3.CHUNK_START : 0)
                | (to == end ? Blake3.CHUNK_END : 0)
                | (to == words && chunks == 1 ? Blake3.ROOT : 0);
        Arrays.fill(block, (to - from) * COUNT, block.length, 0);
        for (int i = 0; i < rows; i += COUNT) {
          read(head, columns, row + i, from, to);
          chain(i, chunk, 4 * (to - from), flags);
        }
      }
      if (chunk < chunks - 1) {
        for (int total = chunk + 1; (total & 1) == 0; total >>= 1) {
          join(--depth, rows, 0);
        }
        push(depth++);
      }
    }
    while (depth > 0) {
      depth--;
      join(depth, rows, depth == 0 ? Blake3.ROOT : 0);
    }
    for (int i = 0; i < rows; i += COUNT) {
      for (int w = 0; w < WORDS; w++) {
        load(states, w * BATCH + i).intoArray(out.words(), Digests.index(row + i, w));
      }
    }
  }

  /** All chaining values are the key. */
  private void begin(int rows) {
    for (int w = 0; w < WORDS; w++) {
      Arrays.fill(states, w * BATCH, w * BATCH + rows, key[w]);
    }
  }

  /** Puts the words [from, to) of the messages of some rows into the block. */
  private void read(Head head, List<Span> columns, int row, int from, int to) {
    for (int w = from; w < to; w++) {
      int at = (w - from) * COUNT;
      if (w < head.words) {
        head.vector(row, w).intoArray(block, at);
      } else {
        Span column = columns.get(w - head.words);
        load(column.array(), column.offset() + row).intoArray(block, at);
      }
    }
  }

  /** Compresses the block into the chaining values from a message on. */
  private void chain(int message, int counter, int length, int flags) {
    for (int w = 0; w < WORDS; w++) {
      load(states, w * BATCH + message).intoArray(work, w * COUNT);
    }
    compress(0, counter, length, Blake3.KEYED | flags);
    for (int w = 0; w < WORDS; w++) {
      load(work, w * COUNT)
          .lanewise(XOR, load(work, (WORDS + w) * COUNT))
          .intoArray(states, w * BATCH + message);
    }
  }

  private void push(int depth) {
    int needed = (depth + 1) * states.length;
    if (stack.length < needed) {
      stack = Arrays.copyOf(stack, needed);
    }
    System.arraycopy(states, 0, stack, depth * states.length, states.length);
  }

  /** Chaining values become the parents of those on the stack and themselves. */
  private void join(int depth, int rows, int flags) {
    for (int i = 0; i < rows; i += COUNT) {
      for (int w = 0; w < WORDS; w++) {
        load(stack, depth * states.length + w * BATCH + i).intoArray(block, w * COUNT);
        load(states, w * BATCH + i).intoArray(block, (WORDS + w) * COUNT);
        broadcast(key[w]).intoArray(states, w * BATCH + i);
      }
      chain(i, 0, 4 * BLOCK, Blake3.PARENT | flags);
    }
  }

  /** Begins a compression with one chaining value for all lanes. */
  void setChainingValue(int[] words) {
    for (int w = 0; w < WORDS; w++) {
      broadcast(words[w]).intoArray(work, w * COUNT);
    }
  }

  /**
   * The compression function without its last step: of the sixteen words that it leaves, each of
   * the first eight is to be added, bit by bit, to that eight further.
   *
   * @param step by how much the counter grows from lane to lane
   */
  void compress(int step, int counter, int length, int flags) {
    // Whole vectors: what is loaded from parts that were stored singly waits for all of them.
    for (int w = 0; w < 4; w++) {
      load(IV, w * COUNT).intoArray(work, (WORDS + w) * COUNT);
    }
    load(LANES, 0).mul(step).add(counter).intoArray(work, 12 * COUNT);
    broadcast(0).intoArray(work, 13 * COUNT);
    broadcast(length).intoArray(work, 14 * COUNT);
    broadcast(flags).intoArray(work, 15 * COUNT);
    for (int round = 0; round < ROUNDS * BLOCK; round += BLOCK) {
      round(work, block, round);
    }
  }

  /**
   * One round. Flat, so that the state stays in registers: across a loop, or with calls to methods
   * of ours, the compiler would keep it on the heap.
   */
  private static void round(int[] v, int[] m, int round) {
    IntVector v0 = IntVector.fromArray(INTS, v, 0);
    IntVector v1 = IntVector.fromArray(INTS, v, COUNT);
    IntVector v2 = IntVector.fromArray(INTS, v, 2 * COUNT);
    IntVector v3 = IntVector.fromArray(INTS, v, 3 * COUNT);
    IntVector v4 = IntVector.fromArray(INTS, v, 4 * COUNT);
    IntVector v5 = IntVector.fromArray(INTS, v, 5 * COUNT);
    IntVector v6 = IntVector.fromArray(INTS, v, 6 * COUNT);
    IntVector v7 = IntVector.fromArray(INTS, v, 7 * COUNT);
    IntVector v8 = IntVector.fromArray(INTS, v, 8 * COUNT);
    IntVector v9 = IntVector.fromArray(INTS, v, 9 * COUNT);
    IntVector v10 = IntVector.fromArray(INTS, v, 10 * COUNT);
    IntVector v11 = IntVector.fromArray(INTS, v, 11 * COUNT);
    IntVector v12 = IntVector.fromArray(INTS, v, 12 * COUNT);
    IntVector v13 = IntVector.fromArray(INTS, v, 13 * COUNT);
    IntVector v14 = IntVector.fromArray(INTS, v, 14 * COUNT);
    IntVector v15 = IntVector.fromArray(INTS, v, 15 * COUNT);
    // Columns.
    v0 = v0.add(v4).add(IntVector.fromArray(INTS, m, SCHEDULE[round]));
    v1 = v1.add(v5).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 2]));
    v2 = v2.add(v6).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 4]));
    v3 = v3.add(v7).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 6]));
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
    v0 = v0.add(v4).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 1]));
    v1 = v1.add(v5).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 3]));
    v2 = v2.add(v6).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 5]));
    v3 = v3.add(v7).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 7]));
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
    v0 = v0.add(v5).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 8]));
    v1 = v1.add(v6).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 10]));
    v2 = v2.add(v7).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 12]));
    v3 = v3.add(v4).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 14]));
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
    v0 = v0.add(v5).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 9]));
    v1 = v1.add(v6).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 11]));
    v2 = v2.add(v7).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 13]));
    v3 = v3.add(v4).add(IntVector.fromArray(INTS, m, SCHEDULE[round + 15]));
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
    v0.intoArray(v, 0);
    v1.intoArray(v, COUNT);
    v2.intoArray(v, 2 * COUNT);
    v3.intoArray(v, 3 * COUNT);
    v4.intoArray(v, 4 * COUNT);
    v5.intoArray(v, 5 * COUNT);
    v6.intoArray(v, 6 * COUNT);
    v7.intoArray(v, 7 * COUNT);
    v8.intoArray(v, 8 * COUNT);
    v9.intoArray(v, 9 * COUNT);
    v10.intoArray(v, 10 * COUNT);
    v11.intoArray(v, 11 * COUNT);
    v12.intoArray(v, 12 * COUNT);
    v13.intoArray(v, 13 * COUNT);
    v14.intoArray(v, 14 * COUNT);
    v15.intoArray(v, 15 * COUNT);
  }
}
