/*
 * malloc and its family, over the RAM between the program's data and 2^30.
 *
 * The heap is a row of chunks, then the top: memory after the last chunk. A chunk starts with its size; while it is free, its size is also repeated at its
 * end (in the next chunk's before field), so that neighbours merge in constant time when freed (Knuth's boundary tags, as in Doug Lea's allocator). Free
 * chunks wait in bins by size: bins of one size below BINNED_EXACTLY, eight bins per power of two above, with a bit map of the bins in use. So malloc and
 * free take constant time, and a long run does not eat up memory by fragments that nobody joins.
 *
 * In front of that is a cache: freed small chunks are kept as they are, one list per size, since programs mostly ask for the same sizes again. When the
 * cache holds too much while no bin can serve, its chunks are freed in earnest.
 *
 * Nothing is ever cleared: RAM starts as zeros, and calloc clears only what was handed out before.
 */

#include <errno.h>
#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "zarf.h"

struct chunk {
  /* The size of the chunk before, if that is free; otherwise these bytes belong to its owner. */
  size_t before;
  /* A multiple of 16; the low bits are flags. */
  size_t head;
  /* Neighbours in the bin or cache list, if this is free or cached; otherwise these bytes belong to its owner. */
  struct chunk *next;
  struct chunk *previous;
};

#define IN_USE 1ul
#define BEFORE_IN_USE 2ul
#define FLAGS 15ul

#define ALIGNMENT 16ul
#define OVERHEAD sizeof(size_t)
#define PAYLOAD offsetof(struct chunk, next)
#define SMALLEST sizeof(struct chunk)
#define LARGEST (1ul << 30)

#define LOG_BINNED_EXACTLY 9
#define BINNED_EXACTLY (1ul << LOG_BINNED_EXACTLY)
#define EXACT_BINS (BINNED_EXACTLY / ALIGNMENT)
#define LOG_BINS_PER_OCTAVE 3
#define BINS_PER_OCTAVE (1u << LOG_BINS_PER_OCTAVE)
#define OCTAVES (30 - LOG_BINNED_EXACTLY + 1)
#define BINS (EXACT_BINS + OCTAVES * BINS_PER_OCTAVE)

#define LARGEST_CACHED BINNED_EXACTLY
#define CACHE_LIMIT (64ul << 10)

extern char __heap_start[], __heap_end[];

static struct chunk *bins[BINS];
static uint64_t bins_in_use[(BINS + 63) / 64];
static struct chunk *cache[LARGEST_CACHED / ALIGNMENT + 1];
static size_t cached_bytes;

/* The top starts here. What lies behind the end of what was ever handed out is still zero. */
static char *top = __heap_start;
static char *untouched = __heap_start;

static struct chunk *chunk_at(void *address) {
  return address;
}

static struct chunk *chunk_of(void *payload) {
  return chunk_at((char *)payload - PAYLOAD);
}

static void *payload_of(struct chunk *chunk) {
  return (char *)chunk + PAYLOAD;
}

static size_t size_of(const struct chunk *chunk) {
  return chunk->head & ~FLAGS;
}

static struct chunk *after(struct chunk *chunk) {
  return chunk_at((char *)chunk + size_of(chunk));
}

static unsigned log2_floor(size_t size) {
  return 63 - (unsigned)__builtin_clzl(size);
}

static size_t bin_of(size_t size) {
  if (size < BINNED_EXACTLY) {
    return size / ALIGNMENT;
  }
  unsigned log = log2_floor(size);
  return EXACT_BINS + (log - LOG_BINNED_EXACTLY) * BINS_PER_OCTAVE + ((size >> (log - LOG_BINS_PER_OCTAVE)) & (BINS_PER_OCTAVE - 1));
}

static void add_to_bin(struct chunk *chunk) {
  size_t bin = bin_of(size_of(chunk));
  chunk->previous = NULL;
  chunk->next = bins[bin];
  if (chunk->next != NULL) {
    chunk->next->previous = chunk;
  }
  bins[bin] = chunk;
  bins_in_use[bin / 64] |= 1ul << bin % 64;
}

static void remove_from_bin(struct chunk *chunk) {
  if (chunk->next != NULL) {
    chunk->next->previous = chunk->previous;
  }
  if (chunk->previous != NULL) {
    chunk->previous->next = chunk->next;
    return;
  }
  size_t bin = bin_of(size_of(chunk));
  bins[bin] = chunk->next;
  if (chunk->next == NULL) {
    bins_in_use[bin / 64] &= ~(1ul << bin % 64);
  }
}

