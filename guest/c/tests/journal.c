/*
 * Appends to the journal in pieces of 0, 1, ... 40 bytes, each from an address one further than the last, then 100,001 bytes at once. Byte k of the journal is
 * the low byte of 7 k + 3: 100,821 bytes in all. The exit code is 0.
 */

#include "check.h"
#include "zkvm_io.h"

enum { PIECES = 41, LARGE = 100001 };

static uint8_t buffer[LARGE + PIECES];

int main(void) {
  size_t written = 0;
  for (size_t size = 0; size < PIECES; size++) {
    for (size_t i = 0; i < size; i++) {
      buffer[size + i] = (uint8_t)(7 * (written + i) + 3);
    }
    write_output(buffer + size, size);
    written += size;
  }
  for (size_t i = 0; i < LARGE; i++) {
    buffer[i] = (uint8_t)(7 * (written + i) + 3);
  }
  write_output(buffer, LARGE);
  CHECK(written + LARGE == 100821);
  return 0;
}
