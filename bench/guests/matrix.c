/* The product of two square matrices of 64-bit integers with size rows. */

#include <stdlib.h>

#include "suite.h"

static uint64_t *random_matrix(uint32_t size, uint64_t *state) {
  uint64_t *matrix = malloc((size_t)size * size * sizeof *matrix);
  for (size_t i = 0; i < (size_t)size * size; i++) {
    matrix[i] = next_random(state);
  }
  return matrix;
}

int main(void) {
  uint32_t size = read_size();
  uint64_t state = size;
  const uint64_t *a = random_matrix(size, &state);
  const uint64_t *b = random_matrix(size, &state);
  uint64_t checksum = CHECKSUM_START;
  for (uint32_t row = 0; row < size; row++) {
    for (uint32_t column = 0; column < size; column++) {
      uint64_t sum = 0;
      for (uint32_t i = 0; i < size; i++) {
        sum += a[(size_t)row * size + i] * b[(size_t)i * size + column];
      }
      checksum = fold(checksum, sum);
    }
  }
  zarf_write_u64(checksum);
  return 0;
}
