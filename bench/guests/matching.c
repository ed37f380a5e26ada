/*
 * Matches size residents with size hospitals of one place each, all with random complete lists, by deferred acceptance (Gale and Shapley, 1962), and checks
 * that the matching is stable.
 */

#include <stdbool.h>
#include <stdlib.h>

#include "suite.h"

enum { NOBODY = UINT16_MAX };

static uint32_t size;

/* choices[r * size + i]: the hospital at place i of the list of resident r. */
static uint16_t *choices;

/* ranks[h * size + r]: the place of resident r in the list of hospital h. */
static uint16_t *ranks;

/* size lists, each a permutation of 0 .. size - 1, shuffled as Fisher and Yates do. */
static uint16_t *random_lists(uint64_t *state) {
  uint16_t *lists = malloc((size_t)size * size * sizeof *lists);
  for (uint32_t list = 0; list < size; list++) {
    uint16_t *at = lists + (size_t)list * size;
    for (uint32_t i = 0; i < size; i++) {
      uint32_t j = (uint32_t)((uint64_t)next_random(state) * (i + 1) >> 32);
      at[i] = at[j];
      at[j] = (uint16_t)i;
    }
  }
  return lists;
}

static void match(uint16_t *hospital_of, uint16_t *resident_of) {
  uint16_t *proposals = calloc(size, sizeof *proposals);
  for (uint32_t h = 0; h < size; h++) {
    resident_of[h] = NOBODY;
  }
  for (uint32_t next = 0; next < size; next++) {
    uint32_t r = next;
    while (r != NOBODY) {
      uint32_t h = choices[(size_t)r * size + proposals[r]++];
      uint32_t held = resident_of[h];
      if (held == NOBODY || ranks[(size_t)h * size + r] < ranks[(size_t)h * size + held]) {
        resident_of[h] = (uint16_t)r;
        hospital_of[r] = (uint16_t)h;
        r = held;
      }
    }
  }
}

static bool is_stable(const uint16_t *hospital_of, const uint16_t *resident_of) {
  for (uint32_t r = 0; r < size; r++) {
    for (const uint16_t *h = choices + (size_t)r * size; *h != hospital_of[r]; h++) {
      const uint16_t *rank = ranks + (size_t)*h * size;
      if (rank[r] < rank[resident_of[*h]]) {
        return false;
      }
    }
  }
  return true;
}

int main(void) {
  size = read_size();
  uint64_t state = size;
  choices = random_lists(&state);
  ranks = random_lists(&state);
  uint16_t *hospital_of = malloc(size * sizeof *hospital_of);
  uint16_t *resident_of = malloc(size * sizeof *resident_of);
  match(hospital_of, resident_of);
  if (!is_stable(hospital_of, resident_of)) {
    zarf_fail("matching: not stable");
  }
  uint64_t checksum = CHECKSUM_START;
  for (uint32_t r = 0; r < size; r++) {
    checksum = fold(checksum, hospital_of[r]);
  }
  zarf_write_u64(checksum);
  return 0;
}
