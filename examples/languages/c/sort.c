// Sorts numbers; publishes the median and a checksum of the sorted sequence.

#include <stdlib.h>

#include "zarf.h"

static void insertion_sort(int32_t *a, int low, int high) {
  for (int i = low + 1; i <= high; i++) {
    int32_t value = a[i];
    int j = i - 1;
    while (j >= low && a[j] > value) {
      a[j + 1] = a[j];
      j--;
    }
    a[j + 1] = value;
  }
}

static void quicksort(int32_t *a, int low, int high) {
  while (high - low >= 16) {
    int32_t pivot = a[(low + high) / 2];
    int i = low;
    int j = high;
    while (i <= j) {
      while (a[i] < pivot) {
        i++;
      }
      while (a[j] > pivot) {
        j--;
      }
      if (i <= j) {
        int32_t swapped = a[i];
        a[i++] = a[j];
        a[j--] = swapped;
      }
    }
    quicksort(a, low, j);
    low = i;
  }
  insertion_sort(a, low, high);
}

int main(void) {
  zarf_reader input = zarf_input();
  uint32_t count = zarf_read_u32(&input);
  if (count == 0 || count > input.left / sizeof(int32_t)) {
    zarf_fail("no numbers");
  }
  int32_t *numbers = malloc(count * sizeof(int32_t));
  if (numbers == NULL) {
    zarf_fail("out of memory");
  }
  for (uint32_t i = 0; i < count; i++) {
    numbers[i] = (int32_t)zarf_read_u32(&input);
  }
  zarf_expect_end(&input);
  quicksort(numbers, 0, (int)count - 1);
  uint64_t checksum = 0;
  for (uint32_t i = 0; i < count; i++) {
    checksum = 31 * checksum + (uint64_t)(int64_t)numbers[i];
  }
  zarf_write_u32((uint32_t)numbers[count / 2]);
  zarf_write_u64(checksum);
  return 0;
}
