/* Vectors of KoalaBear elements in Montgomery form, reduced to [0, p): as wide as the compiler's
   target has registers. Sums, shifts and rotations are the compiler's own on its vector types. */
#ifndef ZARF_LANES_H
#define ZARF_LANES_H

#include <stdint.h>
#include <string.h>

#if defined(__AVX2__) || defined(__AVX512F__)
#include <immintrin.h>
#endif

#define P 0x7f000001u
#define P_INVERSE 0x81000001u

#if defined(__AVX512F__)
#define LANES 16
#elif defined(__AVX2__)
#define LANES 8
#else
#define LANES 4
#endif

typedef uint32_t lanes __attribute__((vector_size(4 * LANES)));
typedef uint64_t wide_lanes __attribute__((vector_size(8 * LANES)));

static inline lanes load(const uint32_t *from) {
  lanes x;
  memcpy(&x, from, sizeof x);
  return x;
}

static inline void store(uint32_t *to, lanes x) { memcpy(to, &x, sizeof x); }

static inline lanes broadcast(uint32_t x) { return x - (lanes){0}; }

static inline lanes minimum(lanes x, lanes y) {
#if defined(__AVX512F__)
  return (lanes)_mm512_min_epu32((__m512i)x, (__m512i)y);
#elif defined(__AVX2__)
  return (lanes)_mm256_min_epu32((__m256i)x, (__m256i)y);
#else
  lanes smaller = (lanes)(x < y);
  return (x & smaller) | (y & ~smaller);
#endif
}

static inline lanes add(lanes x, lanes y) {
  lanes sum = x + y;
  return minimum(sum, sum - P);
}

static inline lanes subtract(lanes x, lanes y) {
  lanes difference = x - y;
  return minimum(difference, difference + P);
}

/* x y / 2^32, where y_over_p = y P_INVERSE: Montgomery's quotient is one product away. */
static inline lanes multiply_prepared(lanes x, lanes y, lanes y_over_p) {
  lanes quotient = x * y_over_p;
#if defined(__AVX512F__)
  __m512i p = _mm512_set1_epi64(P), a = (__m512i)x, b = (__m512i)y, q = (__m512i)quotient;
  __m512i even = _mm512_sub_epi64(_mm512_mul_epu32(a, b), _mm512_mul_epu32(q, p));
  __m512i odd = _mm512_sub_epi64(
      _mm512_mul_epu32(_mm512_srli_epi64(a, 32), _mm512_srli_epi64(b, 32)),
      _mm512_mul_epu32(_mm512_srli_epi64(q, 32), p));
  lanes product = (lanes)_mm512_mask_blend_epi32(0xaaaa, _mm512_srli_epi64(even, 32), odd);
#elif defined(__AVX2__)
  __m256i p = _mm256_set1_epi64x(P), a = (__m256i)x, b = (__m256i)y, q = (__m256i)quotient;
  __m256i even = _mm256_sub_epi64(_mm256_mul_epu32(a, b), _mm256_mul_epu32(q, p));
  __m256i odd = _mm256_sub_epi64(
      _mm256_mul_epu32(_mm256_srli_epi64(a, 32), _mm256_srli_epi64(b, 32)),
      _mm256_mul_epu32(_mm256_srli_epi64(q, 32), p));
  lanes product = (lanes)_mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xaa);
#else
  wide_lanes full = __builtin_convertvector(x, wide_lanes) * __builtin_convertvector(y, wide_lanes);
  wide_lanes multiple = __builtin_convertvector(quotient, wide_lanes) * P;
  lanes product = __builtin_convertvector((full - multiple) >> 32, lanes);
#endif
  return minimum(product, product + P);
}

static inline lanes multiply(lanes x, lanes y) {
  return multiply_prepared(x, y, y * P_INVERSE);
}

/* The same for one element. */
static inline uint32_t multiply_one(uint32_t x, uint32_t y) {
  uint32_t quotient = x * y * P_INVERSE;
  uint32_t product = (uint32_t)(((uint64_t)x * y - (uint64_t)quotient * P) >> 32);
  return product < product + P ? product : product + P;
}

#endif