/* Frees a chunk in earnest: joins it with free neighbours and puts the result into its bin or gives it back to the top. */
static void release(struct chunk *chunk) {
  size_t size = size_of(chunk);
  struct chunk *next = after(chunk);
  if (!(chunk->head & BEFORE_IN_USE)) {
    chunk = chunk_at((char *)chunk - chunk->before);
    remove_from_bin(chunk);
    size += size_of(chunk);
  }
  if ((char *)next == top) {
    top = (char *)chunk;
    return;
  }
  if (!(next->head & IN_USE)) {
    remove_from_bin(next);
    size += size_of(next);
    next = after(next);
  }
  /* Two free chunks are never neighbours. */
  chunk->head = size | BEFORE_IN_USE;
  next->before = size;
  next->head &= ~BEFORE_IN_USE;
  add_to_bin(chunk);
}

static void empty_cache(void) {
  for (size_t i = 0; i < sizeof cache / sizeof cache[0]; i++) {
    struct chunk *chunk = cache[i];
    cache[i] = NULL;
    while (chunk != NULL) {
      struct chunk *next = chunk->next;
      release(chunk);
      chunk = next;
    }
  }
  cached_bytes = 0;
}

/* Cuts a chunk in use down to size, if what is cut off makes a chunk. */
static void trim(struct chunk *chunk, size_t size) {
  size_t rest = size_of(chunk) - size;
  if (rest < SMALLEST) {
    return;
  }
  chunk->head = size | (chunk->head & FLAGS);
  struct chunk *cut = after(chunk);
  cut->head = rest | IN_USE | BEFORE_IN_USE;
  release(cut);
}

/* The first chunk of the lowest bin, from that number on, that is not empty. */
static struct chunk *first_from(size_t bin) {
  if (bin >= BINS) {
    return NULL;
  }
  size_t word = bin / 64;
  uint64_t candidates = bins_in_use[word] & (~0ul << bin % 64);
  while (candidates == 0) {
    if (++word == sizeof bins_in_use / sizeof bins_in_use[0]) {
      return NULL;
    }
    candidates = bins_in_use[word];
  }
  return bins[word * 64 + (size_t)__builtin_ctzl(candidates)];
}

static struct chunk *take_free(size_t size) {
  /* In a bin of several sizes only some chunks may fit; from the next bin on all do. */
  size_t sure = size < BINNED_EXACTLY ? size : size + (1ul << (log2_floor(size) - LOG_BINS_PER_OCTAVE)) - 1;
  struct chunk *chunk = first_from(bin_of(sure));
  if (chunk == NULL) {
    chunk = bins[bin_of(size)];
    while (chunk != NULL && size_of(chunk) < size) {
      chunk = chunk->next;
    }
  }
  if (chunk != NULL) {
    remove_from_bin(chunk);
    chunk->head |= IN_USE;
    after(chunk)->head |= BEFORE_IN_USE;
    trim(chunk, size);
  }
  return chunk;
}

static bool top_has(size_t size) {
  return size + OVERHEAD <= (size_t)(__heap_end - top);
}

static struct chunk *take_top(size_t size) {
  if (!top_has(size)) {
    return NULL;
  }
  struct chunk *chunk = chunk_at(top);
  chunk->head = size | IN_USE | BEFORE_IN_USE;
  top += size;
  if (top + PAYLOAD > untouched) {
    untouched = top + PAYLOAD;
  }
  return chunk;
}

static struct chunk *take(size_t size) {
  struct chunk *chunk = take_free(size);
  if (chunk == NULL && (cached_bytes > CACHE_LIMIT || !top_has(size))) {
    empty_cache();
    chunk = take_free(size);
  }
  if (chunk == NULL) {
    chunk = take_top(size);
  }
  if (chunk == NULL) {
    errno = ENOMEM;
  }
  return chunk;
}

