package org.zarf.kernels;

import static org.zarf.kernels.Lanes.COUNT;
import static org.zarf.kernels.Lanes.LOG_COUNT;
import static org.zarf.kernels.Lanes.load;

import java.util.List;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.kernel.Kernels.Extension;
import org.zarf.prover.kernel.Kernels.Remainder;

/**
 * Transforms of size R C as transforms of size R of the columns of an R x C matrix, and of size C
 * of its rows (W. Gentleman and G. Sande, 1966), so that every step works within the cache. With
 * index i = row C + column and degree k = k1 + R k2, row k1's factor for a column is w^(-column
 * k1).
 *
 * <p>Columns are transformed in strips, rows in {@linkplain Tile tiles}: lanes never meet.
 */
final class VectorTransform {

  /** The smallest transform that fills vectors both ways. */
  static final int MIN_LOG_SIZE = 2 * LOG_COUNT;

  /** At most so many elements of a strip: a quarter of the second-level cache. */
  private static final int STRIP = 1 << 16;

  /** At most so many columns of a strip. */
  private static final int STRIP_WIDTH = 64;

  private static final ThreadLocal<int[]> SCRATCH = ThreadLocal.withInitial(() -> new int[0]);

  private VectorTransform() {}

  /** The split of a polynomial's coefficients, and what each becomes when it is evaluated. */
  record Shape(int logRows, int logColumns, int logBlowup) {

    static Shape of(int logCount, int logBlowup) {
      int logRows = logCount / 2;
      return new Shape(logRows, logCount - logRows, logBlowup);
    }

    int logCount() {
      return logRows + logColumns;
    }

    int logSize() {
      return logCount() + logBlowup;
    }

    int logWideColumns() {
      return logColumns + logBlowup;
    }

    /** The number of columns of a strip. */
    int stripWidth(int columns) {
      return Math.max(COUNT, Math.min(Math.min(STRIP_WIDTH, STRIP >> logRows), columns));
    }

    /** Scratch memory for strips and tiles. */
    int[] scratch() {
      int strip = stripWidth(1 << logWideColumns()) << logRows;
      int needed = Math.max(strip, COUNT << logWideColumns());
      int[] scratch = SCRATCH.get();
      if (scratch.length < needed) {
        scratch = new int[needed];
        SCRATCH.set(scratch);
      }
      return scratch;
    }
  }

  /** See {@link org.zarf.prover.kernel.Kernels#extend}. */
  static void extend(int[] values, Extension extension, int[] out, List<Remainder> remainders) {
    int logHeight = extension.logHeight();
    Shape shape = Shape.of(logHeight, extension.logBlowup());
    int[] scratch = shape.scratch();
    // The coefficients wait at the end of out, where rows only overwrite what they have read.
    int start = (1 << shape.logSize()) - (1 << logHeight);
    splitColumns(values, out, start, shape, scratch);
    RowFactors factors = RowFactors.of(shape, extension.shift(), inverse(1 << logHeight));
    var reductions =
        remainders.stream().map(r -> Reduction.of(r, shape, factors.columnScale)).toList();
    int[] rows = new int[COUNT];
    for (int row = 0; row < 1 << shape.logRows; row += COUNT) {
      for (int lane = 0; lane < COUNT; lane++) {
        rows[lane] = start + ((row + lane) << shape.logColumns);
        factors.select(lane, MerkleTree.reverse(row + lane, shape.logRows));
      }
      Tile.read(out, rows, 1 << shape.logColumns, scratch);
      Tile.multiplyByPowers(scratch, 1 << shape.logColumns, factors.scale, factors.backward);
      Butterflies.toReversedCoefficients(scratch, 0, shape.logColumns);
      for (Reduction reduction : reductions) {
        reduction.add(scratch, row);
      }
      for (int lane = 0; lane < COUNT; lane++) {
        rows[lane] = (row + lane) << shape.logWideColumns();
      }
      evaluateRows(scratch, shape, factors, rows, out);
    }
    reductions.forEach(Reduction::finish);
    joinColumns(out, shape, scratch);
  }

