/*
 * Verifies a Schnorr signature (BIP 340) without showing the key or the signature. A receipt shows that whoever made it knows a signature of the published message
 * under the key in the published commitment.
 *
 * Input, numbers little-endian:
 *   salt              32 bytes, random; makes the commitment hide the key
 *   key               32 bytes: the x of the public key
 *   signature         64 bytes: the x of the point R, and s
 *   message           u32, at most 65536, and so many bytes
 * Anything else, bytes left over, or a signature that BIP 340 rejects end the program with exit code 1.
 *
 * Journal:
 *   commitment        32 bytes: SHA-256 of salt and key
 *   message           u32, and so many bytes
 */

#include <string.h>

#include "group.h"
#include "zarf.h"
#include "zkvm_accelerators.h"

#define SALT_BYTES 32
#define KEY_BYTES 32
#define SIGNATURE_BYTES 64
#define MAX_MESSAGE_BYTES 65536

static void require(bool condition, const char *otherwise) {
  if (!condition) {
    zarf_fail(otherwise);
  }
}

static void hash(zkvm_sha256_hash *digest, const uint8_t *bytes, size_t size) {
  require(zkvm_sha256(bytes, size, digest) == ZKVM_EOK, "schnorr: a hash failed");
}

/* e: the hash of R's x, the key and the message, tagged, modulo the order of the group. */
static void challenge(uint64_t e[4], const uint8_t *r, const uint8_t *key, const uint8_t *message, uint32_t size) {
  static const char tag[] = "BIP0340/challenge";
  static uint8_t hashed[4 * 32 + MAX_MESSAGE_BYTES];
  zkvm_sha256_hash digest;
  hash(&digest, (const uint8_t *)tag, sizeof tag - 1);
  memcpy(hashed, digest.data, 32);
  memcpy(hashed + 32, digest.data, 32);
  memcpy(hashed + 64, r, 32);
  memcpy(hashed + 96, key, 32);
  memcpy(hashed + 128, message, size);
  hash(&digest, hashed, 128 + size);
  limbs_of_bytes(e, digest.data);
  if (!limbs_below(e, group_order)) {
    /* below twice the order */
    uint64_t borrow = 0;
    for (unsigned i = 0; i < 4; i++) {
      u128 difference = (u128)e[i] - group_order[i] - borrow;
      e[i] = (uint64_t)difference;
      borrow = (uint64_t)(difference >> 64) & 1;
    }
  }
}

/* R = s G - e P must be a point with even y and the x that is signed. */
static void verify(const uint8_t *key, const uint8_t *signature, const uint8_t *message, uint32_t size) {
  affine point;
  field x;
  uint64_t s[4], e[4];
  require(group_lift(&point, key), "schnorr: the key is no point's x");
  limbs_of_bytes(x.limb, signature);
  require(limbs_below(x.limb, field_p), "schnorr: the signature's R is no number below p");
  limbs_of_bytes(s, signature + 32);
  require(limbs_below(s, group_order), "schnorr: the signature's s is no number below the order");
  challenge(e, signature, key, message, size);
  jacobian sum;
  group_combine(&sum, s, e, &point);
  require(!sum.infinite, "schnorr: the signature is wrong: R is at infinity");
  affine r;
  group_affine(&r, &sum);
  require(memcmp(&r.x, &x, sizeof x) == 0, "schnorr: the signature is wrong: R is another point");
  require(!field_is_odd(&r.y), "schnorr: the signature is wrong: R has an odd y");
}

int main(void) {
  zarf_reader input = zarf_input();
  const uint8_t *salt = zarf_read_bytes(&input, SALT_BYTES);
  const uint8_t *key = zarf_read_bytes(&input, KEY_BYTES);
  const uint8_t *signature = zarf_read_bytes(&input, SIGNATURE_BYTES);
  uint32_t size = zarf_read_u32(&input);
  require(size <= MAX_MESSAGE_BYTES, "schnorr: the message is too long");
  const uint8_t *message = zarf_read_bytes(&input, size);
  zarf_expect_end(&input);
  verify(key, signature, message, size);

  zkvm_sha256_hash commitment;
  hash(&commitment, salt, SALT_BYTES + KEY_BYTES);
  write_output(commitment.data, sizeof commitment.data);
  zarf_write_u32(size);
  write_output(message, size);
  return 0;
}
