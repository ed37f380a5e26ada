/*
 * Proves that somebody knows private numbers with a certain sum, and reveals nothing but the sum and how many they are.
 *
 * Input:   any number of unsigned 32-bit numbers, little-endian.
 * Journal: their count (u32), their sum (u64), little-endian.
 */

#include <stdio.h>

#include "zarf.h"

int main(void) {
  zarf_reader input = zarf_input();
  uint32_t count = 0;
  uint64_t sum = 0;
  while (input.left > 0) {
    sum += zarf_read_u32(&input);
    count++;
  }
  printf("hello: summed %u private numbers\n", (unsigned)count);
  zarf_write_u32(count);
  zarf_write_u64(sum);
  return 0;
}
