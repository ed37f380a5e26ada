/*
 * What a guest needs beyond the C library: typed input and output, and ways to stop.
 *
 * Numbers are little-endian on both sides. A guest that reads beyond its input stops with a message and exit code 1, so a read needs no check of its own.
 */
#ifndef ZARF_H
#define ZARF_H

#include <stddef.h>
#include <stdint.h>

#include "zkvm_io.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Ends the run. Pending output is flushed first; functions registered with atexit are not called (exit does that). Code 0 is success; the receipt carries it. */
__attribute__((noreturn)) void zarf_halt(uint32_t code);

/* Ends the run with exit code 1 after printing the message and a line feed to the debug stream. */
__attribute__((noreturn)) void zarf_fail(const char *message);

/* Writes text to the debug stream: shown while the guest executes, no part of what is proved. printf and stderr lead there too. */
void zarf_print(const char *text);

/* The part of the private input that is not read yet. */
typedef struct {
  const uint8_t *at;
  size_t left;
} zarf_reader;

/* A reader of the whole private input. */
zarf_reader zarf_input(void);

uint8_t zarf_read_u8(zarf_reader *reader);
uint16_t zarf_read_u16(zarf_reader *reader);
uint32_t zarf_read_u32(zarf_reader *reader);
uint64_t zarf_read_u64(zarf_reader *reader);

/* The next size bytes, in place. */
const uint8_t *zarf_read_bytes(zarf_reader *reader, size_t size);

/* Stops the guest unless all input was read. */
void zarf_expect_end(const zarf_reader *reader);

void zarf_write_u8(uint8_t value);
void zarf_write_u16(uint16_t value);
void zarf_write_u32(uint32_t value);
void zarf_write_u64(uint64_t value);

#ifdef __cplusplus
}
#endif

#endif
