/*
 * The field of secp256k1: integers modulo p = 2^256 - FIELD_K, in four limbs of 64 bits.
 *
 * Every number below 2^256 stands for its residue, so that the residues below FIELD_K have two representations; field_reduced gives the one below p. All operations
 * take and give any representation. What overflows 2^256 comes back times FIELD_K, as 2^256 = FIELD_K modulo p.
 */
#ifndef FIELD_H
#define FIELD_H

#include <stdbool.h>
#include <stdint.h>

#define FIELD_K 0x1000003d1u

typedef unsigned __int128 u128;

/* limb[0] is the lowest. */
typedef struct {
  uint64_t limb[4];
} field;

static const uint64_t field_p[4] = {-(uint64_t)FIELD_K, UINT64_MAX, UINT64_MAX, UINT64_MAX};

/* Whether the number in four limbs is below a bound in four limbs. */
static inline bool limbs_below(const uint64_t a[4], const uint64_t bound[4]) {
  for (unsigned i = 4; i-- > 0;) {
    if (a[i] != bound[i]) {
      return a[i] < bound[i];
    }
  }
  return false;
}

/* The limbs of 32 bytes, the highest first. */
static inline void limbs_of_bytes(uint64_t limbs[4], const uint8_t bytes[32]) {
  for (unsigned i = 0; i < 4; i++) {
    uint64_t limb = 0;
    for (unsigned k = 0; k < 8; k++) {
      limb = limb << 8 | bytes[8 * (3 - i) + k];
    }
    limbs[i] = limb;
  }
}

/* The 32 bytes of limbs, the highest first. */
static inline void limbs_to_bytes(uint8_t bytes[32], const uint64_t limbs[4]) {
  for (unsigned i = 0; i < 32; i++) {
    bytes[31 - i] = (uint8_t)(limbs[i / 8] >> 8 * (i % 8));
  }
}

/* Subtracts an amount from limb 0 on; returns what is to be borrowed from above limb 3. */
static inline uint64_t limbs_subtract(uint64_t limbs[4], uint64_t amount) {
  for (unsigned i = 0; i < 4; i++) {
    uint64_t before = limbs[i];
    limbs[i] = before - amount;
    amount = before < amount;
  }
  return amount;
}

/* Adds an amount from limb 0 on; returns what is carried above limb 3. */
static inline uint64_t limbs_add(uint64_t limbs[4], uint64_t amount) {
  for (unsigned i = 0; i < 4; i++) {
    limbs[i] += amount;
    amount = limbs[i] < amount;
  }
  return amount;
}

static inline field field_reduced(field a) {
  if (!limbs_below(a.limb, field_p)) {
    limbs_add(a.limb, FIELD_K);
  }
  return a;
}

static inline bool field_is_zero(const field *a) {
  uint64_t any = a->limb[0] | a->limb[1] | a->limb[2] | a->limb[3];
  return any == 0 || ((a->limb[1] & a->limb[2] & a->limb[3]) == UINT64_MAX && a->limb[0] == field_p[0]);
}

static inline bool field_is_odd(const field *a) {
  return field_reduced(*a).limb[0] & 1;
}

/* A second overflow leaves a number below FIELD_K, to which FIELD_K can be added without a third. */
static inline void field_wrap(field *r, uint64_t carry) {
  if (carry != 0 && limbs_add(r->limb, FIELD_K) != 0) {
    r->limb[0] += FIELD_K;
  }
}

static inline void field_add(field *r, const field *a, const field *b) {
  uint64_t carry = 0;
  for (unsigned i = 0; i < 4; i++) {
    uint64_t sum = a->limb[i] + b->limb[i];
    uint64_t carried = sum < a->limb[i];
    r->limb[i] = sum + carry;
    carry = carried | (r->limb[i] < carry);
  }
  field_wrap(r, carry);
}

