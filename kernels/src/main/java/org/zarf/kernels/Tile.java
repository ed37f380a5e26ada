package org.zarf.kernels;

import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.LOG_COUNT;
import static org.zarf.kernels.Lanes.load;

import jdk.incubator.vector.IntVector;
import org.zarf.algebra.KoalaBear;

/** Some rows of a matrix, as many as a vector has lanes, turned so that each lane holds a row. */
final class Tile {

  /** For each bit of a lane's number, the lanes of two vectors that a swap of the bit takes. */
  private static final int[] LOWER = new int[LOG_COUNT * COUNT];

  private static final int[] UPPER = new int[LOG_COUNT * COUNT];

  static {
    for (int bit = 0; bit < LOG_COUNT; bit++) {
      for (int lane = 0; lane < COUNT; lane++) {
        boolean isSet = (lane >> bit & 1) == 1;
        LOWER[bit * COUNT + lane] = isSet ? COUNT + lane - (1 << bit) : lane;
        UPPER[bit * COUNT + lane] = isSet ? COUNT + lane : lane + (1 << bit);
      }
    }
  }

  /** How many powers are made side by side: a power of two. */
  private static final int CHAINS = 8;

  private Tile() {}

  /**
   * Turns rows into lanes.
   *
   * @param rows where in {@code matrix} the rows start
   * @param width the length of a row: a multiple of {@link Lanes#COUNT}
   * @param tile takes width vectors, vector i with element i of all rows
   */
  static void read(int[] matrix, int[] rows, int width, int[] tile) {
    int half = COUNT / 2;
    int bit = LOG_COUNT - 1;
    IntVector lower = load(LOWER, bit * COUNT);
    IntVector upper = load(UPPER, bit * COUNT);
    for (int column = 0; column < width; column += COUNT) {
      int block = column * COUNT;
      for (int row = 0; row < half; row++) {
        IntVector x = load(matrix, rows[row] + column);
        IntVector y = load(matrix, rows[row + half] + column);
        lower.selectFrom(x, y).intoArray(tile, block + row * COUNT);
        upper.selectFrom(x, y).intoArray(tile, block + (row + half) * COUNT);
      }
      for (int other = bit - 1; other >= 0; other--) {
        swap(tile, block, other);
      }
    }
  }

  /** Turns lanes into rows: the inverse of {@link #read}, which leaves the tile in disorder. */
  static void write(int[] tile, int width, int[] rows, int[] matrix) {
    int half = COUNT / 2;
    int bit = LOG_COUNT - 1;
    IntVector lower = load(LOWER, bit * COUNT);
    IntVector upper = load(UPPER, bit * COUNT);
    for (int column = 0; column < width; column += COUNT) {
      int block = column * COUNT;
      for (int other = bit - 1; other >= 0; other--) {
        swap(tile, block, other);
      }
      for (int row = 0; row < half; row++) {
        IntVector x = load(tile, block + row * COUNT);
        IntVector y = load(tile, block + (row + half) * COUNT);
        lower.selectFrom(x, y).intoArray(matrix, rows[row] + column);
        upper.selectFrom(x, y).intoArray(matrix, rows[row + half] + column);
      }
    }
  }

  /** Swaps a bit of the vector's number, within a square, with that bit of the lane's number. */
  private static void swap(int[] tile, int block, int bit) {
    IntVector lower = load(LOWER, bit * COUNT);
    IntVector upper = load(UPPER, bit * COUNT);
    int step = COUNT << bit;
    for (int pair = 0; pair < COUNT / 2; pair++) {
      int low = pair & ((1 << bit) - 1);
      int at = block + (2 * pair - low) * COUNT;
      IntVector x = load(tile, at);
      IntVector y = load(tile, at + step);
      lower.selectFrom(x, y).intoArray(tile, at);
      upper.selectFrom(x, y).intoArray(tile, at + step);
    }
  }

  /**
   * Multiplies vector i by first * ratio^i, for i in [0, count). Powers are made of those {@link
   * #CHAINS} before, in memory: none waits for the last one, and no vector lives from turn to turn.
   */
  static void multiplyByPowers(int[] tile, int count, int[] first, int[] ratio) {
    int[] powers = new int[(CHAINS + 1) * COUNT];
    IntVector step = load(ratio, 0);
    load(first, 0).intoArray(powers, 0);
    for (int made = 1; made < CHAINS; made *= 2) {
      for (int at = 0; at < made * COUNT; at += COUNT) {
        Lanes.multiply(load(powers, at), step).intoArray(powers, at + made * COUNT);
      }
      step = Lanes.multiply(step, step);
    }
    step.intoArray(powers, CHAINS * COUNT);
    multiplyByPowers(tile, count, powers);
  }

  private static void multiplyByPowers(int[] tile, int count, int[] powers) {
    IntVector step = load(powers, CHAINS * COUNT);
    IntVector stepOverP = step.mul(KoalaBear.P_INVERSE);
    for (int at = 0; at < count * COUNT; at += COUNT) {
      int chain = at & (CHAINS * COUNT - 1);
      IntVector power = load(powers, chain);
      Lanes.multiply(load(tile, at), power).intoArray(tile, at);
      Lanes.multiply(power, step, stepOverP).intoArray(powers, chain);
    }
  }

  /**
   * Multiplies vector i by a factor for all lanes, and repeats it: vectors i * times on.
   *
   * @param factors one for each vector
   */
  static void scaleAndRepeat(int[] tile, int[] factors, int logTimes) {
    for (int i = factors.length - 1; i >= 0; i--) {
      IntVector product = Lanes.multiply(load(tile, i * COUNT), Lanes.broadcast(factors[i]));
      for (int copy = 0; copy < 1 << logTimes; copy++) {
        product.intoArray(tile, ((i << logTimes) + copy) * COUNT);
      }
    }
  }
}
