/*
 * The group of secp256k1 (SEC 2, 2.4.1): the points (x, y) with y^2 = x^3 + 7 over the field of field.h, and a point at infinity. It has a prime number of points, so
 * that no point but the one at infinity is its own negative.
 */
#ifndef GROUP_H
#define GROUP_H

#include "field.h"

/* A point other than the one at infinity. */
typedef struct {
  field x, y;
} affine;

/* The point (x / z^2, y / z^3), or the one at infinity. */
typedef struct {
  field x, y, z;
  bool infinite;
} jacobian;

/* Scalars are taken apart in digits of 5 bits with a sign; odd ones alone are left, at least 5 places apart. */
#define DIGIT_BITS 5
#define ODD_MULTIPLES 8
#define DIGITS 257

/* The number of points. */
static const uint64_t group_order[4] = {0xbfd25e8cd0364141, 0xbaaedce6af48a03b, 0xfffffffffffffffe, 0xffffffffffffffff};

/* G, 3 G, 5 G, ... 15 G. */
static const affine generator_multiples[ODD_MULTIPLES] = {
    {{{0x59f2815b16f81798, 0x029bfcdb2dce28d9, 0x55a06295ce870b07, 0x79be667ef9dcbbac}},
     {{0x9c47d08ffb10d4b8, 0xfd17b448a6855419, 0x5da4fbfc0e1108a8, 0x483ada7726a3c465}}},
    {{{0x8601f113bce036f9, 0xb531c845836f99b0, 0x49344f85f89d5229, 0xf9308a019258c310}},
     {{0x6cb9fd7584b8e672, 0x6500a99934c2231b, 0x0fe337e62a37f356, 0x388f7b0f632de814}}},
    {{{0xcba8d569b240efe4, 0xe88b84bddc619ab7, 0x55b4a7250a5c5128, 0x2f8bde4d1a072093}},
     {{0xdca87d3aa6ac62d6, 0xf788271bab0d6840, 0xd4dba9dda6c9c426, 0xd8ac222636e5e3d6}}},
    {{{0xe92bddedcac4f9bc, 0x3d419b7e0330e39c, 0xa398f365f2ea7a0e, 0x5cbdf0646e5db4ea}},
     {{0xa5082628087264da, 0xa813d0b813fde7b5, 0xa3178d6d861a54db, 0x6aebca40ba255960}}},
    {{{0xc35f110dfc27ccbe, 0xe09796974c57e714, 0x09ad178a9f559abd, 0xacd484e2f0c7f653}},
     {{0x05cc262ac64f9c37, 0xadd888a4375f8e0f, 0x64380971763b61e9, 0xcc338921b0a7d9fd}}},
    {{{0xbbec17895da008cb, 0x5649980be5c17891, 0x5ef4246b70c65aac, 0x774ae7f858a9411e}},
     {{0x301d74c9c953c61b, 0x372db1e2dff9d6a8, 0x0243dd56d7b7b365, 0xd984a032eb6b5e19}}},
    {{{0xdeeddf8f19405aa8, 0xb075fbc6610e58cd, 0xc7d1d205c3748651, 0xf28773c2d975288b}},
     {{0x29b5cb52db03ed81, 0x3a1a06da521fa91f, 0x758212eb65cdaf47, 0x0ab0902e8d880a89}}},
    {{{0x44adbcf8e27e080e, 0x31e5946f3c85f79e, 0x5a465ae3095ff411, 0xd7924d4f7d43ea96}},
     {{0xc504dc9ff6a26b58, 0xea40af2bd896d3a5, 0x83842ec228cc6def, 0x581e2872a86c72a6}}},
};

/* The point with an x below p, given as 32 bytes, and even y. Whether there is one. */
static inline bool group_lift(affine *r, const uint8_t bytes[32]) {
  limbs_of_bytes(r->x.limb, bytes);
  if (!limbs_below(r->x.limb, field_p)) {
    return false;
  }
  field square;
  field_sqr(&square, &r->x);
  field_mul(&square, &square, &r->x);
  field_add(&square, &square, &(field){{7, 0, 0, 0}});
  if (!field_sqrt(&r->y, &square)) {
    return false;
  }
  if (field_is_odd(&r->y)) {
    field_sub(&r->y, &(field){{0, 0, 0, 0}}, &r->y);
  }
  return true;
}

/* r = 2 a: with l = 3/2 x^2 and t = x y^2, the point (l^2 - 2 t, l (t - that) - y^4, y z). */
static void group_double(jacobian *r, const jacobian *a) {
  r->infinite = a->infinite;
  if (a->infinite) {
    return;
  }
  field l, s, t, v;
  field_sqr(&v, &a->x);
  field_add(&l, &v, &v);
  field_add(&l, &l, &v);
  field_half(&l, &l);
  field_sqr(&s, &a->y);
  field_mul(&t, &a->x, &s);
  field_mul(&r->z, &a->y, &a->z);
  field_sqr(&v, &l);
  field_sub(&v, &v, &t);
  field_sub(&r->x, &v, &t);
  field_sub(&t, &t, &r->x);
  field_mul(&t, &t, &l);
  field_sqr(&s, &s);
  field_sub(&r->y, &t, &s);
}