static inline void field_sub(field *r, const field *a, const field *b) {
  uint64_t borrow = 0;
  for (unsigned i = 0; i < 4; i++) {
    uint64_t x = a->limb[i], difference = x - b->limb[i];
    uint64_t borrowed = x < difference;
    r->limb[i] = difference - borrow;
    borrow = borrowed | (difference < borrow);
  }
  if (borrow != 0 && limbs_subtract(r->limb, FIELD_K) != 0) {
    r->limb[0] -= FIELD_K;
  }
}

/* a / 2: of a and a + p the even one, shifted. */
static inline void field_half(field *r, const field *a) {
  field even = *a;
  uint64_t top = 0;
  if (even.limb[0] & 1) {
    /* + p is + 2^256 - FIELD_K */
    top = 1 - limbs_subtract(even.limb, FIELD_K);
  }
  for (unsigned i = 0; i < 3; i++) {
    r->limb[i] = even.limb[i] >> 1 | even.limb[i + 1] << 63;
  }
  r->limb[3] = even.limb[3] >> 1 | top << 63;
}

/* Three words that collect products of one column. */
typedef struct {
  uint64_t low, middle, high;
} column;

static inline __attribute__((always_inline)) void column_add(column *c, u128 product) {
  uint64_t low = (uint64_t)product, high = (uint64_t)(product >> 64);
  c->low += low;
  high += c->low < low; /* the high word of a product is at most 2^64 - 2 */
  c->middle += high;
  c->high += c->middle < high;
}

/* Gives the lowest word, and moves on to the next column. */
static inline __attribute__((always_inline)) uint64_t column_next(column *c) {
  uint64_t word = c->low;
  *c = (column){c->middle, c->high, 0};
  return word;
}

/* r = the number of eight words, modulo p. */
static inline __attribute__((always_inline)) void field_reduce(field *r, const uint64_t words[8]) {
  uint64_t carry = 0;
#pragma GCC unroll 4
  for (unsigned i = 0; i < 4; i++) {
    u128 sum = (u128)words[4 + i] * FIELD_K + words[i] + carry;
    r->limb[i] = (uint64_t)sum;
    carry = (uint64_t)(sum >> 64);
  }
  /* carry is at most FIELD_K, so that the sum is below 2^68 */
  u128 sum = (u128)carry * FIELD_K + r->limb[0];
  r->limb[0] = (uint64_t)sum;
  uint64_t up = (uint64_t)(sum >> 64);
#pragma GCC unroll 3
  for (unsigned i = 1; i < 4; i++) {
    r->limb[i] += up;
    up = r->limb[i] < up;
  }
  if (up != 0) {
    limbs_add(r->limb, FIELD_K); /* what is left is at most FIELD_K^2: no further overflow */
  }
}

#define ADD_PRODUCT(i, j) column_add(&c, (u128)a->limb[i] * b->limb[j])

static void field_mul(field *r, const field *a, const field *b) {
  uint64_t words[8];
  column c = {0, 0, 0};
  ADD_PRODUCT(0, 0);
  words[0] = column_next(&c);
  ADD_PRODUCT(0, 1);
  ADD_PRODUCT(1, 0);
  words[1] = column_next(&c);
  ADD_PRODUCT(0, 2);
  ADD_PRODUCT(1, 1);
  ADD_PRODUCT(2, 0);
  words[2] = column_next(&c);
  ADD_PRODUCT(0, 3);
  ADD_PRODUCT(1, 2);
  ADD_PRODUCT(2, 1);
  ADD_PRODUCT(3, 0);
  words[3] = column_next(&c);
  ADD_PRODUCT(1, 3);
  ADD_PRODUCT(2, 2);
  ADD_PRODUCT(3, 1);
  words[4] = column_next(&c);
  ADD_PRODUCT(2, 3);
  ADD_PRODUCT(3, 2);
  words[5] = column_next(&c);
  ADD_PRODUCT(3, 3);
  words[6] = column_next(&c);
  words[7] = column_next(&c);
  field_reduce(r, words);
}

