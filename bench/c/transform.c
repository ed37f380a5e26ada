/* The extension of a column by number-theoretic transforms (J. Cooley and J. Tukey, 1965; split in
   two for the cache as by W. Gentleman and G. Sande, 1966): values on the group of 2^k roots of
   unity to values on a coset that is larger.

   With R C values, index i = r C + c and degree k = k1 + R k2, each of C columns is transformed,
   row k1 multiplied by w^(-c k1), and each of R rows transformed: that is the interpolation. The
   evaluation goes back the same way. Columns are vectors as they are; rows are transposed. */
#include "lanes.h"

#include <stdlib.h>

#define MAX_LOG 13
#define STRIP_LANES 4

typedef struct {
  uint32_t factors[1 << MAX_LOG];
  uint32_t over_p[1 << MAX_LOG];
} twiddles;

/* A layer of halves of h elements finds its twiddles from h on. */
static twiddles forward, inverse;
static int is_ready;

static uint32_t power(uint32_t x, uint32_t exponent) {
  uint32_t result = (uint32_t)((1ull << 32) % P);
  for (; exponent != 0; exponent >>= 1) {
    if (exponent & 1) {
      result = multiply_one(result, x);
    }
    x = multiply_one(x, x);
  }
  return result;
}

static uint32_t one(void) { return (uint32_t)((1ull << 32) % P); }

static uint32_t invert(uint32_t x) { return power(x, P - 2); }

static uint32_t root_of_unity(int log_order) {
  return power((uint32_t)((3ull << 32) % P), (P - 1) >> log_order);
}

static void fill(twiddles *to, int is_inverse) {
  for (int log_half = 0; log_half < MAX_LOG; log_half++) {
    uint32_t root = root_of_unity(log_half + 1);
    uint32_t step = is_inverse ? invert(root) : root;
    uint32_t factor = one();
    for (int i = 1 << log_half; i < 2 << log_half; i++) {
      to->factors[i] = factor;
      to->over_p[i] = factor * P_INVERSE;
      factor = multiply_one(factor, step);
    }
  }
}

static inline lanes twist(lanes x, const twiddles *t, int index) {
  return multiply_prepared(x, broadcast(t->factors[index]), broadcast(t->over_p[index]));
}

static int reverse(int x, int bits) {
  int y = 0;
  for (int i = 0; i < bits; i++) {
    y |= (x >> i & 1) << (bits - 1 - i);
  }
  return y;
}

/* Values to coefficients in bit-reversed order, two layers of decimation in frequency at a time. */
static void to_coefficients(lanes *a, int log_size) {
  int size = 1 << log_size, layer = log_size;
  for (; layer >= 2; layer -= 2) {
    int half = 1 << (layer - 2);
    for (int start = 0; start < size; start += 4 * half) {
      for (int i = 0; i < half; i++) {
        lanes *x = a + start + i;
        lanes x0 = x[0], x1 = x[half], x2 = x[2 * half], x3 = x[3 * half];
        lanes y0 = add(x0, x2), y1 = add(x1, x3);
        lanes y2 = twist(x0 - x2 + P, &inverse, 2 * half + i);
        lanes y3 = twist(x1 - x3 + P, &inverse, 3 * half + i);
        x[0] = add(y0, y1);
        x[half] = twist(y0 - y1 + P, &inverse, half + i);
        x[2 * half] = add(y2, y3);
        x[3 * half] = twist(y2 - y3 + P, &inverse, half + i);
      }
    }
  }
  if (layer == 1) {
    for (int start = 0; start < size; start += 2) {
      lanes x0 = a[start], x1 = a[start + 1];
      a[start] = add(x0, x1);
      a[start + 1] = subtract(x0, x1);
    }
  }
}

