/*
 * What the programs of this suite share. Each reads a size (u32, little-endian) as its only input, works on data that it generates from the size, and writes a
 * checksum of the result (u64, little-endian) to the journal. sizes.properties lists the sizes at which they take about 2^16 .. 2^22 cycles.
 */
#ifndef SUITE_H
#define SUITE_H

#include <stdint.h>

#include "zarf.h"

static inline uint32_t read_size(void) {
  zarf_reader input = zarf_input();
  uint32_t size = zarf_read_u32(&input);
  zarf_expect_end(&input);
  return size;
}

/* A linear congruential generator (Knuth's MMIX constants); the upper bits are the good ones. */
static inline uint32_t next_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*state >> 32);
}

/* One step of FNV-1a over whole words, to fold results into a checksum. */
static inline uint64_t fold(uint64_t checksum, uint64_t value) {
  return (checksum ^ value) * 0x100000001b3u;
}

#define CHECKSUM_START 0xcbf29ce484222325u

#endif
