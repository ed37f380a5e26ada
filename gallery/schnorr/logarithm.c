/*
 * Multiplies the generator of secp256k1 by a private number. A receipt shows that whoever made it knows the discrete logarithm of the published point.
 *
 * Input: the number x, 32 bytes, the highest first. If x is not in 1 .. order - 1, or bytes are left over, the program ends with exit code 1.
 * Journal: the point x G: its two coordinates, 32 bytes each, the highest first.
 */

#include "group.h"
#include "zarf.h"

static void publish(const field *coordinate) {
  uint8_t bytes[32];
  limbs_to_bytes(bytes, coordinate->limb);
  write_output(bytes, sizeof bytes);
}

int main(void) {
  static const uint64_t none[4];
  zarf_reader input = zarf_input();
  uint64_t x[4];
  limbs_of_bytes(x, zarf_read_bytes(&input, 32));
  zarf_expect_end(&input);
  jacobian product;
  group_combine(&product, x, none, &generator_multiples[0]);
  if (!limbs_below(x, group_order) || product.infinite) {
    zarf_fail("logarithm: the number is not in 1 .. order - 1");
  }
  affine point;
  group_affine(&point, &product);
  publish(&point.x);
  publish(&point.y);
  return 0;
}
