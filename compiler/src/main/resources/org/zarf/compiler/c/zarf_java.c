/* Between translated Java and the kit: input and output. */

#include "zarf_java.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

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

/* Prints a character in UTF-8. */
void teavm_logCodePoint(int32_t c) {
  if (c < 0x80) {
    putchar(c);
    return;
  }
  int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  putchar((0xff00 >> (more + 1) & 0xff) | c >> 6 * more);
  while (more-- > 0) {
    putchar(0x80 | (c >> 6 * more & 0x3f));
  }
}

void teavm_printString(uint16_t *text) {
  while (*text != 0) {
    teavm_logCodePoint(*text++);
  }
}

void teavm_printWString(wchar_t *text) {
  while (*text != 0) {
    teavm_logCodePoint((int32_t)*text++);
  }
}

void teavm_printInt(int32_t number) {
  char digits[12];
  char *at = digits + sizeof digits;
  uint32_t left = number < 0 ? -(uint32_t)number : (uint32_t)number;
  *--at = 0;
  do {
    *--at = (char)('0' + left % 10);
    left /= 10;
  } while (left > 0);
  if (number < 0) {
    putchar('-');
  }
  while (*at != 0) {
    putchar(*at++);
  }
}
