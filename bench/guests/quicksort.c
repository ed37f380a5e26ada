/* Sorts size random 32-bit numbers by quicksort (median of three, insertion sort for short runs). */

#include <stdlib.h>

#include "suite.h"

enum { SHORT_RUN = 12 };

static void swap(uint32_t *a, uint32_t *b) {
  uint32_t kept = *a;
  *a = *b;
  *b = kept;
}

static void sort_short(uint32_t *first, uint32_t *last) {
  for (uint32_t *at = first + 1; at <= last; at++) {
    uint32_t value = *at;
    uint32_t *hole = at;
    for (; hole > first && hole[-1] > value; hole--) {
      *hole = hole[-1];
    }
    *hole = value;
  }
}

/* Sorts first .. last, both included. */
static void quicksort(uint32_t *first, uint32_t *last) {
  while (last - first >= SHORT_RUN) {
    uint32_t *middle = first + (last - first) / 2;
    if (*middle < *first) {
      swap(middle, first);
    }
    if (*last < *middle) {
      swap(last, middle);
      if (*middle < *first) {
        swap(middle, first);
      }
    }
    uint32_t pivot = *middle;
    uint32_t *low = first, *high = last;
    while (low <= high) {
      while (*low < pivot) {
        low++;
      }
      while (*high > pivot) {
        high--;
      }
      if (low <= high) {
        swap(low++, high--);
      }
    }
    /* The shorter part by recursion, the longer one by iteration: the stack stays logarithmic. */
    if (high - first < last - low) {
      quicksort(first, high);
      first = low;
    } else {
      quicksort(low, last);
      last = high;
    }
  }
  sort_short(first, last);
}

int main(void) {
  uint32_t size = read_size();
  uint32_t *numbers = malloc(size * sizeof *numbers);
  uint64_t state = size;
  for (uint32_t i = 0; i < size; i++) {
    numbers[i] = next_random(&state);
  }
  if (size > 0) {
    quicksort(numbers, numbers + size - 1);
  }
  uint64_t checksum = CHECKSUM_START;
  for (uint32_t i = 0; i < size; i++) {
    if (i > 0 && numbers[i - 1] > numbers[i]) {
      zarf_fail("quicksort: not in order");
    }
    checksum = fold(checksum, numbers[i]);
  }
  zarf_write_u64(checksum);
  return 0;
}