/*
 * r = a + b, where b is (bx / bz^2, by / bz^3) with the sign that negative gives it, and no bz stands for 1. With u = x bz^2 and s = y bz^3, the same of b by the z
 * of a, and h and d the differences of the latter and the former: (d^2 - h^3 - 2 u h^2, d (u h^2 - that) - s h^3, z bz h).
 */
static inline __attribute__((always_inline)) void group_add(jacobian *r, const jacobian *a, const affine *b, const field *bz, bool negative) {
  field by = b->y;
  if (negative) {
    field_sub(&by, &(field){{0, 0, 0, 0}}, &by);
  }
  if (a->infinite) {
    *r = (jacobian){b->x, by, bz ? *bz : (field){{1, 0, 0, 0}}, false};
    return;
  }
  field u = a->x, s = a->y, h, d, v, w;
  if (bz) {
    field_sqr(&v, bz);
    field_mul(&u, &u, &v);
    field_mul(&v, &v, bz);
    field_mul(&s, &s, &v);
  }
  field_sqr(&v, &a->z);
  field_mul(&h, &b->x, &v);
  field_sub(&h, &h, &u);
  field_mul(&v, &v, &a->z);
  field_mul(&d, &by, &v);
  field_sub(&d, &d, &s);
  if (field_is_zero(&h)) {
    if (field_is_zero(&d)) {
      group_double(r, a);
    } else {
      r->infinite = true;
    }
    return;
  }
  field_mul(&r->z, &a->z, &h);
  if (bz) {
    field_mul(&r->z, &r->z, bz);
  }
  field_sqr(&v, &h);
  field_mul(&h, &h, &v); /* h^3 */
  field_mul(&u, &u, &v);
  field_sqr(&w, &d);
  field_sub(&w, &w, &h);
  field_sub(&w, &w, &u);
  field_sub(&r->x, &w, &u);
  field_sub(&u, &u, &r->x);
  field_mul(&u, &u, &d);
  field_mul(&s, &s, &h);
  field_sub(&r->y, &u, &s);
  r->infinite = false;
}

static void group_add_affine(jacobian *r, const affine *b, bool negative) {
  group_add(r, r, b, 0, negative);
}

static void group_add_jacobian(jacobian *r, const jacobian *b, bool negative) {
  group_add(r, r, &(affine){b->x, b->y}, &b->z, negative);
}

/* The digits of a scalar: zero, or odd and in -15 .. 15, and the sum over i of digits[i] 2^i is the scalar. */
static void group_digits(int8_t digits[DIGITS], const uint64_t scalar[4]) {
  const uint64_t bits[6] = {scalar[0], scalar[1], scalar[2], scalar[3], 0, 0};
  unsigned carry = 0;
  for (unsigned at = 0; at < DIGITS; at++) {
    digits[at] = 0;
  }
  for (unsigned at = 0; at < DIGITS;) {
    unsigned limb = at / 64, shift = at % 64;
    uint64_t rest = bits[limb] >> shift | (bits[limb + 1] << 1) << (63 - shift);
    if ((rest & 1) == carry) {
      at++;
      continue;
    }
    int digit = (int)(rest % (1u << DIGIT_BITS) + carry);
    carry = digit >> (DIGIT_BITS - 1);
    digits[at] = (int8_t)(digit - (int)(carry << DIGIT_BITS));
    at += DIGIT_BITS;
  }
}

/* r = s G - e p, for scalars below 2^256. */
static void group_combine(jacobian *r, const uint64_t s[4], const uint64_t e[4], const affine *p) {
  int8_t of_generator[DIGITS], of_point[DIGITS];
  group_digits(of_generator, s);
  group_digits(of_point, e);
  jacobian twice = {p->x, p->y, {{1, 0, 0, 0}}, false}, multiples[ODD_MULTIPLES];
  multiples[0] = twice;
  group_double(&twice, &twice);
  for (unsigned i = 1; i < ODD_MULTIPLES; i++) {
    multiples[i] = multiples[i - 1];
    group_add_jacobian(&multiples[i], &twice, false);
  }
  r->infinite = true;
  for (unsigned at = DIGITS; at-- > 0;) {
    group_double(r, r);
    int digit = of_generator[at];
    if (digit != 0) {
      group_add_affine(r, &generator_multiples[(digit < 0 ? -digit : digit) / 2], digit < 0);
    }
    digit = of_point[at];
    if (digit != 0) {
      group_add_jacobian(r, &multiples[(digit < 0 ? -digit : digit) / 2], digit > 0);
    }
  }
}

/* The coordinates, below p, of a point other than the one at infinity. */
static void group_affine(affine *r, const jacobian *a) {
  field inverse, square;
  field_invert(&inverse, &a->z);
  field_sqr(&square, &inverse);
  field_mul(&r->x, &a->x, &square);
  field_mul(&square, &square, &inverse);
  field_mul(&r->y, &a->y, &square);
  r->x = field_reduced(r->x);
  r->y = field_reduced(r->y);
}

#endif