  /** See {@link org.zarf.prover.kernel.Kernels#interpolate}. */
  static void interpolate(int[] values, int logSize, int shift) {
    Shape shape = Shape.of(logSize, 0);
    int[] scratch = shape.scratch();
    int[] work = new int[1 << logSize];
    splitColumns(values, work, 0, shape, scratch);
    RowFactors factors = RowFactors.of(shape, KoalaBear.inverse(shift), inverse(1 << logSize));
    int[] rows = new int[COUNT];
    for (int k1 = 0; k1 < 1 << shape.logRows; k1 += COUNT) {
      for (int lane = 0; lane < COUNT; lane++) {
        rows[lane] = MerkleTree.reverse(k1 + lane, shape.logRows) << shape.logColumns;
        factors.select(lane, k1 + lane);
      }
      Tile.read(work, rows, 1 << shape.logColumns, scratch);
      Tile.multiplyByPowers(scratch, 1 << shape.logColumns, factors.scale, factors.backward);
      Butterflies.toReversedCoefficients(scratch, 0, shape.logColumns);
      Tile.scaleAndRepeat(scratch, factors.columnScale, 0);
      for (int column = 0; column < 1 << shape.logColumns; column++) {
        int k2 = MerkleTree.reverse(column, shape.logColumns);
        load(scratch, column * COUNT).intoArray(values, (k2 << shape.logRows) + k1);
      }
    }
  }

  /** See {@link org.zarf.prover.kernel.Kernels#evaluate}. */
  static void evaluate(int[] coefficients, int logCount, int logSize, int shift, int[] out) {
    Shape shape = Shape.of(logCount, logSize - logCount);
    int[] scratch = shape.scratch();
    RowFactors factors = RowFactors.of(shape, shift, KoalaBear.ONE);
    int[] rows = new int[COUNT];
    for (int k1 = 0; k1 < 1 << shape.logRows; k1 += COUNT) {
      for (int lane = 0; lane < COUNT; lane++) {
        rows[lane] = MerkleTree.reverse(k1 + lane, shape.logRows) << shape.logWideColumns();
        factors.select(lane, k1 + lane);
      }
      for (int column = 0; column < 1 << shape.logColumns; column++) {
        int k2 = MerkleTree.reverse(column, shape.logColumns);
        Lanes.multiply(load(coefficients, (k2 << shape.logRows) + k1), load(factors.scale, 0))
            .intoArray(scratch, column * COUNT);
      }
      evaluateRows(scratch, shape, factors, rows, out);
    }
    joinColumns(out, shape, scratch);
  }

  private static int inverse(int count) {
    return KoalaBear.inverse(KoalaBear.of(count));
  }

  /** From the coefficients of some rows, bit-reversed, to columns of which only sums are due. */
  private static void evaluateRows(
      int[] tile, Shape shape, RowFactors factors, int[] rows, int[] out) {
    int width = 1 << shape.logWideColumns();
    Tile.scaleAndRepeat(tile, factors.columnScale, shape.logBlowup);
    Butterflies.fromReversedCoefficients(tile, 0, shape.logWideColumns(), shape.logBlowup);
    Tile.multiplyByPowers(tile, width, factors.ones, factors.forward);
    Tile.write(tile, width, rows, out);
  }

  /** Takes each column of a matrix to its coefficients, bit-reversed. */
  private static void splitColumns(int[] values, int[] out, int start, Shape shape, int[] scratch) {
    int columns = 1 << shape.logColumns;
    var strip = new Strip(scratch, shape.logRows, shape.stripWidth(columns));
    for (int column = 0; column < columns; column += strip.width) {
      strip.read(values, column, columns);
      for (int part = 0; part < strip.width; part += COUNT) {
        Butterflies.toReversedCoefficients(scratch, part << shape.logRows, shape.logRows);
      }
      strip.write(out, start + column, columns);
    }
  }

  /** Takes the coefficients in each column of a matrix, bit-reversed, to their values. */
  private static void joinColumns(int[] out, Shape shape, int[] scratch) {
    int columns = 1 << shape.logWideColumns();
    var strip = new Strip(scratch, shape.logRows, shape.stripWidth(columns));
    for (int column = 0; column < columns; column += strip.width) {
      strip.read(out, column, columns);
      for (int part = 0; part < strip.width; part += COUNT) {
        Butterflies.fromReversedCoefficients(scratch, part << shape.logRows, shape.logRows, 0);
      }
      strip.write(out, column, columns);
    }
  }

  /** Some columns of a matrix, copied vector by vector: all rows of one vector, then the next. */
  private record Strip(int[] scratch, int logRows, int width) {

    void read(int[] matrix, int start, int columns) {
      for (int row = 0; row < 1 << logRows; row++) {
        int from = start + row * columns;
        for (int part = 0; part < width; part += COUNT) {
          load(matrix, from + part).intoArray(scratch, (part << logRows) + row * COUNT);
        }
      }
    }

    void write(int[] matrix, int start, int columns) {
      for (int row = 0; row < 1 << logRows; row++) {
        int to = start + row * columns;
        for (int part = 0; part < width; part += COUNT) {
          load(scratch, (part << logRows) + row * COUNT).intoArray(matrix, to + part);
        }
      }
    }
  }
}