static size_t chunk_size(size_t requested) {
  size_t size = (requested + OVERHEAD + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  return size < SMALLEST ? SMALLEST : size;
}

void *malloc(size_t requested) {
  if (requested > LARGEST) {
    errno = ENOMEM;
    return NULL;
  }
  size_t size = chunk_size(requested);
  if (size <= LARGEST_CACHED) {
    struct chunk *cached = cache[size / ALIGNMENT];
    if (cached != NULL) {
      cache[size / ALIGNMENT] = cached->next;
      cached_bytes -= size;
      return payload_of(cached);
    }
  }
  struct chunk *chunk = take(size);
  return chunk == NULL ? NULL : payload_of(chunk);
}

/* The chunk behind a pointer that came from malloc. Catches most others: the program is wrong, and goes no further. */
static struct chunk *owned_chunk(void *payload) {
  struct chunk *chunk = chunk_of(payload);
  bool inside = (char *)chunk >= __heap_start && (char *)chunk < top && (uintptr_t)payload % ALIGNMENT == 0;
  if (!inside || !(chunk->head & IN_USE)) {
    zarf_print("free or realloc of a pointer that is not in use\n");
    abort();
  }
  return chunk;
}

void free(void *payload) {
  if (payload == NULL) {
    return;
  }
  struct chunk *chunk = owned_chunk(payload);
  size_t size = size_of(chunk);
  if (size > LARGEST_CACHED) {
    release(chunk);
    return;
  }
  chunk->next = cache[size / ALIGNMENT];
  cache[size / ALIGNMENT] = chunk;
  cached_bytes += size;
}

void *calloc(size_t count, size_t element) {
  size_t size;
  if (__builtin_mul_overflow(count, element, &size)) {
    errno = ENOMEM;
    return NULL;
  }
  char *zero_from = untouched;
  char *payload = malloc(size);
  if (payload != NULL && payload < zero_from) {
    size_t used_before = (size_t)(zero_from - payload);
    memset(payload, 0, size < used_before ? size : used_before);
  }
  return payload;
}

/* Grows a chunk into what follows it, if that is free and large enough. */
static bool grow(struct chunk *chunk, size_t size) {
  size_t missing = size - size_of(chunk);
  struct chunk *next = after(chunk);
  if ((char *)next == top) {
    if (!top_has(missing)) {
      return false;
    }
    take_top(missing);
    chunk->head += missing;
    return true;
  }
  if ((next->head & IN_USE) || size_of(next) < missing) {
    return false;
  }
  remove_from_bin(next);
  chunk->head += size_of(next);
  after(chunk)->head |= BEFORE_IN_USE;
  trim(chunk, size);
  return true;
}

void *realloc(void *payload, size_t requested) {
  if (payload == NULL) {
    return malloc(requested);
  }
  if (requested > LARGEST) {
    errno = ENOMEM;
    return NULL;
  }
  struct chunk *chunk = owned_chunk(payload);
  size_t size = chunk_size(requested);
  if (size <= size_of(chunk)) {
    trim(chunk, size);
    return payload;
  }
  if (grow(chunk, size)) {
    return payload;
  }
  void *moved = malloc(requested);
  if (moved != NULL) {
    memcpy(moved, payload, size_of(chunk) - OVERHEAD);
    free(payload);
  }
  return moved;
}

void *memalign(size_t alignment, size_t requested) {
  if (alignment <= ALIGNMENT) {
    return malloc(requested);
  }
  if (requested > LARGEST || alignment > LARGEST || (alignment & (alignment - 1)) != 0) {
    errno = requested > LARGEST || alignment > LARGEST ? ENOMEM : EINVAL;
    return NULL;
  }
  size_t size = chunk_size(requested);
  struct chunk *chunk = take(size + alignment + SMALLEST);
  if (chunk == NULL) {
    return NULL;
  }
  uintptr_t address = (uintptr_t)payload_of(chunk);
  size_t gap = -address & (alignment - 1);
  if (gap > 0) {
    if (gap < SMALLEST) {
      gap += alignment;
    }
    struct chunk *aligned = chunk_at((char *)chunk + gap);
    aligned->head = (size_of(chunk) - gap) | IN_USE | BEFORE_IN_USE;
    chunk->head = gap | (chunk->head & FLAGS);
    release(chunk);
    chunk = aligned;
  }
  trim(chunk, size);
  return payload_of(chunk);
}

void *aligned_alloc(size_t alignment, size_t requested) {
  return memalign(alignment, requested);
}

int posix_memalign(void **payload, size_t alignment, size_t requested) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) {
    return EINVAL;
  }
  void *aligned = memalign(alignment, requested);
  if (aligned == NULL) {
    return ENOMEM;
  }
  *payload = aligned;
  return 0;
}

size_t malloc_usable_size(void *payload) {
  return payload == NULL ? 0 : size_of(chunk_of(payload)) - OVERHEAD;
}

/* All memory behind the program's data belongs to malloc. */
void *sbrk(ptrdiff_t increment) {
  (void)increment;
  errno = ENOMEM;
  return (void *)-1;
}
