/*
 * Input and output of a guest, as the zkVM standards name them.
 */
#ifndef ZKVM_IO_H
#define ZKVM_IO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Points *buf at the private input and sets *size to its length in bytes. Nothing is copied; every call gives the same answer. The bytes are aligned to 8.
 * The input is whatever the prover chose: a guest must check everything that it relies on. A length beyond the input window halts the guest with code 1.
 */
void read_input(const uint8_t **buf, size_t *size);

/*
 * Appends size bytes to the journal, the public output that the receipt carries. Any length, any number of calls: the journal is the concatenation. It is
 * published in words of eight bytes; an incomplete last word leaves when the guest halts by exit, abort, zarf_halt or a return from main.
 */
void write_output(const uint8_t *buf, size_t size);

#ifdef __cplusplus
}
#endif

#endif