/* Back, by decimation in time; the first layers may have been done. */
static void to_values(lanes *a, int log_size, int layer) {
  int size = 1 << log_size;
  if ((log_size - layer) % 2 == 1) {
    int half = 1 << layer++;
    for (int start = 0; start < size; start += 2 * half) {
      for (int i = 0; i < half; i++) {
        lanes *x = a + start + i;
        lanes x0 = x[0], x1 = twist(x[half], &forward, half + i);
        x[0] = add(x0, x1);
        x[half] = subtract(x0, x1);
      }
    }
  }
  for (; layer < log_size; layer += 2) {
    int half = 1 << layer;
    for (int start = 0; start < size; start += 4 * half) {
      for (int i = 0; i < half; i++) {
        lanes *x = a + start + i;
        lanes x0 = x[0], x1 = twist(x[half], &forward, half + i);
        lanes x2 = x[2 * half], x3 = twist(x[3 * half], &forward, half + i);
        lanes y0 = add(x0, x1), y1 = subtract(x0, x1);
        lanes y2 = twist(add(x2, x3), &forward, 2 * half + i);
        lanes y3 = twist(subtract(x2, x3), &forward, 3 * half + i);
        x[0] = add(y0, y2);
        x[half] = add(y1, y3);
        x[2 * half] = subtract(y0, y2);
        x[3 * half] = subtract(y1, y3);
      }
    }
  }
}

/* Lanes of x and y, numbered on from x to y. */
static inline lanes choose(lanes x, lanes y, lanes numbers) {
#if defined(__clang__)
  lanes chosen;
  for (int lane = 0; lane < LANES; lane++) {
    chosen[lane] = numbers[lane] < LANES ? x[numbers[lane]] : y[numbers[lane] - LANES];
  }
  return chosen;
#else
  return __builtin_shuffle(x, y, numbers);
#endif
}

/* The transpose of a square, bit by bit: swaps a bit of the vector's number with one of the lane's.
   The numbers are constant once the loops are unrolled, and so become shuffles. */
static inline void transpose(lanes *square) {
#pragma GCC unroll 8
  for (int step = LANES / 2; step > 0; step /= 2) {
    lanes lower, upper;
#pragma GCC unroll 16
    for (int lane = 0; lane < LANES; lane++) {
      lower[lane] = lane & step ? LANES + lane - step : lane;
      upper[lane] = lane & step ? LANES + lane : lane + step;
    }
#pragma GCC unroll 16
    for (int i = 0; i < LANES; i++) {
      if ((i & step) == 0) {
        lanes x = square[i], y = square[i + step];
        square[i] = choose(x, y, lower);
        square[i + step] = choose(x, y, upper);
      }
    }
  }
}

/* Each column of a matrix to its coefficients or back, some vectors of columns at a time. */
static void transform_columns(
    const uint32_t *from, uint32_t *to, int log_rows, int columns, lanes *strip, int is_back) {
  int rows = 1 << log_rows;
  int width = columns < STRIP_LANES * LANES ? columns : STRIP_LANES * LANES;
  for (int column = 0; column < columns; column += width) {
    for (int row = 0; row < rows; row++) {
      for (int part = 0; part < width / LANES; part++) {
        strip[part * rows + row] = load(from + (size_t)row * columns + column + part * LANES);
      }
    }
    for (int part = 0; part < width / LANES; part++) {
      if (is_back) {
        to_values(strip + part * rows, log_rows, 0);
      } else {
        to_coefficients(strip + part * rows, log_rows);
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int part = 0; part < width / LANES; part++) {
        store(to + (size_t)row * columns + column + part * LANES, strip[part * rows + row]);
      }
    }
  }
}

static void read_rows(const uint32_t *matrix, int row, int width, lanes *tile) {
  for (int column = 0; column < width; column += LANES) {
    lanes square[LANES];
    for (int i = 0; i < LANES; i++) {
      square[i] = load(matrix + (size_t)(row + i) * width + column);
    }
    transpose(square);
    memcpy(tile + column, square, sizeof square);
  }
}

static void write_rows(uint32_t *matrix, int row, int width, const lanes *tile) {
  for (int column = 0; column < width; column += LANES) {
    lanes square[LANES];
    memcpy(square, tile + column, sizeof square);
    transpose(square);
    for (int i = 0; i < LANES; i++) {
      store(matrix + (size_t)(row + i) * width + column, square[i]);
    }
  }
}

