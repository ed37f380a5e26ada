/* The allocator: contents kept, alignment, zeros, growth in place, exhaustion, and no creeping loss in a long run. */

#include <errno.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "check.h"

enum { SLOTS = 500, STEPS = 60000 };

static uint64_t state = 1;

static uint64_t below(uint64_t bound) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (state >> 33) % bound;
}

struct slot {
  uint8_t *memory;
  size_t size;
  uint8_t mark;
};

static struct slot slots[SLOTS];

static void check_marks(const struct slot *slot) {
  for (size_t i = 0; i < slot->size; i += 1 + i / 8) {
    CHECK(slot->memory[i] == slot->mark);
  }
  CHECK(slot->size == 0 || slot->memory[slot->size - 1] == slot->mark);
}

static size_t some_size(void) {
  static const size_t bounds[] = {16, 64, 600, 5000, 20000};
  return below(bounds[below(5)]);
}

static void fill(struct slot *slot, size_t size) {
  slot->size = size;
  slot->mark = (uint8_t)below(256);
  CHECK(slot->memory != NULL);
  CHECK(malloc_usable_size(slot->memory) >= size);
  memset(slot->memory, slot->mark, size);
}

static void step(void) {
  struct slot *slot = &slots[below(SLOTS)];
  size_t size = some_size();
  if (slot->memory == NULL) {
    size_t alignment = 16;
    switch (below(4)) {
      case 0:
        slot->memory = calloc(1, size);
        for (size_t i = 0; i < size; i++) {
          CHECK(slot->memory[i] == 0);
        }
        break;
      case 1:
        alignment = 32u << below(8);
        slot->memory = aligned_alloc(alignment, size);
        break;
      default:
        slot->memory = malloc(size);
    }
    CHECK((uintptr_t)slot->memory % alignment == 0);
    fill(slot, size);
    return;
  }
  check_marks(slot);
  if (below(3) == 0) {
    uint8_t *moved = realloc(slot->memory, size);
    slot->memory = moved;
    slot->size = size < slot->size ? size : slot->size;
    check_marks(slot);
    fill(slot, size);
  } else {
    free(slot->memory);
    slot->memory = NULL;
  }
}

static void empty(void) {
  for (int i = 0; i < SLOTS; i++) {
    free(slots[i].memory);
    slots[i].memory = NULL;
  }
}

int main(void) {
  char *first = malloc(100000);
  free(first);
  for (int round = 0; round < 3; round++) {
    for (int i = 0; i < STEPS; i++) {
      step();
    }
    empty();
    /* Everything is free, so nearly the whole gigabyte must be there again in one piece. */
    void *all = malloc(1000u << 20);
    CHECK(all != NULL);
    free(all);
  }
  errno = 0;
  CHECK(malloc(1100u << 20) == NULL && errno == ENOMEM);
  CHECK(malloc(SIZE_MAX) == NULL && calloc(SIZE_MAX, 2) == NULL && realloc(NULL, SIZE_MAX - 8) == NULL);
  CHECK(aligned_alloc(1u << 20, SIZE_MAX) == NULL);

  /* Until nothing is left, in small pieces and large ones; then it works again. */
  void **chain = NULL;
  size_t count = 0;
  for (void **link; (link = malloc(4u << 20)) != NULL; count++) {
    *link = chain;
    chain = link;
  }
  CHECK(count >= 250);
  while (chain != NULL) {
    void **next = *chain;
    free(chain);
    chain = next;
  }
  CHECK((first = malloc(1000u << 20)) != NULL);
  free(first);

  /* A buffer at the end of the heap grows without moving. */
  char *buffer = malloc(1000);
  char *grown = buffer;
  for (size_t size = 2000; size < 1000000; size += 1000) {
    grown = realloc(grown, size);
  }
  CHECK(grown == buffer);
  void *nothing = malloc(0);
  CHECK(nothing != NULL && nothing != malloc(0));
  void *aligned;
  CHECK(posix_memalign(&aligned, 4096, 10) == 0 && (uintptr_t)aligned % 4096 == 0);
  CHECK(posix_memalign(&aligned, 24, 10) == EINVAL);
  return 0;
}
