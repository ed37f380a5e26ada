/* Raises a number to an exponent of size bits modulo an odd number of 1024 bits, by squaring and Montgomery multiplication (Montgomery, 1985). */

#include <stdbool.h>
#include <string.h>

#include "suite.h"

enum { LIMBS = 16 };

typedef uint64_t number[LIMBS];

static number modulus;

/* -1 / modulus mod 2^64 */
static uint64_t inverse;

static bool at_least_modulus(const number a) {
  for (int i = LIMBS; i-- > 0;) {
    if (a[i] != modulus[i]) {
      return a[i] > modulus[i];
    }
  }
  return true;
}

static void subtract_modulus(number a) {
  uint64_t borrow = 0;
  for (int i = 0; i < LIMBS; i++) {
    uint64_t difference = a[i] - modulus[i];
    uint64_t next = (a[i] < modulus[i]) | (difference < borrow);
    a[i] = difference - borrow;
    borrow = next;
  }
}

/* low + high 2^64 = a b + c + d, which always fits. */
static uint64_t multiply_add(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t *high) {
  unsigned __int128 sum = (unsigned __int128)a * b + c + d;
  *high = (uint64_t)(sum >> 64);
  return (uint64_t)sum;
}

/* product = a b / 2^1024 mod modulus; all below the modulus. */
static void multiply(number product, const number a, const number b) {
  uint64_t sum[LIMBS + 2] = {0};
  for (int i = 0; i < LIMBS; i++) {
    uint64_t carry = 0;
    for (int j = 0; j < LIMBS; j++) {
      sum[j] = multiply_add(a[i], b[j], sum[j], carry, &carry);
    }
    sum[LIMBS] = multiply_add(1, carry, sum[LIMBS], 0, &sum[LIMBS + 1]);
    uint64_t factor = sum[0] * inverse;
    multiply_add(factor, modulus[0], sum[0], 0, &carry);
    for (int j = 1; j < LIMBS; j++) {
      sum[j - 1] = multiply_add(factor, modulus[j], sum[j], carry, &carry);
    }
    sum[LIMBS - 1] = multiply_add(1, carry, sum[LIMBS], 0, &carry);
    sum[LIMBS] = sum[LIMBS + 1] + carry;
  }
  bool over = sum[LIMBS] != 0;
  memcpy(product, sum, sizeof(number));
  if (over || at_least_modulus(product)) {
    subtract_modulus(product);
  }
}

static uint64_t random_limb(uint64_t *state) {
  uint64_t high = next_random(state);
  return high << 32 | next_random(state);
}

int main(void) {
  uint32_t size = read_size();
  /* The same numbers for every size, so that more bits always take longer. */
  uint64_t state = 1;
  number base, power = {0};
  for (int i = 0; i < LIMBS; i++) {
    modulus[i] = random_limb(&state);
    base[i] = random_limb(&state);
  }
  modulus[0] |= 1;
  modulus[LIMBS - 1] |= 1ul << 63;
  base[LIMBS - 1] >>= 1;

  /* Newton's iteration doubles the correct bits: an odd number is its own inverse modulo 8. */
  uint64_t reciprocal = modulus[0];
  for (int i = 0; i < 5; i++) {
    reciprocal *= 2 - modulus[0] * reciprocal;
  }
  inverse = -reciprocal;

  /* 2^1024 mod modulus stands for 1. */
  subtract_modulus(power);
  uint32_t word = 0;
  for (uint32_t bit = 0; bit < size; bit++) {
    if (bit % 32 == 0) {
      word = next_random(&state);
    }
    multiply(power, power, power);
    if (word >> bit % 32 & 1) {
      multiply(power, power, base);
    }
  }
  uint64_t checksum = CHECKSUM_START;
  for (int i = 0; i < LIMBS; i++) {
    checksum = fold(checksum, power[i]);
  }
  zarf_write_u64(checksum);
  return 0;
}
