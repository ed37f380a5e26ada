/* Keccak-256: the permutation of FIPS 202 with rate 1088 and the padding of the original submission, which appends a one bit where SHA3 appends 01 first. */

#include <string.h>

#include "machine.h"
#include "zkvm_accelerators.h"

#define LANES 25
#define RATE_BYTES 136
#define RATE_LANES (RATE_BYTES / 8)

/* The round constants of step iota (FIPS 202, 3.2.5). */
static const uint64_t ROUND_CONSTANTS[24] = {
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b, 0x0000000080000001,
    0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
    0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
    0x000000000000800a, 0x800000008000000a, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
};

static inline uint64_t rotate(uint64_t lane, unsigned count) {
  return lane << count | lane >> ((64 - count) & 63);
}

#define PARITY(from, x) (from[x] ^ from[(x) + 5] ^ from[(x) + 10] ^ from[(x) + 15] ^ from[(x) + 20])
#define EFFECT(left, right) (parity[left] ^ rotate(parity[right], 1))

/*
 * One plane y of steps rho, pi and chi: lane x of the plane comes from lane ((x + 3 y) mod 5, x) of the state before, rotated. The five lanes are given
 * as their numbers 5 y + x; each lies in another sheet, whose theta effect is added first.
 */
#define PLANE(to, y, from, l0, r0, l1, r1, l2, r2, l3, r3, l4, r4)          \
  do {                                                                      \
    uint64_t b0 = rotate(from[l0] ^ effect[(l0) % 5], r0);                  \
    uint64_t b1 = rotate(from[l1] ^ effect[(l1) % 5], r1);                  \
    uint64_t b2 = rotate(from[l2] ^ effect[(l2) % 5], r2);                  \
    uint64_t b3 = rotate(from[l3] ^ effect[(l3) % 5], r3);                  \
    uint64_t b4 = rotate(from[l4] ^ effect[(l4) % 5], r4);                  \
    to[5 * (y)] = b0 ^ (~b1 & b2);                                          \
    to[5 * (y) + 1] = b1 ^ (~b2 & b3);                                      \
    to[5 * (y) + 2] = b2 ^ (~b3 & b4);                                      \
    to[5 * (y) + 3] = b3 ^ (~b4 & b0);                                      \
    to[5 * (y) + 4] = b4 ^ (~b0 & b1);                                      \
  } while (0)

static inline __attribute__((always_inline)) void permute_round(uint64_t *to, const uint64_t *from, uint64_t constant) {
  /* Step theta: the parity of each sheet, and what its neighbours' parities add to it. */
  uint64_t parity[5] = {PARITY(from, 0), PARITY(from, 1), PARITY(from, 2), PARITY(from, 3), PARITY(from, 4)};
  uint64_t effect[5] = {EFFECT(4, 1), EFFECT(0, 2), EFFECT(1, 3), EFFECT(2, 4), EFFECT(3, 0)};
  PLANE(to, 0, from, 0, 0, 6, 44, 12, 43, 18, 21, 24, 14);
  PLANE(to, 1, from, 3, 28, 9, 20, 10, 3, 16, 45, 22, 61);
  PLANE(to, 2, from, 1, 1, 7, 6, 13, 25, 19, 8, 20, 18);
  PLANE(to, 3, from, 4, 27, 5, 36, 11, 10, 17, 15, 23, 56);
  PLANE(to, 4, from, 2, 62, 8, 55, 14, 39, 15, 41, 21, 2);
  to[0] ^= constant;
}

static void permute(uint64_t state[LANES]) {
  uint64_t between[LANES];
  for (size_t round = 0; round < 24; round += 2) {
    permute_round(between, state, ROUND_CONSTANTS[round]);
    permute_round(state, between, ROUND_CONSTANTS[round + 1]);
  }
}

static void absorb(uint64_t state[LANES], const uint8_t *block) {
  for (size_t i = 0; i < RATE_LANES; i++) {
    state[i] ^= load_word(block + 8 * i);
  }
  permute(state);
}

zkvm_status zkvm_keccak256(const uint8_t *data, size_t len, zkvm_keccak256_hash *output) {
  if (output == NULL || (data == NULL && len > 0)) {
    return ZKVM_EFAIL;
  }
  uint64_t state[LANES] = {0};
  size_t left = len;
  for (; left >= RATE_BYTES; data += RATE_BYTES, left -= RATE_BYTES) {
    absorb(state, data);
  }
  uint8_t last[RATE_BYTES] = {0};
  memcpy(last, data, left);
  last[left] = 0x01;
  last[RATE_BYTES - 1] |= 0x80;
  absorb(state, last);
  memcpy(output->data, state, sizeof output->data);
  return ZKVM_EOK;
}
