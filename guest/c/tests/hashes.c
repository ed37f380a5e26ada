/*
 * SHA-256 against the examples of FIPS 180-4 (NIST's "Descriptions of SHA-256") and Keccak-256 against widely published digests; then both at every length
 * around one and two blocks, from a misaligned address, against a digest of all digests computed with other implementations.
 */

#include <string.h>

#include "check.h"
#include "zkvm_accelerators.h"

static const char *hex(const uint8_t *bytes) {
  static char text[65];
  for (int i = 0; i < 32; i++) {
    sprintf(text + 2 * i, "%02x", bytes[i]);
  }
  return text;
}

static const char *sha256(const char *data, size_t length) {
  zkvm_sha256_hash hash;
  CHECK(zkvm_sha256((const uint8_t *)data, length, &hash) == ZKVM_EOK);
  return hex(hash.data);
}

static const char *keccak256(const char *data, size_t length) {
  zkvm_keccak256_hash hash;
  CHECK(zkvm_keccak256((const uint8_t *)data, length, &hash) == ZKVM_EOK);
  return hex(hash.data);
}

#define IS(text, expected) CHECK(strcmp(text, expected) == 0)

static void published(void) {
  IS(sha256("", 0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  IS(sha256("abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const char *two_blocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  IS(sha256(two_blocks, 56), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  char *million = malloc(1000000);
  memset(million, 'a', 1000000);
  IS(sha256(million, 1000000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  IS(keccak256("", 0), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  IS(keccak256("abc", 3), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  IS(keccak256("The quick brown fox jumps over the lazy dog", 43), "4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15");
}

static void every_length(void) {
  enum { LENGTHS = 300 };
  static uint8_t data[LENGTHS + 1];
  static uint8_t sha256s[LENGTHS][32], keccaks[LENGTHS][32];
  for (int i = 0; i < LENGTHS; i++) {
    data[i + 1] = (uint8_t)(i * 7 + 3);
  }
  for (int length = 0; length < LENGTHS; length++) {
    CHECK(zkvm_sha256(data + 1, length, (zkvm_sha256_hash *)sha256s[length]) == ZKVM_EOK);
    CHECK(zkvm_keccak256(data + 1, length, (zkvm_keccak256_hash *)keccaks[length]) == ZKVM_EOK);
  }
  IS(sha256((char *)sha256s, sizeof sha256s), "7b074096cabb18dd0d1b468a173cb2f97f80e952525bca29542e606fd6d0753a");
  IS(sha256((char *)keccaks, sizeof keccaks), "7fa9dc5fe6fec9335b9cf1e3fe871d49b1694641fd736c98dd089c0af73a4480");
}

int main(void) {
  published();
  every_length();
  CHECK(zkvm_sha256(NULL, 0, (zkvm_sha256_hash *)malloc(32)) == ZKVM_EOK);
  CHECK(zkvm_sha256(NULL, 1, (zkvm_sha256_hash *)malloc(32)) == ZKVM_EFAIL);
  CHECK(zkvm_keccak256((const uint8_t *)"", 0, NULL) == ZKVM_EFAIL);
  return 0;
}
