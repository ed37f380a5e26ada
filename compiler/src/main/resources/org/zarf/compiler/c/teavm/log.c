/* Console output of translated Java: bytes, and text of the runtime. All of it goes to the debug stream. */

#include "log.h"

#include <stdio.h>

void teavm_logchar(int32_t byte) {
  putchar(byte);
}

/* In UTF-8. */
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

void teavm_printString(char16_t* text) {
  while (*text != 0) {
    teavm_logCodePoint(*text++);
  }
}

void teavm_printWString(wchar_t* text) {
  while (*text != 0) {
    teavm_logCodePoint((int32_t)*text++);
  }
}

void teavm_printInt(int32_t number) {
  char digits[12];
  char* at = digits + sizeof digits;
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
