/* memcpy and memmove at every length up to 100, from and to every alignment, with every overlap; nothing beside the target changes. */

#include <string.h>

#include "check.h"

enum { AREA = 256, LONGEST = 100 };

static unsigned char area[AREA], expected[AREA];

static void prepare(size_t to, size_t from, size_t size) {
  unsigned char kept[LONGEST];
  for (int i = 0; i < AREA; i++) {
    area[i] = expected[i] = (unsigned char)(i * 37 + 11);
  }
  for (size_t i = 0; i < size; i++) {
    kept[i] = expected[from + i];
  }
  for (size_t i = 0; i < size; i++) {
    expected[to + i] = kept[i];
  }
}

static int as_expected(void) {
  for (int i = 0; i < AREA; i++) {
    if (area[i] != expected[i]) {
      return 0;
    }
  }
  return 1;
}

int main(void) {
  for (size_t size = 0; size <= LONGEST; size++) {
    for (size_t offset = 0; offset < 64; offset++) {
      size_t to = 8 + offset % 8, from = 128 + offset / 8;
      prepare(to, from, size);
      CHECK(memcpy(area + to, area + from, size) == area + to && as_expected());
    }
    for (size_t to = 40; to < 100; to++) {
      size_t from = 64 + size % 8;
      prepare(to, from, size);
      CHECK(memmove(area + to, area + from, size) == area + to && as_expected());
    }
  }
  return 0;
}
