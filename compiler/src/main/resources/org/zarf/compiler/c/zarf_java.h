/*
 * What translated Java calls: input and output, memory, and operations on bits that are few instructions in C.
 */
#ifndef ZARF_JAVA_H
#define ZARF_JAVA_H

#include <stdint.h>
#include <string.h>

int32_t zarf_java_input_length(void);
void zarf_java_copy_input(void *to);
void zarf_java_publish(void *bytes, int32_t length);
void zarf_java_print(void *bytes, int32_t length);
__attribute__((noreturn)) void zarf_java_halt(int32_t code);
__attribute__((noreturn)) void zarf_java_out_of_memory(void);

/* Throws; translated from Java. A length below 0 is unknown. */
__attribute__((noreturn)) void zarf_java_index_out_of_bounds(int32_t index, int32_t length);

/* Memory from here on was never in use, and is zero. Before the first collection of garbage that is all of it. */
extern char *zarf_java_untouched;

static inline void zarf_java_clear(void *at, int32_t bytes) {
  if ((char *)at < zarf_java_untouched) {
    memset(at, 0, (size_t)bytes);
  }
}

static inline int32_t zarf_java_array_bytes(int32_t element_bytes, int32_t length) {
  int64_t bytes = (int64_t)element_bytes * length;
  if (bytes > INT64_C(1) << 30) {
    zarf_java_out_of_memory();
  }
  return (int32_t)bytes;
}

static inline int32_t zarf_java_rotate_left_32(int32_t value, int32_t distance) {
  uint32_t bits = (uint32_t)value;
  return (int32_t)(bits << (distance & 31) | bits >> (-distance & 31));
}

static inline int32_t zarf_java_rotate_right_32(int32_t value, int32_t distance) {
  uint32_t bits = (uint32_t)value;
  return (int32_t)(bits >> (distance & 31) | bits << (-distance & 31));
}

static inline int64_t zarf_java_rotate_left_64(int64_t value, int32_t distance) {
  uint64_t bits = (uint64_t)value;
  return (int64_t)(bits << (distance & 63) | bits >> (-distance & 63));
}

static inline int64_t zarf_java_rotate_right_64(int64_t value, int32_t distance) {
  uint64_t bits = (uint64_t)value;
  return (int64_t)(bits >> (distance & 63) | bits << (-distance & 63));
}

/* Sums of 2, 4 and 8 bits side by side; the multiplication adds the bytes. */
static inline int32_t zarf_java_bit_count_64(int64_t value) {
  uint64_t bits = (uint64_t)value;
  bits -= bits >> 1 & UINT64_C(0x5555555555555555);
  bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
  bits = (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
  return (int32_t)(bits * UINT64_C(0x0101010101010101) >> 56);
}

static inline int32_t zarf_java_bit_count_32(int32_t value) {
  uint32_t bits = (uint32_t)value;
  bits -= bits >> 1 & 0x55555555;
  bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
  bits = (bits + (bits >> 4)) & 0x0f0f0f0f;
  return (int32_t)(bits * 0x01010101 >> 24);
}

/* The zeros below the lowest bit are ones in ~x & (x - 1). */
static inline int32_t zarf_java_trailing_zeros_64(int64_t value) {
  return zarf_java_bit_count_64(~value & (value - 1));
}

static inline int32_t zarf_java_trailing_zeros_32(int32_t value) {
  return zarf_java_bit_count_32(~value & (value - 1));
}

static inline int32_t zarf_java_leading_zeros_64(int64_t value) {
  uint64_t bits = (uint64_t)value;
  int32_t zeros = 64;
  for (int32_t half = 32; half > 0; half >>= 1) {
    if (bits >> half != 0) {
      bits >>= half;
      zeros -= half;
    }
  }
  return zeros - (int32_t)bits;
}

static inline int32_t zarf_java_leading_zeros_32(int32_t value) {
  return zarf_java_leading_zeros_64((int64_t)(uint32_t)value) - 32;
}

static inline int32_t zarf_java_reverse_bytes_32(int32_t value) {
  uint32_t bits = (uint32_t)value;
  bits = (bits & 0x00ff00ff) << 8 | (bits >> 8 & 0x00ff00ff);
  return (int32_t)(bits << 16 | bits >> 16);
}

static inline int64_t zarf_java_reverse_bytes_64(int64_t value) {
  uint64_t bits = (uint64_t)value;
  bits = (bits & UINT64_C(0x00ff00ff00ff00ff)) << 8 | (bits >> 8 & UINT64_C(0x00ff00ff00ff00ff));
  bits = (bits & UINT64_C(0x0000ffff0000ffff)) << 16 | (bits >> 16 & UINT64_C(0x0000ffff0000ffff));
  return (int64_t)(bits << 32 | bits >> 32);
}

static inline int64_t zarf_java_multiply_high(int64_t x, int64_t y) {
  return (int64_t)((__int128)x * y >> 64);
}

static inline int64_t zarf_java_unsigned_multiply_high(int64_t x, int64_t y) {
  return (int64_t)((unsigned __int128)(uint64_t)x * (uint64_t)y >> 64);
}

#endif