/* Multiplies vector i by first ratio^i. */
static void multiply_by_powers(lanes *tile, int count, lanes first, lanes ratio) {
  lanes ratio_over_p = ratio * P_INVERSE;
  for (int i = 0; i < count; i++) {
    tile[i] = multiply(tile[i], first);
    first = multiply_prepared(first, ratio, ratio_over_p);
  }
}

typedef struct {
  int log_rows, log_columns, log_blowup;
  uint32_t *row_scales;    /* s^k1 / n */
  uint32_t *column_scales; /* s^(R k2), bit-reversed */
  uint32_t *backward;      /* w^-k1 */
  uint32_t *onward;        /* the same for the coset's w, and forward */
} plan;

static void powers(uint32_t *to, uint32_t first, uint32_t ratio, int count) {
  for (int i = 0; i < count; i++) {
    to[i] = first;
    first = multiply_one(first, ratio);
  }
}

static plan make_plan(int log_height, int log_blowup, uint32_t shift) {
  plan p = {log_height / 2, log_height - log_height / 2, log_blowup, 0, 0, 0, 0};
  int rows = 1 << p.log_rows, columns = 1 << p.log_columns;
  p.row_scales = malloc(sizeof(uint32_t) * (3 * rows + 2 * columns));
  p.backward = p.row_scales + rows;
  p.onward = p.backward + rows;
  p.column_scales = p.onward + rows;
  uint32_t height = (uint32_t)((1ull << (32 + log_height)) % P);
  uint32_t root = root_of_unity(log_height);
  powers(p.row_scales, invert(height), shift, rows);
  powers(p.backward, one(), invert(root), rows);
  powers(p.onward, one(), root_of_unity(log_height + log_blowup), rows);
  uint32_t *natural = p.column_scales + columns;
  powers(natural, one(), power(shift, rows), columns);
  for (int i = 0; i < columns; i++) {
    p.column_scales[i] = natural[reverse(i, p.log_columns)];
  }
  return p;
}

/* A vector's worth of rows, in the columns' bit-reversed order, from a tile to a wider one. */
static void extend_rows(const plan *p, int row, const uint32_t *matrix, uint32_t *out, lanes *tile) {
  int columns = 1 << p->log_columns, wide = columns << p->log_blowup;
  lanes scale, backward, onward;
  for (int lane = 0; lane < LANES; lane++) {
    int k1 = reverse(row + lane, p->log_rows);
    scale[lane] = p->row_scales[k1];
    backward[lane] = p->backward[k1];
    onward[lane] = p->onward[k1];
  }
  read_rows(matrix, row, columns, tile);
  multiply_by_powers(tile, columns, scale, backward);
  to_coefficients(tile, p->log_columns);
  for (int i = columns - 1; i >= 0; i--) {
    lanes x = multiply(tile[i], broadcast(p->column_scales[i]));
    for (int copy = 0; copy < 1 << p->log_blowup; copy++) {
      tile[(i << p->log_blowup) + copy] = x;
    }
  }
  to_values(tile, p->log_columns + p->log_blowup, p->log_blowup);
  multiply_by_powers(tile, wide, broadcast(one()), onward);
  write_rows(out, row, wide, tile);
}

/* See the kernels' extend; log_height is from 8 to 20, log_blowup at most 2. */
void zarf_extend(
    const uint32_t *values, int log_height, int log_blowup, uint32_t shift, uint32_t *out) {
  if (!is_ready) {
    fill(&forward, 0);
    fill(&inverse, 1);
    is_ready = 1;
  }
  plan p = make_plan(log_height, log_blowup, shift);
  int rows = 1 << p.log_rows, columns = 1 << p.log_columns, wide = columns << log_blowup;
  int strip = STRIP_LANES * rows;
  lanes *scratch = aligned_alloc(64, sizeof(lanes) * (strip > wide ? strip : wide));
  /* The coefficients wait at the end of out: rows only overwrite what they have read. */
  uint32_t *coefficients = out + (((size_t)wide - columns) << p.log_rows);
  transform_columns(values, coefficients, p.log_rows, columns, scratch, 0);
  for (int row = 0; row < rows; row += LANES) {
    extend_rows(&p, row, coefficients, out, scratch);
  }
  transform_columns(out, out, p.log_rows, wide, scratch, 1);
  free(scratch);
  free(p.row_scales);
}
