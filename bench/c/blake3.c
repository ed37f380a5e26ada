/* Keyed BLAKE3 (J. O'Connor, J.-P. Aumasson, S. Neves, Z. Wilcox-O'Hearn, 2020) of the rows of a
   matrix, as many rows side by side as a vector has lanes. */
#include "lanes.h"

#define ROUNDS 7
#define BATCH 256
#define GROUP 16

enum { CHUNK_START = 1, CHUNK_END = 2, ROOT = 8, KEYED = 16 };

static const uint8_t SCHEDULE[ROUNDS][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8},
    {3, 4, 10, 12, 13, 2, 7, 14, 6, 5, 9, 0, 11, 15, 8, 1},
    {10, 7, 12, 9, 14, 3, 13, 15, 4, 0, 11, 2, 5, 8, 1, 6},
    {12, 13, 9, 11, 15, 10, 14, 8, 7, 2, 5, 3, 0, 1, 6, 4},
    {9, 14, 11, 5, 8, 12, 15, 1, 13, 3, 0, 10, 2, 6, 4, 7},
    {11, 15, 5, 0, 1, 9, 8, 6, 14, 10, 2, 12, 3, 4, 7, 13},
};

#define ROTATE(x, n) (((x) >> (n)) | ((x) << (32 - (n))))

#define MIX(a, b, c, d, x, y)        \
  do {                               \
    v[a] += v[b] + (x);              \
    v[d] = ROTATE(v[d] ^ v[a], 16);  \
    v[c] += v[d];                    \
    v[b] = ROTATE(v[b] ^ v[c], 12);  \
    v[a] += v[b] + (y);              \
    v[d] = ROTATE(v[d] ^ v[a], 8);   \
    v[c] += v[d];                    \
    v[b] = ROTATE(v[b] ^ v[c], 7);   \
  } while (0)

/* Compresses a block into the chaining values, whose words are BATCH apart. */
static inline void compress(uint32_t *state, const lanes *block, uint32_t length, uint32_t flags) {
  lanes v[16];
  for (int w = 0; w < 8; w++) {
    v[w] = load(state + w * BATCH);
  }
  v[8] = broadcast(0x6a09e667);
  v[9] = broadcast(0xbb67ae85);
  v[10] = broadcast(0x3c6ef372);
  v[11] = broadcast(0xa54ff53a);
  v[12] = broadcast(0);
  v[13] = broadcast(0);
  v[14] = broadcast(length);
  v[15] = broadcast(flags);
#pragma GCC unroll 7
  for (int round = 0; round < ROUNDS; round++) {
    const uint8_t *s = SCHEDULE[round];
    MIX(0, 4, 8, 12, block[s[0]], block[s[1]]);
    MIX(1, 5, 9, 13, block[s[2]], block[s[3]]);
    MIX(2, 6, 10, 14, block[s[4]], block[s[5]]);
    MIX(3, 7, 11, 15, block[s[6]], block[s[7]]);
    MIX(0, 5, 10, 15, block[s[8]], block[s[9]]);
    MIX(1, 6, 11, 12, block[s[10]], block[s[11]]);
    MIX(2, 7, 8, 13, block[s[12]], block[s[13]]);
    MIX(3, 4, 9, 14, block[s[14]], block[s[15]]);
  }
  for (int w = 0; w < 8; w++) {
    store(state + w * BATCH, v[w] ^ v[w + 8]);
  }
}

/* Hashes a batch of rows from a row on; out is as the Java kernels' digests: groups of sixteen. */
static void hash_batch(
    const uint32_t *matrix, int columns, int height, const uint32_t *key, uint32_t *out, int row) {
  uint32_t states[8 * BATCH];
  int rows = height - row < BATCH ? height - row : BATCH;
  for (int i = 0; i < 8 * BATCH; i++) {
    states[i] = key[i / BATCH];
  }
  for (int from = 0; from < columns; from += 16) {
    int words = columns - from < 16 ? columns - from : 16;
    int is_last = from + 16 >= columns;
    uint32_t flags = KEYED | (from == 0 ? CHUNK_START : 0) | (is_last ? CHUNK_END | ROOT : 0);
    for (int i = 0; i < rows; i += LANES) {
      lanes block[16] = {0};
      for (int w = 0; w < words; w++) {
        block[w] = load(matrix + (size_t)(from + w) * height + row + i);
      }
      compress(states + i, block, 4 * words, flags);
    }
  }
  for (int i = 0; i < rows; i += LANES) {
    uint32_t *group = out + (size_t)((row + i) / GROUP) * (8 * GROUP) + (row + i) % GROUP;
    for (int w = 0; w < 8; w++) {
      store(group + w * GROUP, load(states + w * BATCH + i));
    }
  }
}

/* The matrix is column after column, height a multiple of sixteen, columns from 1 to 256. */
void zarf_hash_leaves(
    const uint32_t *matrix, int columns, int height, const uint32_t *key, uint32_t *out) {
  for (int row = 0; row < height; row += BATCH) {
    hash_batch(matrix, columns, height, key, out, row);
  }
}
