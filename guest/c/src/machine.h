/*
 * The calls of the machine, and what the parts of the kit know of each other. Not for guests.
 */
#ifndef ZARF_MACHINE_H
#define ZARF_MACHINE_H

#include <stddef.h>
#include <stdint.h>

enum {
  CALL_PRINT = 64,
  CALL_HALT = 93,
  CALL_JOURNAL = 2049,
};

enum {
  EXIT_CODE_FAILURE = 1,
  /* 128 + SIGABRT, as a shell reports an abort. */
  EXIT_CODE_ABORT = 134,
};

/* Shows bytes on the debug stream, unbuffered. */
void zarf_debug(int fd, const char *text, size_t size);

/* Empties the buffers of stdout and stderr. */
void zarf_flush_streams(void);

/* Publishes the incomplete last word of the journal. Nothing can be appended afterwards. */
void zarf_flush_journal(void);

/* Calls main, then exit. */
__attribute__((noreturn)) void zarf_start(void);

/* The word at any address: the machine does misaligned loads, which the compiler does not assume. */
static inline uint64_t load_word(const void *at) {
  uint64_t word;
  __asm__("ld %0, %1" : "=r"(word) : "m"(*(const char(*)[8])at));
  return word;
}

static inline void store_word(void *at, uint64_t word) {
  __asm__("sd %1, %0" : "=m"(*(char(*)[8])at) : "r"(word));
}

#endif
