/* SHA-256, after FIPS 180-4. */

#include <string.h>

#include "machine.h"
#include "zkvm_accelerators.h"

#define BLOCK_BYTES 64

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

/*
 * The machine has no rotation, which would thus cost three instructions. A 32-bit word repeated in both halves of a 64-bit register rotates by a plain shift:
 * the low half of (x << 32 | x) >> n. One repetition serves all rotations of a word. Upper halves hold garbage elsewhere: sums and exclusive ors do not
 * carry it down, and a repetition cuts it off.
 */
static inline uint64_t repeated(uint64_t x) {
  uint64_t high = x << 32;
  return high | high >> 32;
}

/* The functions of FIPS 180-4, 4.1.2. */
static inline uint64_t big_sigma_0(uint64_t x) {
  uint64_t twice = repeated(x);
  return twice >> 2 ^ twice >> 13 ^ twice >> 22;
}

static inline uint64_t big_sigma_1(uint64_t x) {
  uint64_t twice = repeated(x);
  return twice >> 6 ^ twice >> 11 ^ twice >> 25;
}

static inline uint64_t small_sigma_0(uint32_t x) {
  uint64_t twice = repeated(x);
  return twice >> 7 ^ twice >> 18 ^ x >> 3;
}

static inline uint64_t small_sigma_1(uint32_t x) {
  uint64_t twice = repeated(x);
  return twice >> 17 ^ twice >> 19 ^ x >> 10;
}

static inline uint64_t choose(uint64_t x, uint64_t y, uint64_t z) {
  return z ^ (x & (y ^ z));
}

/* Reads two big-endian words at once. */
static inline void load_two_words(uint32_t *words, const uint8_t *bytes) {
  const uint64_t even_bytes = 0x00ff00ff00ff00ff;
  const uint64_t even_pairs = 0x0000ffff0000ffff;
  uint64_t two = load_word(bytes);
  two = (two >> 8 & even_bytes) | (two & even_bytes) << 8;
  two = (two >> 16 & even_pairs) | (two & even_pairs) << 16;
  words[0] = (uint32_t)two;
  words[1] = (uint32_t)(two >> 32);
}

/* The words of the message schedule are computed in a ring of 16. */
#define SCHEDULE(i) (w[i] += (uint32_t)(small_sigma_1(w[((i) + 14) & 15]) + w[((i) + 9) & 15] + small_sigma_0(w[((i) + 1) & 15])))

/* One round; the caller renames the variables instead of moving their values. Majority: b ^ ((a ^ b) & (b ^ c)), and a ^ b is the next round's b ^ c. */
#define ROUND(a, b, c, d, e, f, g, h, i, word)                              \
  do {                                                                      \
    uint64_t sum = h + big_sigma_1(e) + choose(e, f, g) + k[i] + (word);    \
    uint64_t differ = a ^ b;                                                \
    d += sum;                                                               \
    h = sum + big_sigma_0(a) + (b ^ (differ & differ_before));              \
    differ_before = differ;                                                 \
  } while (0)

#define EIGHT_ROUNDS(i, WORD)                     \
  do {                                            \
    ROUND(a, b, c, d, e, f, g, h, i, WORD(i));    \
    ROUND(h, a, b, c, d, e, f, g, i + 1, WORD(i + 1)); \
    ROUND(g, h, a, b, c, d, e, f, i + 2, WORD(i + 2)); \
    ROUND(f, g, h, a, b, c, d, e, i + 3, WORD(i + 3)); \
    ROUND(e, f, g, h, a, b, c, d, i + 4, WORD(i + 4)); \
    ROUND(d, e, f, g, h, a, b, c, i + 5, WORD(i + 5)); \
    ROUND(c, d, e, f, g, h, a, b, i + 6, WORD(i + 6)); \
    ROUND(b, c, d, e, f, g, h, a, i + 7, WORD(i + 7)); \
  } while (0)

#define GIVEN(i) w[i]

static void compress(uint32_t state[8], const uint8_t *block) {
  uint32_t w[16];
  for (size_t i = 0; i < 16; i += 2) {
    load_two_words(w + i, block + 4 * i);
  }
  uint64_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  uint64_t differ_before = b ^ c;
  const uint32_t *k = K;
  EIGHT_ROUNDS(0, GIVEN);
  EIGHT_ROUNDS(8, GIVEN);
  for (k += 16; k < K + 64; k += 16) {
    EIGHT_ROUNDS(0, SCHEDULE);
    EIGHT_ROUNDS(8, SCHEDULE);
  }
  state[0] += (uint32_t)a;
  state[1] += (uint32_t)b;
  state[2] += (uint32_t)c;
  state[3] += (uint32_t)d;
  state[4] += (uint32_t)e;
  state[5] += (uint32_t)f;
  state[6] += (uint32_t)g;
  state[7] += (uint32_t)h;
}

static void store_big_endian(uint8_t *bytes, uint64_t value, size_t count) {
  while (count > 0) {
    bytes[--count] = (uint8_t)value;
    value >>= 8;
  }
}

zkvm_status zkvm_sha256(const uint8_t *data, size_t len, zkvm_sha256_hash *output) {
  if (output == NULL || (data == NULL && len > 0)) {
    return ZKVM_EFAIL;
  }
  /* FIPS 180-4, 5.3.3 */
  uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  size_t left = len;
  for (; left >= BLOCK_BYTES; data += BLOCK_BYTES, left -= BLOCK_BYTES) {
    compress(state, data);
  }
  /* The rest, a one bit, zeros, and the length in bits: one block, or two when the length does not fit behind the rest. */
  uint8_t last[2 * BLOCK_BYTES] = {0};
  size_t last_bytes = left + 9 <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES;
  memcpy(last, data, left);
  last[left] = 0x80;
  store_big_endian(last + last_bytes - 8, 8 * (uint64_t)len, 8);
  for (size_t at = 0; at < last_bytes; at += BLOCK_BYTES) {
    compress(state, last + at);
  }
  for (size_t i = 0; i < 8; i++) {
    store_big_endian(output->data + 4 * i, state[i], 4);
  }
  return ZKVM_EOK;
}
