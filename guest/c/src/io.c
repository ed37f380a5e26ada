/* Private input, journal, debug stream and halting: everything that asks the machine for something. */

#include "zarf.h"

#include <string.h>

#include "machine.h"

#define INPUT_WINDOW 0x40000000ul
#define INPUT_WINDOW_BYTES 0x40000000ul
#define WORD_BYTES 8

void read_input(const uint8_t **buf, size_t *size) {
  /* The address is hidden from the compiler, which takes an access to a constant address for one outside of every object. */
  const uint64_t *window;
  __asm__("" : "=r"(window) : "0"(INPUT_WINDOW));
  uint64_t length = window[0];
  if (length > INPUT_WINDOW_BYTES - WORD_BYTES) {
    zarf_fail("the input is longer than the input window");
  }
  *buf = (const uint8_t *)(window + 1);
  *size = length;
}

/* Bytes of the journal that do not fill a word yet, the first one lowest. */
static uint64_t pending;
static size_t pending_count;

static void publish(uint64_t word, size_t count) {
  register uint64_t a0 __asm__("a0") = word;
  register uint64_t a1 __asm__("a1") = count;
  register uint64_t a7 __asm__("a7") = CALL_JOURNAL;
  __asm__ volatile("ecall" : "+r"(a0) : "r"(a1), "r"(a7) : "memory");
}

void write_output(const uint8_t *buf, size_t size) {
  unsigned shift = 8 * pending_count;
  for (; size >= WORD_BYTES; buf += WORD_BYTES, size -= WORD_BYTES) {
    uint64_t word = load_word(buf);
    publish(pending | word << shift, WORD_BYTES);
    /* Two shifts, because one by 64 would be a shift by 0. */
    pending = word >> 1 >> (63 - shift);
  }
  for (; size > 0; buf++, size--) {
    pending |= (uint64_t)*buf << 8 * pending_count;
    pending_count++;
    if (pending_count == WORD_BYTES) {
      publish(pending, WORD_BYTES);
      pending = 0;
      pending_count = 0;
    }
  }
}

void zarf_flush_journal(void) {
  if (pending_count > 0) {
    publish(pending, pending_count);
    pending_count = 0;
  }
}

void zarf_debug(int fd, const char *text, size_t size) {
  register uint64_t a0 __asm__("a0") = fd;
  register const char *a1 __asm__("a1") = text;
  register uint64_t a2 __asm__("a2") = size;
  register uint64_t a7 __asm__("a7") = CALL_PRINT;
  __asm__ volatile("ecall" : "+r"(a0) : "r"(a1), "r"(a2), "r"(a7) : "memory");
}

void zarf_print(const char *text) {
  zarf_flush_streams();
  zarf_debug(2, text, strlen(text));
}

void zarf_halt(uint32_t code) {
  zarf_flush_streams();
  zarf_flush_journal();
  register uint64_t a0 __asm__("a0") = code;
  register uint64_t a7 __asm__("a7") = CALL_HALT;
  for (;;) {
    __asm__ volatile("ecall" : : "r"(a0), "r"(a7) : "memory");
  }
}

void zarf_fail(const char *message) {
  zarf_print(message);
  zarf_print("\n");
  zarf_halt(EXIT_CODE_FAILURE);
}
