/* Between translated Java and the kit: input and output. */

#include "zarf_java.h"

#include <stdio.h>

#include "zarf.h"

int32_t zarf_java_input_length(void) {
  const uint8_t *bytes;
  size_t length;
  read_input(&bytes, &length);
  return (int32_t)length;
}

void zarf_java_copy_input(void *to) {
  const uint8_t *bytes;
  size_t length;
  read_input(&bytes, &length);
  memcpy(to, bytes, length);
}

void zarf_java_publish(void *bytes, int32_t length) {
  write_output(bytes, (size_t)length);
}

void zarf_java_print(void *bytes, int32_t length) {
  const char *at = bytes;
  for (int32_t i = 0; i < length; i++) {
    putchar(at[i]);
  }
}

void zarf_java_halt(int32_t code) {
  zarf_halt((uint32_t)code);
}

void zarf_java_out_of_memory(void) {
  zarf_fail("java.lang.OutOfMemoryError: the guest needs more than its address space of 1 GiB has room for");
}