/* a^2: the products of different limbs once, doubled, and the squares of the limbs. */
static void field_sqr(field *r, const field *a) {
  const field *b = a;
  uint64_t words[8];
  column c = {0, 0, 0};
  words[0] = 0;
  ADD_PRODUCT(0, 1);
  words[1] = column_next(&c);
  ADD_PRODUCT(0, 2);
  words[2] = column_next(&c);
  ADD_PRODUCT(0, 3);
  ADD_PRODUCT(1, 2);
  words[3] = column_next(&c);
  ADD_PRODUCT(1, 3);
  words[4] = column_next(&c);
  ADD_PRODUCT(2, 3);
  words[5] = column_next(&c);
  words[6] = column_next(&c);
  words[7] = words[6] >> 63;
#pragma GCC unroll 6
  for (unsigned k = 6; k > 0; k--) {
    words[k] = words[k] << 1 | words[k - 1] >> 63;
  }
  uint64_t carry = 0;
#pragma GCC unroll 4
  for (unsigned i = 0; i < 4; i++) {
    u128 square = (u128)a->limb[i] * a->limb[i];
    u128 low = (u128)words[2 * i] + (uint64_t)square + carry;
    words[2 * i] = (uint64_t)low;
    u128 high = (low >> 64) + (uint64_t)(square >> 64) + words[2 * i + 1];
    words[2 * i + 1] = (uint64_t)high;
    carry = (uint64_t)(high >> 64);
  }
  field_reduce(r, words);
}

#undef ADD_PRODUCT

/* r = a^(2^count) */
static void field_sqr_times(field *r, const field *a, unsigned count) {
  *r = *a;
  while (count-- > 0) {
    field_sqr(r, r);
  }
}

/*
 * a^(2^223 - 1): 223 ones are what both p - 2 and (p + 1) / 4 begin with; also a^(2^22 - 1) and a^3. a^(2^i - 1) to the 2^k, times a^(2^k - 1), is
 * a^(2^(i + k) - 1).
 */
static void field_ones(const field *a, field *ones_223, field *ones_22, field *ones_2) {
  static const uint8_t steps[][2] = {{3, 3}, {6, 3}, {9, 2}, {11, 11}, {22, 22}, {44, 44}, {88, 88}, {176, 44}, {220, 3}};
  field power[224];
  field t;
  field_sqr(&t, a);
  field_mul(&power[2], &t, a);
  field_sqr(&t, &power[2]);
  field_mul(&power[3], &t, a);
  for (unsigned i = 0; i < sizeof steps / sizeof *steps; i++) {
    unsigned from = steps[i][0], more = steps[i][1];
    field_sqr_times(&t, &power[from], more);
    field_mul(&power[from + more], &t, &power[more]);
  }
  *ones_223 = power[223];
  *ones_22 = power[22];
  *ones_2 = power[2];
}

/* r = a^(p - 2), the inverse of a; 0 of 0. */
static void field_invert(field *r, const field *a) {
  field ones_223, ones_22, ones_2, t;
  field_ones(a, &ones_223, &ones_22, &ones_2);
  /* p - 2 is, in bits: 223 ones, 0, 22 ones, 0000, 1, 0, 11, 0, 1 */
  field_sqr_times(&t, &ones_223, 23);
  field_mul(&t, &t, &ones_22);
  field_sqr_times(&t, &t, 5);
  field_mul(&t, &t, a);
  field_sqr_times(&t, &t, 3);
  field_mul(&t, &t, &ones_2);
  field_sqr_times(&t, &t, 2);
  field_mul(r, &t, a);
}

/* r = a^((p + 1) / 4); whether it is a square root of a: p = 3 modulo 4. */
static bool field_sqrt(field *r, const field *a) {
  field ones_223, ones_22, ones_2, t, root;
  field_ones(a, &ones_223, &ones_22, &ones_2);
  /* (p + 1) / 4 is, in bits: 223 ones, 0, 22 ones, 0000, 11, 00 */
  field_sqr_times(&t, &ones_223, 23);
  field_mul(&t, &t, &ones_22);
  field_sqr_times(&t, &t, 6);
  field_mul(&t, &t, &ones_2);
  field_sqr_times(&root, &t, 2);
  field_sqr(&t, &root);
  field_sub(&t, &t, a);
  *r = root;
  return field_is_zero(&t);
}

#endif
