/*
 * Hash functions under the names of the zkVM standards. They are computed in software: a proof costs as many cycles as the code takes.
 */
#ifndef ZKVM_ACCELERATORS_H
#define ZKVM_ACCELERATORS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  ZKVM_EOK = 0,
  ZKVM_EFAIL = -1,
} zkvm_status;

typedef struct {
  uint8_t data[32];
} zkvm_bytes_32;

typedef zkvm_bytes_32 zkvm_keccak256_hash;
typedef zkvm_bytes_32 zkvm_sha256_hash;

/* Writes SHA-256 (FIPS 180-4) of len bytes at data to *output. ZKVM_EFAIL when output is null, or data is null and len is not 0. */
zkvm_status zkvm_sha256(const uint8_t *data, size_t len, zkvm_sha256_hash *output);

/* Writes Keccak-256 (the Keccak submission's padding, as Ethereum uses it; not SHA3-256) of len bytes at data to *output. Fails like zkvm_sha256. */
zkvm_status zkvm_keccak256(const uint8_t *data, size_t len, zkvm_keccak256_hash *output);

#ifdef __cplusplus
}
#endif

#endif
