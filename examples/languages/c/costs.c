// Does one thing so many times: the cycles of a thousand more say what it costs.

#include <stdio.h>
#include <stdlib.h>

#include "zarf.h"
#include "zkvm_accelerators.h"

enum { NOTHING, LONG_DIVISION, LONG_LONG_MULTIPLICATION, DOUBLE_MULTIPLICATION, DOUBLE_DIVISION, NEW_OBJECT, FORMAT, SHA256_BLOCK, KECCAK256_BLOCK, PRINTLN, PUBLISH };

static volatile uint64_t seed = 0x123456789abcdef;
static volatile double factor = 1.000001;

static uint64_t numbers(uint32_t operation, uint32_t times) {
  uint64_t x = seed;
  uint64_t y = seed;
  double d = factor;
  double f = factor;
  for (uint32_t i = 1; i <= times; i++) {
    switch (operation) {
      case LONG_DIVISION:
        x = y / i + x;
        break;
      case LONG_LONG_MULTIPLICATION:
        x = (uint64_t)(((unsigned __int128)x * y) >> 64) + x * y;
        break;
      case DOUBLE_MULTIPLICATION:
        d *= f;
        break;
      default:
        d /= f;
    }
  }
  return x + (uint64_t)d;
}

static uint64_t others(uint32_t operation, uint32_t times) {
  char text[32] = {0};
  for (uint32_t i = 0; i < times; i++) {
    switch (operation) {
      case NEW_OBJECT: {
        void **object = malloc(24);
        *object = (void *)(uintptr_t)seed;
        seed = (uintptr_t)object;
        free(object);
        break;
      }
      case FORMAT:
        snprintf(text, sizeof text, "%s: %d", "number", (int)i);
        break;
      case PRINTLN:
        zarf_print("a line of text of 32 characters.\n");
        break;
      default:
        write_output((const uint8_t *)text, sizeof text);
    }
  }
  return (uint64_t)text[0];
}

int main(void) {
  zarf_reader input = zarf_input();
  uint32_t operation = zarf_read_u32(&input);
  uint32_t times = zarf_read_u32(&input);
  uint64_t result = 0;
  switch (operation) {
    case NOTHING:
      break;
    case SHA256_BLOCK:
    case KECCAK256_BLOCK: {
      size_t size = operation == SHA256_BLOCK ? 64 : 136;
      uint8_t *bytes = calloc(times + 1, size);
      zkvm_bytes_32 hash;
      (operation == SHA256_BLOCK ? zkvm_sha256 : zkvm_keccak256)(bytes, times * size, &hash);
      result = hash.data[0];
      break;
    }
    default:
      result = operation <= DOUBLE_DIVISION ? numbers(operation, times) : others(operation, times);
  }
  zarf_write_u8(result != 0);
  return 0;
}
