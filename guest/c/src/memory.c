/*
 * memcpy and memmove by whole words, whatever the alignment: the machine loads and stores words at any address, which the C library does not rely on.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "machine.h"

/* Otherwise the compiler sees that a loop copies bytes, and calls memcpy for it. */
#pragma GCC optimize("no-tree-loop-distribute-patterns")

#define WORD sizeof(uint64_t)

/* Copies words from the lowest address on; size is at least WORD. The last word, which may overlap the one before it, is read first in case the areas overlap. */
static void copy_upwards(uint8_t *to, const uint8_t *from, size_t size) {
  uint8_t *last = to + size - WORD;
  uint64_t last_word = load_word(from + size - WORD);
  for (; to + 4 * WORD <= last; to += 4 * WORD, from += 4 * WORD) {
    uint64_t a = load_word(from);
    uint64_t b = load_word(from + WORD);
    uint64_t c = load_word(from + 2 * WORD);
    uint64_t d = load_word(from + 3 * WORD);
    store_word(to, a);
    store_word(to + WORD, b);
    store_word(to + 2 * WORD, c);
    store_word(to + 3 * WORD, d);
  }
  for (; to < last; to += WORD, from += WORD) {
    store_word(to, load_word(from));
  }
  store_word(last, last_word);
}

/* Copies words from the highest address down. */
static void copy_downwards(uint8_t *to, const uint8_t *from, size_t size) {
  uint64_t first_word = load_word(from);
  for (size_t at = size; at > WORD; at -= WORD) {
    store_word(to + at - WORD, load_word(from + at - WORD));
  }
  store_word(to, first_word);
}

void *memcpy(void *restrict to, const void *restrict from, size_t size) {
  if (size >= WORD) {
    copy_upwards(to, from, size);
  } else {
    uint8_t *target = to;
    const uint8_t *source = from;
    for (; size > 0; size--) {
      *target++ = *source++;
    }
  }
  return to;
}

void *memmove(void *to, const void *from, size_t size) {
  uint8_t *target = to;
  const uint8_t *source = from;
  /* One comparison finds that the target starts inside the source: below it, the difference wraps around. */
  if ((size_t)(target - source) < size) {
    if (size >= WORD) {
      copy_downwards(target, source, size);
    } else {
      for (; size > 0; size--) {
        target[size - 1] = source[size - 1];
      }
    }
    return to;
  }
  return memcpy(to, from, size);
}
